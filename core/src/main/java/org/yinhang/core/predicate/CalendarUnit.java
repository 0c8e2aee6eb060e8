package org.yinhang.core.predicate;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A step of the calendar; a month after 31 January is the last day of February. */
public enum CalendarUnit {
    DAYS,
    MONTHS,
    YEARS;

    /** The unit a word names, singular or plural. */
    static Optional<CalendarUnit> of(String word) {
        return Arrays.stream(values())
                .filter(unit -> word.equalsIgnoreCase(unit.name()) || (word + "s").equalsIgnoreCase(unit.name()))
                .findFirst();
    }

    /** The word in the language. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The day that many steps later, or earlier when negative. */
    public LocalDate after(LocalDate day, long steps) {
        return switch (this) {
            case DAYS -> day.plusDays(steps);
            case MONTHS -> day.plusMonths(steps);
            case YEARS -> day.plusYears(steps);
        };
    }
}
