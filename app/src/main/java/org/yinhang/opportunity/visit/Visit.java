package org.yinhang.opportunity.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.yinhang.opportunity.CallOutcome;
import org.yinhang.opportunity.Opportunity;

/**
 * A visit to a customer with its evidence. Both times are the server's.
 *
 * @param id its number
 * @param opportunity what it is about
 * @param customer whom
 * @param product code of the product
 * @param by who made it
 * @param beganAt when it began
 * @param endedAt when its record reached the server; empty while it lasts or where it lapsed
 * @param isLapsed whether it was given up without a record
 * @param outcome what came of it
 * @param accuracy how far the position may be off, in metres; empty where the person did not give it
 * @param town the town it is measured against; empty where no place of it is known
 * @param distance from that town, in kilometres
 * @param photos how many
 * @param marks what to look at
 */
public record Visit(
        long id,
        long opportunity,
        int customer,
        String product,
        Opportunity.Owner by,
        Instant beganAt,
        Optional<Instant> endedAt,
        boolean isLapsed,
        Optional<CallOutcome> outcome,
        OptionalInt accuracy,
        Optional<String> town,
        OptionalDouble distance,
        int photos,
        List<VisitMark> marks) {

    public Visit {
        marks = List.copyOf(marks);
    }

    /** Whether it lasts. */
    public boolean isOpen() {
        return endedAt.isEmpty() && !isLapsed;
    }

    /** How long it took. */
    public Optional<Duration> duration() {
        return endedAt.map(end -> Duration.between(beganAt, end));
    }
}
