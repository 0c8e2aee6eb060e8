package org.yinhang.shared;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the moved business date; read again at most once a second, because every page asks. */
@Repository
class BusinessDayRepository {

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private record Reading(Optional<Moved> moved, long nanos) {}

    /**
     * Where the clock was moved to.
     *
     * @param date the business date
     * @param shiftSeconds added to the real time of day
     */
    record Moved(LocalDate date, int shiftSeconds) {}

    private final JdbcClient jdbc;
    private volatile @Nullable Reading last;

    BusinessDayRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Moved> moved() {
        Reading known = last;
        if (known != null && System.nanoTime() - known.nanos() < FRESH_NANOS) {
            return known.moved();
        }
        Optional<Moved> read = jdbc.sql("SELECT moved_to, hour_shift_seconds FROM business_day")
                .query((row, _) -> new Moved(row.getObject(1, LocalDate.class), row.getInt(2)))
                .optional();
        last = new Reading(read, System.nanoTime());
        return read;
    }

    /** In one statement: whoever asks meanwhile meets the day before or this one, never the calendar's. */
    private void keep(Moved moved) {
        jdbc.sql("""
                INSERT INTO business_day (moved_to, hour_shift_seconds) VALUES (?, ?)
                ON CONFLICT ((true)) DO UPDATE SET
                    moved_to = excluded.moved_to, hour_shift_seconds = excluded.hour_shift_seconds""").params(moved.date(), moved.shiftSeconds()).update();
    }

    void move(Optional<Moved> to) {
        to.ifPresentOrElse(
                this::keep, () -> jdbc.sql("DELETE FROM business_day").update());
        last = new Reading(to, System.nanoTime());
    }
}
