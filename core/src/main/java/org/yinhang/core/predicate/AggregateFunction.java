package org.yinhang.core.predicate;

import java.util.Locale;

/** How many facts become one value; rows whose argument is missing do not take part. */
public enum AggregateFunction {
    /** Number of rows; 0 when there are none. */
    COUNT,
    /** Whether there is any row. */
    EXISTS,
    /** Sum of whole values; 0 when there are none. Real numbers are refused: their sums do not repeat. */
    SUM,
    /** Sum divided by count; missing when there are none. */
    AVG,
    /** The smallest; missing when there are none. */
    MIN,
    /** The greatest; missing when there are none. */
    MAX,
    /** Of the earliest row by (occurred_at, id). */
    FIRST,
    /** Of the latest row by (occurred_at, id). */
    LAST,
    /** The most frequent; of equally frequent ones the last in byte order. */
    MODE,
    /** Number of different values; 0 when there are none. */
    DISTINCT,
    /** All different labels. */
    LABELS;

    /** The word in the language. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
