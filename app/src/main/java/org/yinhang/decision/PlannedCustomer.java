package org.yinhang.decision;

import java.util.List;
import java.util.Optional;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Probability;

/**
 * What the plan decided about one candidate, and why.
 *
 * @param customer dense customer number
 * @param grade how likely they are to want the offer, among all candidates
 * @param probability chance of success through the channel the model learned from
 * @param contributions what moved the score most, strongest first
 * @param chosen how they will be approached; empty when withheld
 * @param refusals every reason not to; empty when chosen
 * @param success what really happened, where it is known
 */
record PlannedCustomer(
        int customer,
        Grade grade,
        Probability probability,
        List<Contribution> contributions,
        Optional<Chosen> chosen,
        List<ReasonCode> refusals,
        Optional<Boolean> success) {

    /**
     * How a customer will be approached.
     *
     * @param rank place on the list, from 1, by expected value
     * @param channel the channel
     * @param probability chance of success through it
     * @param expectedValue what the contact is expected to bring after its cost
     * @param script what to say
     */
    record Chosen(
            int rank, Campaign.Channel channel, Probability probability, Money expectedValue, Campaign.Names script) {}
}
