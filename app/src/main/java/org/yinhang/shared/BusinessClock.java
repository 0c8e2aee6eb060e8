package org.yinhang.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The business day: today's date in the bank's zone, or the date tests and the demo have moved it to. The time of day
 * stays that of the real clock, so hours (quiet hours, opening) can still be asked; only where a day is played is it moved
 * too.
 */
@Component
public class BusinessClock {

    private final Clock clock;
    private final BusinessDayRepository days;

    BusinessClock(Clock clock, BusinessDayRepository days) {
        this.clock = clock;
        this.days = days;
    }

    /** The zone the day is reckoned in. */
    public ZoneId zone() {
        return clock.getZone();
    }

    /** The business date. */
    public LocalDate today() {
        return days.moved().map(BusinessDayRepository.Moved::date).orElseGet(() -> LocalDate.now(clock));
    }

    /** The business date with the time of day. */
    public ZonedDateTime now() {
        ZonedDateTime real = ZonedDateTime.now(clock);
        return days.moved()
                .map(moved -> moved.date()
                        .atTime(real.toLocalTime().plusSeconds(moved.shiftSeconds()))
                        .atZone(zone()))
                .orElse(real);
    }

    /** The real instant, for what must be provable: audit, sessions, keys. */
    public Instant realInstant() {
        return clock.instant();
    }

    /** Whether the date was moved away from the calendar. */
    public boolean isMoved() {
        return days.moved().isPresent();
    }

    /** Sets the business date; empty returns to the calendar. */
    public void moveTo(Optional<LocalDate> date) {
        days.move(date.map(day -> new BusinessDayRepository.Moved(day, 0)));
    }

    /** Sets the business date and the time of day from which the clock goes on. */
    public void moveTo(LocalDate date, LocalTime time) {
        LocalTime real = LocalTime.now(clock);
        days.move(Optional.of(new BusinessDayRepository.Moved(date, time.toSecondOfDay() - real.toSecondOfDay())));
    }

    /** A clock of business instants, for simulated counterparts that live in the same time as the bank. */
    public Clock simulated() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return Clock.fixed(instant(), zone);
            }

            @Override
            public Instant instant() {
                return now().toInstant();
            }
        };
    }
}
