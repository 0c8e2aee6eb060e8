package org.yinhang.core.predicate;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which whole days before the as-of day an aggregate looks at; the as-of day itself has not happened yet.
 * {@code last 90 days} of 1 July are 2 April to 30 June.
 */
public sealed interface Window {

    /** Everything before the as-of day. */
    record All() implements Window {}

    /** The days from that many steps before the as-of day up to it. */
    record Last(int length, CalendarUnit unit) implements Window {}

    /** The days from {@code oldest} steps before the as-of day up to {@code newest} steps before it. */
    record Between(int newest, int oldest, CalendarUnit unit) implements Window {}

    static Window all() {
        return new All();
    }

    /** The first day looked at; empty when there is no first. */
    default Optional<LocalDate> from(LocalDate asOf) {
        return switch (this) {
            case All all -> Optional.empty();
            case Last last -> Optional.of(last.unit.after(asOf, -last.length));
            case Between between -> Optional.of(between.unit.after(asOf, -between.oldest));
        };
    }

    /** The first day no longer looked at, at most the as-of day. */
    default LocalDate until(LocalDate asOf) {
        return switch (this) {
            case All all -> asOf;
            case Last last -> asOf;
            case Between between -> between.unit.after(asOf, -between.newest);
        };
    }
}
