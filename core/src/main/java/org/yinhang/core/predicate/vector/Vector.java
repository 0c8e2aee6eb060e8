package org.yinhang.core.predicate.vector;

import java.util.SortedSet;
import java.util.TreeSet;
import org.yinhang.core.predicate.Value;

/** The values of one column for the rows of a batch. Arrays are as long as the batch or longer; treat as read-only. */
public sealed interface Vector {

    /** The missing value of {@link Wholes}, and the missing set of {@link Sets}. */
    long MISSING = Long.MIN_VALUE;

    /** The missing code of {@link Codes}. */
    int NO_CODE = -1;

    byte FALSE = 0;
    byte TRUE = 1;

    /** The missing value of {@link Truths}. */
    byte UNKNOWN = -1;

    /** The value of one row. */
    default Value value(int row) {
        return switch (this) {
            case Wholes(long[] values) -> values[row] == MISSING ? Value.missing() : Value.of(values[row]);
            case Reals(double[] values) -> Value.of(values[row]);
            case Codes(int[] codes, Dictionary dictionary) ->
                codes[row] == NO_CODE ? Value.missing() : Value.of(dictionary.text(codes[row]));
            case Truths(byte[] values) -> values[row] == UNKNOWN ? Value.missing() : Value.of(values[row] == TRUE);
            case Sets(long[] masks, Dictionary dictionary) ->
                masks[row] == MISSING ? Value.missing() : new Value.Labels(labels(masks[row], dictionary));
        };
    }

    private static SortedSet<String> labels(long mask, Dictionary dictionary) {
        SortedSet<String> labels = new TreeSet<>();
        for (int bit = 0; bit < dictionary.size(); bit++) {
            if ((mask & (1L << bit)) != 0) {
                labels.add(dictionary.text(bit));
            }
        }
        return labels;
    }

    /** Integers, fen, millionths a year, days or microseconds since 1970; {@link #MISSING} where missing. */
    record Wholes(long[] values) implements Vector {}

    /** Real numbers; NaN where missing. */
    record Reals(double[] values) implements Vector {}

    /** Texts as numbers of a dictionary; {@link #NO_CODE} where missing. */
    record Codes(int[] codes, Dictionary dictionary) implements Vector {}

    /** {@link #FALSE}, {@link #TRUE} or {@link #UNKNOWN}. */
    record Truths(byte[] values) implements Vector {}

    /** Sets of labels: bit i stands for the dictionary's text i, at most 63; {@link #MISSING} where missing. */
    record Sets(long[] masks, Dictionary dictionary) implements Vector {}
}
