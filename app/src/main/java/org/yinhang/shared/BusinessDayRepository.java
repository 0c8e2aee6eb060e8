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

    private record Reading(Optional<LocalDate> date, long nanos) {}

    private final JdbcClient jdbc;
    private volatile @Nullable Reading last;

    BusinessDayRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<LocalDate> moved() {
        Reading known = last;
        if (known != null && System.nanoTime() - known.nanos() < FRESH_NANOS) {
            return known.date();
        }
        Optional<LocalDate> read = jdbc.sql("SELECT moved_to FROM business_day")
                .query(LocalDate.class)
                .optional();
        last = new Reading(read, System.nanoTime());
        return read;
    }

    void move(Optional<LocalDate> date) {
        jdbc.sql("DELETE FROM business_day").update();
        date.ifPresent(day -> jdbc.sql("INSERT INTO business_day (moved_to) VALUES (?)")
                .param(day)
                .update());
        last = new Reading(date, System.nanoTime());
    }
}
