package org.yinhang.core.loan;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What falls due on a due date after the grace, by the method of repayment. Amounts are fen. */
final class Repayment {

    /** Interest and principal of one due date. */
    record Due(long interest, long principal) {}

    private static final long UNKNOWN = -1;

    private final LoanTerms terms;
    private final Accrual accrual;

    /** The level instalment or the level principal; reckoned when first needed and again after a prepayment. */
    private long level = UNKNOWN;

    Repayment(LoanTerms terms, Accrual accrual) {
        this.terms = terms;
        this.accrual = accrual;
    }

    void reckonAgain() {
        level = UNKNOWN;
    }

    Due due(int period, long balance) {
        boolean last = period == terms.dates().count();
        return switch (terms.method()) {
            case RepaymentMethod.EqualInstalment _ -> equalInstalment(period, balance, last);
            case RepaymentMethod.EqualPrincipal _ -> equalPrincipal(period, balance, last);
            case RepaymentMethod.InterestOnly _, RepaymentMethod.Revolving _ ->
                new Due(accrual.settle(), last ? balance : 0);
            case RepaymentMethod.Bullet _ -> last ? new Due(accrual.settle(), balance) : new Due(0, 0);
        };
    }

    private Due equalInstalment(int period, long balance, boolean last) {
        if (level == UNKNOWN) {
            level = levelInstalment(period, balance);
        }
        long interest = accrual.settle();
        long principal = last ? balance : Math.clamp(level - interest, 0L, balance);
        return new Due(interest, principal);
    }

    /**
     * The payment whose present value over the remaining due dates is the balance, where every period discounts by one
     * plus its own simple interest: balance / Σ 1 / Π (1 + rate × part of a year). With equal periods the textbook's
     * annuity.
     */
    private long levelInstalment(int period, long balance) {
        PaymentDates dates = terms.dates();
        BigDecimal owed = BigDecimal.valueOf(balance);
        BigDecimal growth = BigDecimal.ONE.add(accrual.exact().divide(owed, Accrual.DIGITS));
        BigDecimal discount = BigDecimal.ONE.divide(growth, Accrual.DIGITS);
        BigDecimal sum = discount;
        for (int later = period + 1; later <= dates.count(); later++) {
            long units = dates.unitsInto(later, dates.due(later), terms.dayCount());
            discount = discount.divide(BigDecimal.ONE.add(accrual.onOneFen(units)), Accrual.DIGITS);
            sum = sum.add(discount, Accrual.DIGITS);
        }
        return owed.divide(sum, Accrual.DIGITS)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private Due equalPrincipal(int period, long balance, boolean last) {
        if (level == UNKNOWN) {
            int remaining = terms.dates().count() - period + 1;
            level = BigDecimal.valueOf(balance)
                    .divide(BigDecimal.valueOf(remaining), 0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
        return new Due(accrual.settle(), last ? balance : Math.min(level, balance));
    }
}
