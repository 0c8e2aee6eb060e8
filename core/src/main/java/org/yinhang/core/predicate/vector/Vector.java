package org.yinhang.core.predicate.vector;

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
