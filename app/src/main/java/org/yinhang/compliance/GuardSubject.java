package org.yinhang.compliance;

import java.util.Map;
import java.util.OptionalInt;

/**
 * What the guards know of one customer at the instant of a contact.
 *
 * @param marketingConsents newest answer of the customer per channel; the key "" is the answer for every channel
 * @param profilingRefused whether automated decisions were refused
 * @param complaintOpen whether a complaint is being handled
 * @param loanOverdue whether a loan is past due
 * @param deceased whether the customer has died
 * @param age in years, if known
 * @param attempt which contact of this campaign it would be, from 1; 0 when unknown
 * @param previousRefused whether the campaign before ended in a refusal
 * @param daysSincePrevious days since the last contact of an earlier campaign, if known
 */
public record GuardSubject(
        Map<String, Boolean> marketingConsents,
        boolean profilingRefused,
        boolean complaintOpen,
        boolean loanOverdue,
        boolean deceased,
        OptionalInt age,
        int attempt,
        boolean previousRefused,
        OptionalInt daysSincePrevious) {

    public GuardSubject {
        marketingConsents = Map.copyOf(marketingConsents);
    }
}
