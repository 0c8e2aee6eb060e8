package org.yinhang.core.loan.cost;

import java.time.LocalDate;
import java.util.Optional;
import org.yinhang.core.unit.Rate;

/**
 * The most a loan may cost a year, as a rule in force for some time. Which lender and product it holds for is the
 * business of whoever keeps the caps.
 *
 * @param name as the rule is known
 * @param ceiling the most, itself allowed
 * @param method how the annual cost is reckoned for this rule
 * @param from the first day it holds
 * @param until the first day it no longer holds; empty while no end is known
 * @param source where the rule stands
 */
public record CostCap(
        String name, Rate ceiling, AnnualMethod method, LocalDate from, Optional<LocalDate> until, String source) {

    public boolean isInForce(LocalDate day) {
        return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
    }

    /** Holds cash flows against the cap on a day. */
    public CapVerdict judge(CashFlows flows, LocalDate day) {
        if (!isInForce(day)) {
            return new CapVerdict.NotInForce(day);
        }
        AnnualCost cost = flows.annualCost(method);
        return switch (cost) {
            case AnnualCost.Found found
            when found.rate().compareTo(ceiling) <= 0 ->
                new CapVerdict.Within(found.rate(), ceiling.minus(found.rate()));
            case AnnualCost.Found found ->
                new CapVerdict.Above(found.rate(), found.rate().minus(ceiling));
            case AnnualCost.Several _, AnnualCost.Absent _ -> new CapVerdict.Undecided(cost);
        };
    }
}
