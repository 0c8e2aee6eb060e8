package org.yinhang.product;

import org.yinhang.core.loan.Collector;
import org.yinhang.core.loan.LoanTerms;
import org.yinhang.core.loan.Schedule;
import org.yinhang.core.loan.cost.AnnualMethod;
import org.yinhang.core.loan.cost.CostTable;
import org.yinhang.core.unit.Rate;

/**
 * The loan whose cost an offer discloses: the whole limit drawn on the usual terms.
 *
 * @param terms of that loan
 * @param method how its annual cost is reckoned
 * @param lender who collects the interest
 * @param overdue the rate a year on what is overdue
 */
public record CostQuote(LoanTerms terms, AnnualMethod method, Collector lender, Rate overdue) {

    /** Every charge, who collects it, and its part of the annual cost; worked out when asked for. */
    public CostTable table() {
        return CostTable.of(Schedule.of(terms), method, lender, overdue);
    }
}
