package org.yinhang.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.testing.LivingBankTest;

/** The business date while it is moved. */
@LivingBankTest
class BusinessClockTests {

    private static final int MOVES = 400;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Optional<LocalDate> before = Optional.empty();

    @BeforeEach
    void remember() {
        before = clock.isMoved() ? Optional.of(clock.today()) : Optional.empty();
    }

    @AfterEach
    void moveBack() {
        clock.moveTo(before);
    }

    @Test
    void whoeverAsksWhileTheDateMovesNeverMeetsTheCalendars() throws Exception {
        LocalDate first = LocalDate.of(2030, 1, 1);
        clock.moveTo(Optional.of(first));
        AtomicBoolean isOver = new AtomicBoolean();
        try (ExecutorService another = Executors.newSingleThreadExecutor()) {
            Future<Long> meetings = another.submit(() -> {
                long calendar = 0;
                while (!isOver.get()) {
                    calendar += 1
                            - jdbc.sql("SELECT count(*) FROM business_day")
                                    .query(Long.class)
                                    .single();
                }
                return calendar;
            });
            for (int move = 1; move <= MOVES; move++) {
                clock.moveTo(first.plusDays(move), LocalTime.NOON);
            }
            isOver.set(true);
            assertThat(meetings.get()).isZero();
        }
        assertThat(clock.today()).isEqualTo(first.plusDays(MOVES));
        clock.moveTo(Optional.empty());
        assertThat(clock.isMoved()).isFalse();
    }
}
