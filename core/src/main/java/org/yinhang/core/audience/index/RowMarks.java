package org.yinhang.core.audience.index;

import java.util.Arrays;
import org.yinhang.core.predicate.vector.Vector;

/**
 * The rows of one block by a few neighbouring values, each value's in a bitmap: quicker than to list them. The first bitmap is of
 * customers without a value. Not for several threads.
 */
final class RowMarks {

    /** The most values that are marked. */
    static final int FEW = 16;

    private final long[][] marks = new long[FEW + 1][Block.WORDS];

    /** A bitmap: of customers without a value the first, then of one value after the other. */
    long[] of(int slot) {
        return marks[slot];
    }

    /** How many rows are in a bitmap. */
    int count(int slot) {
        return Block.count(marks[slot]);
    }

    /** Marks only the rows whose value is missing. */
    void missing(long[] values, int length, long[] present) {
        for (int word = 0; word < Block.WORDS; word++) {
            long missing = 0;
            int end = Math.min(length - word * Long.SIZE, Long.SIZE);
            for (int i = 0; i < end; i++) {
                missing |= (values[word * Long.SIZE + i] == Vector.MISSING ? 1L : 0) << i;
            }
            marks[0][word] = missing & present[word];
        }
    }

    /**
     * Marks the rows of each value from {@code min} to {@code max}, and those without a value.
     *
     * @return the last bitmap
     */
    int values(long[] values, int length, long[] present, long min, long max) {
        long[] none = marks[0];
        System.arraycopy(present, 0, none, 0, Block.WORDS);
        int highest = (int) (max - min) + 1;
        if (highest <= 2) {
            two(values, length, min);
        } else {
            for (int slot = 1; slot <= highest; slot++) {
                Arrays.fill(marks[slot], 0);
            }
            for (int row = 0; row < length; row++) {
                long value = values[row];
                if (value != Vector.MISSING) {
                    marks[(int) (value - min) + 1][row >>> 6] |= 1L << row;
                }
            }
        }
        for (int slot = 1; slot <= highest; slot++) {
            long[] known = marks[slot];
            for (int word = 0; word < Block.WORDS; word++) {
                none[word] &= ~known[word];
            }
        }
        return highest;
    }

    private void two(long[] values, int length, long min) {
        long[] lower = marks[1];
        long[] upper = marks[2];
        for (int word = 0; word < Block.WORDS; word++) {
            long low = 0;
            long high = 0;
            int end = Math.min(length - word * Long.SIZE, Long.SIZE);
            for (int i = 0; i < end; i++) {
                long value = values[word * Long.SIZE + i];
                low |= (value == min ? 1L : 0) << i;
                high |= (value == min + 1 ? 1L : 0) << i;
            }
            lower[word] = low;
            upper[word] = high;
        }
    }
}
