package org.yinhang.core.loan;

import java.time.LocalDate;
import java.util.List;
import org.yinhang.core.unit.Money;

/**
 * One day on which something is paid. Closing = opening + paid out + financed charges + capitalised − principal.
 *
 * @param date the day
 * @param kind why
 * @param period the due date it is or comes before, counted from 1; 0 for the start
 * @param opening the balance before
 * @param paidOut what the borrower receives
 * @param interest what the borrower pays of interest
 * @param capitalised interest added to the balance
 * @param principal what the borrower pays of principal
 * @param charges fees of the day, whoever bears them
 * @param closing the balance after
 */
public record ScheduleRow(
        LocalDate date,
        Kind kind,
        int period,
        Money opening,
        Money paidOut,
        Money interest,
        Money capitalised,
        Money principal,
        List<Charge> charges,
        Money closing) {

    /** Why something is paid on a day. */
    public enum Kind {
        DRAW,
        DUE,
        REPAYMENT,
        PREPAYMENT
    }

    public ScheduleRow {
        charges = List.copyOf(charges);
    }

    /** Fees the borrower pays on the day, without those added to the balance. */
    public Money feesPaid() {
        return charges.stream()
                .filter(charge -> charge.item().isBorneByBorrower() && !charge.isFinanced())
                .map(Charge::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    /** Fees added to the balance. */
    public Money feesFinanced() {
        return charges.stream().filter(Charge::isFinanced).map(Charge::amount).reduce(Money.ZERO, Money::plus);
    }

    /** Everything the borrower pays on the day. */
    public Money payment() {
        return principal.plus(interest).plus(feesPaid());
    }
}
