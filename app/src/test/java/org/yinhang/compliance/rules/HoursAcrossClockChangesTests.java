package org.yinhang.compliance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Hours hold by the clock on the customer's wall, also on days of 23 and 25 hours. */
class HoursAcrossClockChangesTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(21, 0);

    private final ContactRules rules = ContactRules.of(RuleTexts.shipped(), BERLIN);

    private boolean isOpen(Instant at) {
        DayKind kind = rules.calendar().kindOf(rules.day(at)).orElseThrow();
        return rules.hours().of("bank", "sms").orElseThrow().isOpen(kind, rules.timeOfDay(at));
    }

    @Test
    void everyMinuteAroundBothChangesIsOpenOrClosedByTheWallClock() {
        Set<Integer> hoursOfDay = new HashSet<>();
        for (LocalDate changed : new LocalDate[] {LocalDate.of(2026, 3, 29), LocalDate.of(2026, 10, 25)}) {
            Instant from = changed.atStartOfDay(BERLIN).toInstant();
            Instant until = changed.plusDays(1).atStartOfDay(BERLIN).toInstant();
            hoursOfDay.add((int) Duration.between(from, until).toHours());
            for (Instant at = from; at.isBefore(until); at = at.plusSeconds(60)) {
                LocalTime wall = at.atZone(BERLIN).toLocalTime();
                boolean isDay = !wall.isBefore(OPENS) && wall.isBefore(CLOSES);
                assertThat(isOpen(at)).as(at.toString()).isEqualTo(isDay);
            }
        }
        assertThat(hoursOfDay).containsExactlyInAnyOrder(23, 25);
    }
}
