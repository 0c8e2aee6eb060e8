package org.yinhang.core.loan;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The days on which a loan falls due. A due day that a month lacks becomes the last day of that month, and later months
 * return to the due day: 31 January, 28 February, 31 March.
 *
 * @param start the day the money is paid out
 * @param first the first due date, after the start; the first period may be shorter or longer than the others
 * @param every from one due date to the next
 * @param count how many due dates, from 1 to 1,200
 * @param dueDay the day of the month, 31 for its last; without meaning when due dates are counted in days
 */
public record PaymentDates(LocalDate start, LocalDate first, Frequency every, int count, int dueDay) {

    private static final int MOST = 1200;

    public PaymentDates {
        if (!first.isAfter(start)) {
            throw LoanFaults.of("LOA-1001", "第一个还款日不在放款日之后。", "first: " + first, "应晚于放款日 " + start + "。");
        }
        if (count < 1 || count > MOST) {
            throw LoanFaults.of("LOA-1002", "期数超出范围。", "count: " + count, "应为 1 至 " + MOST + "。");
        }
        if (every.months() > 0 && !first.equals(onDay(YearMonth.from(first), dueDay))) {
            throw LoanFaults.of("LOA-1003", "第一个还款日与每期还款日不一致。", "dueDay: " + dueDay, "应与 " + first + " 同日。");
        }
    }

    /** Equal periods from the day of paying out: the due day is the start's own day. */
    public static PaymentDates regular(LocalDate start, Frequency every, int count) {
        int dueDay = start.getDayOfMonth();
        LocalDate first = every.months() > 0
                ? onDay(YearMonth.from(start).plusMonths(every.months()), dueDay)
                : start.plusDays(every.days());
        return new PaymentDates(start, first, every, count, dueDay);
    }

    /** Due on a day of the month the customer chooses, first in the month one period after the start's. */
    public static PaymentDates on(int dueDay, LocalDate start, Frequency every, int count) {
        LocalDate first = onDay(YearMonth.from(start).plusMonths(Math.max(1, every.months())), dueDay);
        return new PaymentDates(start, first, every, count, dueDay);
    }

    /** The date an instalment falls due, counted from 1; 0 is the start. */
    public LocalDate due(int number) {
        if (number == 0) {
            return start;
        }
        return every.months() > 0
                ? onDay(YearMonth.from(first).plusMonths((long) every.months() * (number - 1)), dueDay)
                : first.plusDays((long) every.days() * (number - 1));
    }

    public LocalDate last() {
        return due(count);
    }

    /**
     * Units of a day-count from the beginning of a period to a day in it. Under 30/360 a whole regular period of months
     * is exactly 30 days a month, whatever the calendar says.
     */
    long unitsInto(int period, LocalDate day, DayCount dayCount) {
        LocalDate begin = due(period - 1);
        long units = dayCount.units(begin, day);
        if (dayCount != DayCount.THIRTY_360 || !isRegular(period)) {
            return units;
        }
        long whole = 30L * every.months();
        return day.equals(due(period)) ? whole : Math.min(units, whole);
    }

    private boolean isRegular(int period) {
        if (every.months() == 0) {
            return false;
        }
        return period > 1 || start.equals(onDay(YearMonth.from(first).minusMonths(every.months()), dueDay));
    }

    private static LocalDate onDay(YearMonth month, int day) {
        return month.atDay(Math.min(Math.max(1, day), month.lengthOfMonth()));
    }
}
