package org.yinhang.product;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.yinhang.core.loan.DayCount;
import org.yinhang.core.loan.Fee;
import org.yinhang.core.loan.Frequency;
import org.yinhang.core.loan.Grace;
import org.yinhang.core.loan.LoanTerms;
import org.yinhang.core.loan.PaymentDates;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;

/**
 * The terms of a product that lends.
 *
 * @param lender type of lender, by which cost caps are found
 * @param least smallest limit
 * @param most largest limit
 * @param floor lowest annual rate
 * @param ceiling highest annual rate
 * @param terms months a loan may run, ascending
 * @param term the usual one, for which offers are made
 * @param repayments ways to repay, the usual one first
 * @param dayCount how days become a part of a year
 * @param overdueMarkup percent on top of the rate for what is overdue
 * @param purposes codes of what the money may be used for; empty where the lender does not ask
 * @param fees beside interest
 * @param pricing from what the price is built
 */
public record Credit(
        String lender,
        Money least,
        Money most,
        Rate floor,
        Rate ceiling,
        List<Integer> terms,
        int term,
        List<Repayment> repayments,
        DayCount dayCount,
        int overdueMarkup,
        Set<String> purposes,
        List<Fee> fees,
        Pricing pricing) {

    public Credit {
        terms = List.copyOf(terms);
        repayments = List.copyOf(repayments);
        purposes = Set.copyOf(purposes);
        fees = List.copyOf(fees);
    }

    /** A loan on the usual terms, drawn in full on a day. */
    public LoanTerms terms(Money amount, Rate rate, LocalDate day) {
        return new LoanTerms(
                amount,
                rate,
                dayCount,
                PaymentDates.regular(day, Frequency.MONTHLY, term),
                repayments.getFirst().method(amount),
                Grace.NONE,
                fees,
                List.of());
    }

    /** The rate on what is overdue. */
    public Rate overdue(Rate rate) {
        return new Rate((int) Math.multiplyExact((long) rate.ppm(), 100 + overdueMarkup) / 100);
    }
}
