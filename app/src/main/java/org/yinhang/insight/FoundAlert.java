package org.yinhang.insight;

import java.time.LocalDate;
import java.util.List;

/**
 * A conversion that departed from its history, over days on which the same was found.
 *
 * @param since the first day on which it was found
 * @param day the last
 * @param length over how many days up to the last the figures go
 * @param expected conversions expected
 * @param found conversions found
 * @param z the strongest difference in standard errors; negative for a drop
 * @param dimension the breakdown that explains it; empty when it is everywhere alike
 * @param causes the values behind it, the one that explains most first
 */
public record FoundAlert(
        LocalDate since,
        LocalDate day,
        int length,
        double expected,
        double found,
        double z,
        String dimension,
        List<Cause> causes) {

    public FoundAlert {
        causes = List.copyOf(causes);
    }

    /**
     * A value behind it.
     *
     * @param explains the share of the whole difference that is its
     */
    public record Cause(String value, double expected, double found, double explains) {}

    /** Whether it is the same departure, a day later. */
    boolean isContinuedBy(FoundAlert later) {
        return day.plusDays(1).equals(later.day)
                && dimension.equals(later.dimension)
                && z * later.z > 0
                && first().equals(later.first());
    }

    FoundAlert since(LocalDate earlier) {
        return new FoundAlert(earlier, day, length, expected, found, z, dimension, causes);
    }

    private String first() {
        return causes.isEmpty() ? "" : causes.getFirst().value();
    }
}
