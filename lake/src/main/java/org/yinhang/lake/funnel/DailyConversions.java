package org.yinhang.lake.funnel;

import java.time.LocalDate;
import java.util.SortedMap;
import org.yinhang.core.alert.DailyConversion;

/**
 * How many customers took the first step of a funnel on each day, and how many of these went on from there all the way. A
 * customer counts on every day with a first step.
 *
 * @param funnel what was counted
 * @param first the first day
 * @param total everybody
 * @param splits by breakdown and value; {@code –} for a missing one
 */
public record DailyConversions(
        Funnel funnel,
        LocalDate first,
        DailyConversion total,
        SortedMap<String, SortedMap<String, DailyConversion>> splits) {

    /** The value of those who have none. */
    public static final String MISSING = "–";
}
