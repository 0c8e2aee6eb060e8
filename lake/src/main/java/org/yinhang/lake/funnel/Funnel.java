package org.yinhang.lake.funnel;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yinhang.core.funnel.FunnelRules;

/**
 * A funnel as declared.
 *
 * @param zh Chinese name
 * @param en English name
 * @param from the first day on which a journey may begin
 * @param until the day before which it begins
 * @param window microseconds from the first to the last step at most; {@link FunnelRules#ALWAYS} for any
 * @param mature whether only journeys count whose whole window has passed, so that the newest do not look worse
 * @param customers a condition on customers, for those whose journeys count
 * @param steps at least two
 * @param exclusions what ends a journey between two steps
 * @param breakdown by what the figures are split: {@code first.COLUMN} of the first step's row, a field such as
 *     {@code customer.branch}, {@code month}, {@code week}
 * @param reasons where to look for what became of those who stopped
 * @param log the columns of an event log, when the funnel is read from a file instead of the lake
 */
public record Funnel(
        String zh,
        String en,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        long window,
        boolean mature,
        Optional<Condition> customers,
        List<Step> steps,
        List<Exclusion> exclusions,
        List<Condition> breakdown,
        List<Reason> reasons,
        Optional<LogColumns> log) {

    public Funnel {
        steps = List.copyOf(steps);
        exclusions = List.copyOf(exclusions);
        breakdown = List.copyOf(breakdown);
        reasons = List.copyOf(reasons);
    }

    /**
     * A text with the place where it stands, for faults.
     *
     * @param text a condition or a name
     * @param where file, line and key
     */
    public record Condition(String text, String where) {}

    /**
     * A step: a row of a table that meets a condition.
     *
     * @param table the table, {@code log} in an event log
     * @param condition empty for every row
     * @param within microseconds since the step before at most; {@link FunnelRules#ALWAYS} for any
     */
    public record Step(String zh, String en, Condition table, Optional<Condition> condition, long within) {}

    /**
     * A row that ends a journey.
     *
     * @param after the step after which it counts, from 1 as people count
     * @param before the step that makes a journey safe from it
     */
    public record Exclusion(Condition table, Condition condition, int after, int before) {}

    /** A column of codes whose newest value after the last step says what became of a customer. */
    public record Reason(String zh, String en, Condition table, Condition column) {}

    /**
     * Columns of an event log.
     *
     * @param subject whose journey it is: a customer, an application, a case
     * @param at the instant
     * @param order what comes first of several at one instant; without it the order of the file
     */
    public record LogColumns(String subject, String at, Optional<String> order) {}
}
