package org.yinhang.lake.increment;

import java.time.YearMonth;
import java.util.Comparator;

/**
 * Customers assigned in the same month for the same campaign.
 *
 * @param month of their first assignment
 * @param campaign for which
 */
public record Cohort(YearMonth month, String campaign) implements Comparable<Cohort> {

    private static final Comparator<Cohort> ORDER =
            Comparator.comparing(Cohort::month).thenComparing(Cohort::campaign);

    @Override
    public int compareTo(Cohort other) {
        return ORDER.compare(this, other);
    }
}
