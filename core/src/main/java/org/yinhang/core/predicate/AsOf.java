package org.yinhang.core.predicate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The business day an expression is computed for: everything that happened before its first instant is known, nothing
 * later.
 *
 * @param day the as-of day
 * @param zone the bank's zone
 */
public record AsOf(LocalDate day, ZoneId zone) {

    /** The first microsecond of a day in the bank's zone, UTC. */
    public long startOf(LocalDate date) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, date.atStartOfDay(zone).toInstant());
    }

    /** The first microsecond of the as-of day: what is earlier is known. */
    public long start() {
        return startOf(day);
    }

    /** The as-of day as days since 1970. */
    public long epochDay() {
        return day.toEpochDay();
    }

    /**
     * What is added to an instant to read its local day and hour: the zone's offset on the as-of day, in microseconds.
     * In a zone with summer time, hours of the other half year are therefore read an hour apart.
     */
    public long offset() {
        ZoneOffset offset = day.atStartOfDay(zone).getOffset();
        return offset.getTotalSeconds() * 1_000_000L;
    }
}
