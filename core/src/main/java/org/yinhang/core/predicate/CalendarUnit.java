package org.yinhang.core.predicate;

import java.time.LocalDate;

/** A step of the calendar; a month after 31 January is the last day of February. */
public enum CalendarUnit {
    DAYS,
    MONTHS,
    YEARS;

    /** The day that many steps later, or earlier when negative. */
    public LocalDate after(LocalDate day, long steps) {
        return switch (this) {
            case DAYS -> day.plusDays(steps);
            case MONTHS -> day.plusMonths(steps);
            case YEARS -> day.plusYears(steps);
        };
    }
}
