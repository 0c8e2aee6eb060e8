package org.yinhang.decision.web;

import org.yinhang.decision.live.OfferEntry;

/**
 * One part of a price, a limit or a cost.
 *
 * @param name in the viewer's language
 * @param amount in millionths a year for a price, in fen for a limit or a cost
 */
public record BuildUpPart(String name, long amount) {

    static BuildUpPart of(OfferEntry.Part part, boolean isChinese) {
        return new BuildUpPart(isChinese ? part.zh() : part.en(), part.amount());
    }
}
