package org.yinhang.core.loan;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.yinhang.core.unit.Money;

/**
 * What is paid when, from the first draw to a balance of exactly zero. A due date on which nothing is owed or
 * asked for has no row.
 *
 * @param terms from which it follows
 * @param rows in the order of days
 */
public record Schedule(LoanTerms terms, List<ScheduleRow> rows) {

    public Schedule {
        rows = List.copyOf(rows);
    }

    /**
     * The schedule of a loan. Interest is rounded to the fen when it is settled, halves up; the level instalment is the
     * one that pays off the loan over its true periods, rounded to the fen; the last payment takes the rest.
     *
     * @throws org.yinhang.core.fault.FaultException when a part prepaid is not below the balance (LOA-1017)
     */
    public static Schedule of(LoanTerms terms) {
        return new Schedule(terms, new ScheduleBuilder(terms).build());
    }

    /** What the borrower receives over the life of the loan. */
    public Money paidOut() {
        return sum(ScheduleRow::paidOut);
    }

    /** Principal repaid: what was paid out, financed and capitalised. */
    public Money principal() {
        return sum(ScheduleRow::principal);
    }

    /** Interest, paid or capitalised. */
    public Money interest() {
        return sum(row -> row.interest().plus(row.capitalised()));
    }

    /** Fees the borrower bears, paid or financed. */
    public Money fees() {
        return sum(row -> row.feesPaid().plus(row.feesFinanced()));
    }

    /** Everything the borrower pays. */
    public Money payments() {
        return sum(ScheduleRow::payment);
    }

    /** The day of the last payment. */
    public LocalDate end() {
        return rows.getLast().date();
    }

    /** The rows on due dates. */
    public List<ScheduleRow> instalments() {
        return rows.stream().filter(row -> row.kind() == ScheduleRow.Kind.DUE).toList();
    }

    private Money sum(Function<ScheduleRow, Money> part) {
        return rows.stream().map(part).reduce(Money.ZERO, Money::plus);
    }
}
