package org.yinhang.decision.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yinhang.core.loan.cost.CostTable;
import org.yinhang.product.CostQuote;

/**
 * Cost tables already worked out. Limits come in whole thousands and rates in steps, so on one day the same loan is disclosed
 * again and again, and its schedule with every payment is the dearest part of a decision. For any number of threads.
 */
final class CostTables {

    private static final int MOST = 10_000;

    private final Map<CostQuote, CostTable> known = new ConcurrentHashMap<>();

    /** The table of a quote; the same whether it was kept or not. */
    CostTable of(CostQuote quote) {
        CostTable kept = known.get(quote);
        if (kept != null) {
            return kept;
        }
        CostTable made = quote.table();
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(quote, made);
        return made;
    }
}
