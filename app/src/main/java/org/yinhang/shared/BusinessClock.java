package org.yinhang.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The business day: today's date in the bank's zone, or the date tests and the demo have moved it to. The time of day
 * stays that of the real clock, so hours (quiet hours, opening) can still be asked.
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
        return days.moved().orElseGet(() -> LocalDate.now(clock));
    }

    /** The business date with the present time of day. */
    public ZonedDateTime now() {
        ZonedDateTime real = ZonedDateTime.now(clock);
        return days.moved()
                .map(date -> date.atTime(real.toLocalTime()).atZone(zone()))
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
        days.move(date);
    }
}
