package org.yinhang.compliance.policy;

import java.time.LocalDate;
import java.util.List;
import org.yinhang.core.loan.cost.AnnualCost;
import org.yinhang.core.loan.cost.CostCap;

/**
 * What an offer costs a year, everything counted, and the caps that hold for its lender and product.
 *
 * @param cost over every cash flow, fees of partners among them
 * @param caps every cap of this lender and product, also those not in force
 */
public record PricedOffer(AnnualCost cost, List<CostCap> caps) {

    public PricedOffer {
        caps = List.copyOf(caps);
    }

    /** Whether some cap holds on a day and none that does is exceeded; unknown without a cap or without one rate. */
    public Known isWithinCaps(LocalDate day) {
        boolean capped = false;
        for (CostCap cap : caps) {
            if (!cap.isInForce(day)) {
                continue;
            }
            capped = true;
            if (cost instanceof AnnualCost.Found found && found.rate().compareTo(cap.ceiling()) > 0) {
                return Known.NO;
            }
        }
        return capped && cost instanceof AnnualCost.Found ? Known.YES : Known.UNKNOWN;
    }
}
