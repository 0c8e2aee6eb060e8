package org.yinhang.compliance.policy;

import java.util.Optional;

/**
 * Which data a touch rests on.
 *
 * @param personalised whether customer, offer or price were chosen by an automated decision about the person
 * @param sensitive whether financial accounts or other sensitive data were used (PIPL 28)
 * @param bureau whether bureau data were used
 * @param recipient a partner that learns of the customer through it
 */
public record DataUse(boolean personalised, boolean sensitive, boolean bureau, Optional<String> recipient) {

    /** The neutral touch: nothing of the person went into it. */
    public static final DataUse NEUTRAL = new DataUse(false, false, false, Optional.empty());

    /** Chosen by a model over general data. */
    public static final DataUse PERSONALISED = new DataUse(true, false, false, Optional.empty());
}
