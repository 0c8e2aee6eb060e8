package org.yinhang.opportunity.handover;

import java.util.List;
import java.util.Optional;

/**
 * A customer who is to be handed over, and what is open.
 *
 * @param customer customer number
 * @param from staff code of who hands over, if anybody has the customer
 * @param isKept whether the customer goes; otherwise only the opportunities do, somebody else or nobody leads the customer
 * @param opportunities numbers of the open ones that person works
 * @param promised how many of them have a follow-up agreed
 * @param valueFen what calls about them are expected to bring, in fen
 * @param complaints open ones
 * @param tasks open ones of campaigns
 */
public record HandoverCase(
        int customer,
        Optional<String> from,
        boolean isKept,
        List<Long> opportunities,
        int promised,
        long valueFen,
        int complaints,
        int tasks) {

    public HandoverCase {
        opportunities = List.copyOf(opportunities);
    }
}
