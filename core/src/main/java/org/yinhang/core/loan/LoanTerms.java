package org.yinhang.core.loan;

import java.util.List;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;

/**
 * Everything a schedule follows from. The rate stays the same for the whole life of the loan.
 *
 * @param principal what is paid out at the start, above zero
 * @param rate of interest a year, not negative
 * @param dayCount how days become a part of a year
 * @param dates when payments fall due
 * @param method how it is paid back
 * @param grace due dates at the beginning without principal
 * @param fees charges beside interest
 * @param prepayments principal paid before it is due, in the order of days
 */
public record LoanTerms(
        Money principal,
        Rate rate,
        DayCount dayCount,
        PaymentDates dates,
        RepaymentMethod method,
        Grace grace,
        List<Fee> fees,
        List<Prepayment> prepayments) {

    /** @throws org.yinhang.core.fault.FaultException with everything that does not fit together */
    public LoanTerms {
        fees = List.copyOf(fees);
        prepayments = List.copyOf(prepayments);
        TermChecks.check(principal, rate, dates, method, grace, fees, prepayments);
    }

    /** Terms without grace, fees or prepayments. */
    public static LoanTerms of(
            Money principal, Rate rate, DayCount dayCount, PaymentDates dates, RepaymentMethod method) {
        return new LoanTerms(principal, rate, dayCount, dates, method, Grace.NONE, List.of(), List.of());
    }

    public LoanTerms withRate(Rate other) {
        return new LoanTerms(principal, other, dayCount, dates, method, grace, fees, prepayments);
    }

    public LoanTerms withGrace(Grace other) {
        return new LoanTerms(principal, rate, dayCount, dates, method, other, fees, prepayments);
    }

    public LoanTerms withFees(Fee... others) {
        return new LoanTerms(principal, rate, dayCount, dates, method, grace, List.of(others), prepayments);
    }

    public LoanTerms withPrepayments(Prepayment... others) {
        return new LoanTerms(principal, rate, dayCount, dates, method, grace, fees, List.of(others));
    }
}
