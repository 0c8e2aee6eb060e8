package org.yinhang.decision.web;

import java.util.List;
import java.util.Optional;
import org.yinhang.compliance.policy.Refusal;
import org.yinhang.decision.live.OfferEntry;
import org.yinhang.shared.chart.Chart;

/**
 * One product of a decision, ready to be shown.
 *
 * @param entry as the ledger keeps it
 * @param name of the product in the viewer's language
 * @param picture of the price, part by part; empty where there is none
 * @param price its parts, in millionths a year
 * @param limit its steps, in fen
 * @param costs every charge, in fen
 * @param guards every reason of the guards
 */
public record TracedOffer(
        OfferEntry entry,
        String name,
        Optional<Chart> picture,
        List<BuildUpPart> price,
        List<BuildUpPart> limit,
        List<BuildUpPart> costs,
        List<Refusal> guards) {

    public TracedOffer {
        price = List.copyOf(price);
        limit = List.copyOf(limit);
        costs = List.copyOf(costs);
        guards = List.copyOf(guards);
    }
}
