package org.yinhang.decision.web;

import java.util.List;
import java.util.Optional;
import org.yinhang.decision.live.Decision;

/**
 * A decision with everything it rests on, ready to be shown.
 *
 * @param decision as the ledger keeps it
 * @param offers every product considered, those offered first
 * @param facts what was read of the customer, by category and name
 */
public record DecisionTrace(Decision decision, List<TracedOffer> offers, List<KnownFact> facts) {

    public DecisionTrace {
        offers = List.copyOf(offers);
        facts = List.copyOf(facts);
    }

    /** What may be offered, best first. */
    public List<TracedOffer> offered() {
        return offers.stream().filter(offer -> offer.entry().isOffered()).toList();
    }

    /** What may not be offered. */
    public List<TracedOffer> withheld() {
        return offers.stream().filter(offer -> !offer.entry().isOffered()).toList();
    }

    /** The offer that stands first. */
    public Optional<TracedOffer> first() {
        return offered().stream().findFirst();
    }
}
