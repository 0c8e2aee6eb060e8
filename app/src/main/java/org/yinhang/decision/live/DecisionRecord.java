package org.yinhang.decision.live;

import java.util.List;

/**
 * One decision, whole: what it rests on and what came of it. Its bytes are what the ledger keeps and a replay must
 * reach again.
 *
 * @param code version of the program's reckoning
 * @param input what it rests on
 * @param isNeutral whether it was made without profiling
 * @param offers every product considered, those offered first by rank, then by code
 */
public record DecisionRecord(String code, DecisionInput input, boolean isNeutral, List<OfferEntry> offers) {

    /** Changes whenever equal input may give another answer. */
    static final String CODE = "decision-2";

    public DecisionRecord {
        offers = List.copyOf(offers);
    }

    /** Those that may be made to the customer, best first. */
    public List<OfferEntry> offered() {
        return offers.stream().filter(OfferEntry::isOffered).toList();
    }
}
