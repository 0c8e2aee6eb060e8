package org.yinhang.product;

import java.util.Optional;
import org.yinhang.core.loan.LoanTerms;
import org.yinhang.core.loan.Schedule;
import org.yinhang.core.loan.cost.CapVerdict;
import org.yinhang.core.loan.cost.CashFlows;
import org.yinhang.core.unit.Rate;

/**
 * A cap made ready for a product and a day.
 *
 * @param cap the rule
 * @param highest the highest interest rate under it for the product's smallest loan; empty when not even free money is
 */
record CapDesk(LenderCap cap, Optional<Rate> highest) {

    /** Rounding to the fen can move an annual cost by so much on a small loan, in millionths. */
    private static final int ROUNDING = 200;

    /** Whether a loan keeps the cap: at once where the smallest one would, otherwise by its own cash flows. */
    boolean admits(LoanTerms terms) {
        boolean isClear = highest.filter(most -> terms.rate().ppm() + ROUNDING <= most.ppm())
                .isPresent();
        return isClear || judge(terms).isPass();
    }

    CapVerdict judge(LoanTerms terms) {
        return cap.cap().judge(CashFlows.of(Schedule.of(terms)), terms.dates().start());
    }

    Refusal refusal() {
        return new Refusal(
                "COST_CAP",
                Refusal.Ground.COST_CAP,
                cap.name(),
                cap.id(),
                "annual cost > " + cap.cap().ceiling(),
                "综合融资成本将超过上限 " + cap.cap().ceiling() + "（" + cap.cap().name() + "）",
                "The all-in cost would exceed the cap of %s (%s)"
                        .formatted(cap.cap().ceiling(), cap.en()));
    }
}
