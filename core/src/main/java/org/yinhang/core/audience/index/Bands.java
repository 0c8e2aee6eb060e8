package org.yinhang.core.audience.index;

import java.util.Arrays;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Vector;

/**
 * For a block of a column with many different numbers: some bounds of about equally filled bands, and for each the rows
 * whose value is at most the bound. A range then follows two bitmaps, and only rows in the bands its ends fall into are
 * looked at one by one.
 *
 * @param bounds rising; real numbers as {@link ValueSet#ordered}
 * @param rows for each bound a bitmap of the rows up to it
 * @param counts how many they are
 */
record Bands(long[] bounds, long[][] rows, int[] counts) {

    /** Bands of a block, one more than its bounds. */
    private static final int BANDS = 16;

    /** Blocks with fewer known values are looked at row by row. */
    private static final int WORTHWHILE = 2048;

    private static final int SAMPLED = 1024;

    static Bands none() {
        return new Bands(new long[0], new long[0][], new int[0]);
    }

    /** The bands of a block's values. */
    static Bands of(ValueType type, long[] values, int length, int known) {
        if (known < WORTHWHILE) {
            return none();
        }
        long[] bounds = bounds(type, values, length);
        long[] steps = Arrays.copyOf(bounds, BANDS);
        Arrays.fill(steps, bounds.length, BANDS, Long.MAX_VALUE);
        long[][] rows = new long[bounds.length][Block.WORDS];
        for (int row = 0; row < length; row++) {
            if (values[row] != Vector.MISSING) {
                int first = below(steps, ordered(type, values[row]));
                if (first < bounds.length) {
                    rows[first][row >>> 6] |= 1L << row;
                }
            }
        }
        int[] counts = new int[bounds.length];
        for (int band = 0; band < bounds.length; band++) {
            for (int word = 0; word < Block.WORDS; word++) {
                rows[band][word] |= band == 0 ? 0 : rows[band - 1][word];
                counts[band] += Long.bitCount(rows[band][word]);
            }
        }
        return new Bands(bounds, rows, counts);
    }

    /** How many of sixteen rising numbers a value is above, the last not looked at; four steps without a jump. */
    private static int below(long[] steps, long value) {
        int at = steps[7] < value ? 8 : 0;
        at += steps[at + 3] < value ? 4 : 0;
        at += steps[at + 1] < value ? 2 : 0;
        return at + (steps[at] < value ? 1 : 0);
    }

    private static long[] bounds(ValueType type, long[] values, int length) {
        long[] sample = new long[length];
        int taken = 0;
        for (int row = 0; row < length; row += Math.max(1, length / SAMPLED)) {
            if (values[row] != Vector.MISSING) {
                sample[taken++] = ordered(type, values[row]);
            }
        }
        Arrays.sort(sample, 0, taken);
        long[] bounds = new long[BANDS - 1];
        int size = 0;
        for (int band = 1; band < BANDS; band++) {
            long bound = sample[Math.min(taken - 1, band * taken / BANDS)];
            if (size == 0 || bounds[size - 1] < bound) {
                bounds[size++] = bound;
            }
        }
        return Arrays.copyOf(bounds, size);
    }

    private static long ordered(ValueType type, long value) {
        return type == ValueType.NUMBER ? ValueSet.orderedBits(value) : value;
    }

    int size() {
        return bounds.length;
    }
}
