package org.yinhang.compliance.lint;

import java.util.Optional;
import org.yinhang.core.loan.ChargeBasis;
import org.yinhang.core.loan.Schedule;
import org.yinhang.core.loan.cost.CostLine;
import org.yinhang.core.loan.cost.CostTable;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;

/**
 * The true figures of an offer, against which copy is held.
 *
 * @param annual all-in cost a year; empty where the loan has no one rate
 * @param nominal the rate interest is reckoned by
 * @param fees all fees the borrower bears
 * @param instalment what is paid each time; empty where payments differ
 * @param instalments how many payments there are
 */
public record OfferFigures(
        Optional<Rate> annual, Rate nominal, Money fees, Optional<Money> instalment, int instalments) {

    /** The figures of a computed loan. */
    public static OfferFigures of(CostTable table, Schedule schedule) {
        Money fees = table.lines().stream()
                .filter(line -> !(line.basis() instanceof ChargeBasis.Interest))
                .filter(line -> line.item().isBorneByBorrower())
                .map(CostLine::amount)
                .reduce(Money.ZERO, Money::plus);
        var payments = schedule.rows().stream()
                .filter(row -> row.payment().fen() > 0)
                .map(row -> row.payment())
                .toList();
        // The last payment takes up the rounding, so it does not count against a level loan.
        boolean isLevel = payments.size() > 1
                && payments.subList(0, payments.size() - 1).stream().distinct().count() == 1;
        return new OfferFigures(
                table.annual().unique(),
                schedule.terms().rate(),
                fees,
                isLevel ? Optional.of(payments.getFirst()) : Optional.empty(),
                payments.size());
    }
}
