package org.yinhang.product;

import java.util.Set;
import org.yinhang.core.policy.DecisionTable;

/**
 * A decision table and what it is for.
 *
 * @param kind what it decides
 * @param products for which products; empty for all that lend
 * @param isProfiling whether it judges by profile: left out of the offer to whoever refused profiling
 * @param table its rules
 */
public record PolicyTable(PolicyKind kind, Set<String> products, boolean isProfiling, DecisionTable table) {

    public PolicyTable {
        products = Set.copyOf(products);
    }

    public String id() {
        return table.id();
    }

    boolean covers(String product) {
        return products.isEmpty() || products.contains(product);
    }

    PolicyTable withVersion(int version) {
        return new PolicyTable(kind, products, isProfiling, table.withVersion(version));
    }

    /** The same with other rules. */
    public PolicyTable with(DecisionTable other) {
        return new PolicyTable(kind, products, isProfiling, other);
    }
}
