package org.yinhang.product;

import java.util.Set;
import org.yinhang.core.loan.cost.CostCap;

/**
 * The most a loan may cost a year, for some lenders and products.
 *
 * @param id identifier
 * @param version counts up; 0 for the one that ships
 * @param en English name
 * @param lenders types of lender it holds for
 * @param products for which products; empty for all
 * @param standing how its source was read: P in the primary text, S second-hand, K common knowledge
 * @param cap the rule itself
 */
public record LenderCap(
        String id, int version, String en, Set<String> lenders, Set<String> products, String standing, CostCap cap) {

    public LenderCap {
        lenders = Set.copyOf(lenders);
        products = Set.copyOf(products);
    }

    /** Its name and version, as ledgers write them. */
    public String name() {
        return id + ":" + version;
    }

    /** Whether it holds for what a lender lends. */
    public boolean covers(String lender, String product) {
        return lenders.contains(lender) && (products.isEmpty() || products.contains(product));
    }

    LenderCap withVersion(int other) {
        return new LenderCap(id, other, en, lenders, products, standing, cap);
    }
}
