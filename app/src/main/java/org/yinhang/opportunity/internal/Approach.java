package org.yinhang.opportunity.internal;

import java.util.Optional;
import org.yinhang.compliance.GuardSettings;
import org.yinhang.compliance.policy.DataUse;
import org.yinhang.compliance.policy.Touch;

/** How an approach looks to the guards before anything but the customer and the data is known. */
final class Approach {

    /** How opportunities restrain themselves: six contacts in the same one, a month of peace after a no. */
    static final GuardSettings LIMITS = new GuardSettings(Optional.empty(), 18, 65, 6, 30, false, 0);

    static final String CALL = "call";

    private Approach() {}

    /** A customer chosen by some data, before anything is offered. */
    static Touch choosing(int customer, String campaign, boolean isSensitive, boolean isBureau) {
        return new Touch(
                campaign + "/" + customer,
                customer,
                campaign,
                "",
                "bank",
                CALL,
                new DataUse(true, isSensitive, isBureau, Optional.empty()),
                LIMITS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
