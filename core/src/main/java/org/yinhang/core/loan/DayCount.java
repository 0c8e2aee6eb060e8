package org.yinhang.core.loan;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * How the time between two days becomes a part of a year, in whole units so that interest can be exact. The first day
 * counts, the last does not.
 */
public enum DayCount {
    /**
     * Every month has 30 days; the last day of any month, February too, counts as the 30th. A whole month between two
     * due dates of a schedule is always 30 days.
     */
    THIRTY_360(360),
    /** Days as they are over 360: the daily rate of Chinese banks is the annual rate divided by 360. */
    ACTUAL_360(360),
    /** Days as they are over 365, in leap years too. */
    ACTUAL_365(365),
    /** Days in leap years over 366, the others over 365. */
    ACTUAL_ACTUAL(365 * 366);

    private final int unitsPerYear;

    DayCount(int unitsPerYear) {
        this.unitsPerYear = unitsPerYear;
    }

    /** How many units make a year. */
    public int unitsPerYear() {
        return unitsPerYear;
    }

    /** The units from one day up to another that is not earlier; divided by {@link #unitsPerYear()} a part of a year. */
    public long units(LocalDate from, LocalDate to) {
        return switch (this) {
            case THIRTY_360 ->
                360L * (to.getYear() - from.getYear())
                        + 30L * (to.getMonthValue() - from.getMonthValue())
                        + dayOfThirty(to)
                        - dayOfThirty(from);
            case ACTUAL_360, ACTUAL_365 -> ChronoUnit.DAYS.between(from, to);
            case ACTUAL_ACTUAL -> actualUnits(from, to);
        };
    }

    private static int dayOfThirty(LocalDate day) {
        boolean last = day.getDayOfMonth() == YearMonth.from(day).lengthOfMonth();
        return last ? 30 : day.getDayOfMonth();
    }

    /** A day of a common year is 366 of 133,590 units, a day of a leap year 365. */
    private static long actualUnits(LocalDate from, LocalDate to) {
        long units = 0;
        LocalDate at = from;
        while (at.isBefore(to)) {
            LocalDate newYear = LocalDate.of(at.getYear() + 1, 1, 1);
            LocalDate until = newYear.isBefore(to) ? newYear : to;
            units += ChronoUnit.DAYS.between(at, until) * (Year.isLeap(at.getYear()) ? 365 : 366);
            at = until;
        }
        return units;
    }
}
