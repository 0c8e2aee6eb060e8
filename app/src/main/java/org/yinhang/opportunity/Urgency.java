package org.yinhang.opportunity;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * How much an opportunity presses: 1 with three days or more to its clock or its last day, rising in a straight line to 2
 * when the sooner of them has come.
 */
final class Urgency {

    private static final double CALM_HOURS = 72;

    private Urgency() {}

    /** The urgency at an instant, from 1 to 2. */
    static double of(Opportunity opportunity, Instant now, ZoneId zone) {
        Instant last = opportunity.expiresOn().plusDays(1).atStartOfDay(zone).toInstant();
        boolean isClockRunning = opportunity.stage() == OpportunityStage.NEW;
        Instant end = isClockRunning && opportunity.dueAt().isBefore(last) ? opportunity.dueAt() : last;
        double hours = Duration.between(now, end).toMinutes() / 60.0;
        return 2 - Math.clamp(hours / CALM_HOURS, 0, 1);
    }
}
