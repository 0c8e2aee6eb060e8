package org.yinhang.demobank.life;

import java.time.LocalDate;

/** Repayment arithmetic, exact to the fen. */
final class Schedule {

    private Schedule() {}

    /**
     * The level monthly instalment that pays a loan down to zero: {@code P·r / (1 − (1 + r)^−n)} with the monthly rate
     * {@code r}, rounded to the fen; the last instalment takes up the rounding.
     */
    static long instalment(long principal, int ratePpm, int months) {
        if (ratePpm == 0) {
            return -Math.floorDiv(-principal, (long) months);
        }
        double r = ratePpm / 12e6;
        return Math.round(principal * r / (1 - Math.pow(1 + r, -months)));
    }

    /** Interest of one month on a balance, a twelfth of the annual rate, rounded half up to the fen. */
    static long interest(long balance, int ratePpm) {
        long parts = 12_000_000L;
        return Math.floorDiv(Math.multiplyExact(balance, (long) ratePpm) + parts / 2, parts);
    }

    /** What is due as instalment number {@code paid + 1}: principal and interest together. */
    static long due(LoanState loan) {
        long interest = interest(loan.balance, loan.rate);
        boolean last = loan.paid + 1 >= loan.termMonths;
        if (last) {
            return loan.balance + interest;
        }
        return loan.interestOnly ? interest : Math.min(loan.instalment, loan.balance + interest);
    }

    /** The day on which instalment {@code number} falls due: the same day of each following month, at most the 28th. */
    static int dueDay(int disbursedOn, int number) {
        LocalDate date = LocalDate.ofEpochDay(disbursedOn);
        LocalDate first = date.getDayOfMonth() > 28 ? date.withDayOfMonth(28) : date;
        return (int) first.plusMonths(number).toEpochDay();
    }
}
