package org.yinhang.core.loan.cost;

import java.util.Optional;
import org.yinhang.core.loan.LoanTerms;
import org.yinhang.core.loan.Schedule;
import org.yinhang.core.unit.Rate;

/**
 * The interest rates a lender may ask under a cap when fees and partners' charges stay as they are.
 *
 * @param floor the lowest interest rate the lender can offer
 * @param cheapest the annual cost at the floor
 * @param highest the highest interest rate that stays under the cap; empty when not even the floor does
 * @param headroom what the cheapest annual cost leaves to the cap; below zero when the cap cannot be kept
 */
public record PriceRoom(Rate floor, Rate cheapest, Optional<Rate> highest, Rate headroom) {

    /**
     * Searches the interest rates in whole millionths; the annual cost never falls as the interest rises.
     *
     * @return empty when the loan has no one annual cost at the floor
     */
    public static Optional<PriceRoom> under(CostCap cap, LoanTerms terms, Rate floor) {
        return cost(cap, terms, floor).map(cheapest -> {
            Rate headroom = cap.ceiling().minus(cheapest);
            Optional<Rate> highest = headroom.ppm() < 0 ? Optional.empty() : Optional.of(highest(cap, terms, floor));
            return new PriceRoom(floor, cheapest, highest, headroom);
        });
    }

    private static Rate highest(CostCap cap, LoanTerms terms, Rate floor) {
        int kept = floor.ppm();
        int broken = Math.max(kept, cap.ceiling().ppm()) + 1;
        while (keeps(cap, terms, broken)) {
            kept = broken;
            broken = Math.multiplyExact(broken, 2);
        }
        while (broken - kept > 1) {
            int middle = kept + (broken - kept) / 2;
            if (keeps(cap, terms, middle)) {
                kept = middle;
            } else {
                broken = middle;
            }
        }
        return new Rate(kept);
    }

    private static boolean keeps(CostCap cap, LoanTerms terms, int ppm) {
        return cost(cap, terms, new Rate(ppm))
                .map(cost -> cost.compareTo(cap.ceiling()) <= 0)
                .orElse(false);
    }

    private static Optional<Rate> cost(CostCap cap, LoanTerms terms, Rate rate) {
        return CashFlows.of(Schedule.of(terms.withRate(rate)))
                .annualCost(cap.method())
                .unique();
    }
}
