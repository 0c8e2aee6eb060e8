package org.yinhang.core.audience.index;

import java.util.Arrays;
import org.yinhang.core.predicate.vector.Vector;

/**
 * The rows of one block sorted by their value. Not for several threads.
 * A missing value sorts first, under the key {@link Vector#MISSING}; absent customers have no key.
 */
final class RowsByKey {

    private static final int HASH_SIZE = 1024;

    private long[] keys = new long[128];
    private int[] starts = new int[129];
    private int size;
    private char[] rows = new char[Block.ROWS];
    private final RowMarks marks = new RowMarks();
    private final int[] marked = new int[RowMarks.FEW + 1];
    private boolean isMarked;
    private final int[] slots = new int[Block.ROWS + 2];
    private final long[] hashed = new long[HASH_SIZE];
    private final int[] hashedSlots = new int[HASH_SIZE];

    int size() {
        return size;
    }

    long key(int i) {
        return keys[i];
    }

    int start(int i) {
        return starts[i];
    }

    int count(int i) {
        return starts[i + 1] - starts[i];
    }

    /** Whether the rows stand in bitmaps and not in {@link #rows}. */
    boolean isMarked() {
        return isMarked;
    }

    /** The rows of a key as a bitmap. */
    long[] marks(int i) {
        return marks.of(marked[i]);
    }

    /** Row numbers, key after key. */
    char[] rows() {
        return rows;
    }

    /** Only the rows whose value is missing, marked. */
    void markMissing(long[] values, int length, long[] present) {
        reset();
        isMarked = true;
        marks.missing(values, length, present);
        appendMarked(0, Vector.MISSING);
    }

    private void appendMarked(int slot, long key) {
        int count = marks.count(slot);
        if (count > 0) {
            marked[size] = slot;
            append(key, count);
        }
    }

    private void gatherMissing(long[] values, int length, long[] present) {
        reset();
        int found = 0;
        for (int row = 0; row < length; row++) {
            if (values[row] == Vector.MISSING && isSet(present, row)) {
                rows[found++] = (char) row;
            }
        }
        if (found > 0) {
            append(Vector.MISSING, found);
        }
    }

    /**
     * All rows by value.
     *
     * @param min the least value that is not missing
     * @param max the greatest
     * @param most give up when there are more different values
     * @return whether there are no more; otherwise nothing is gathered
     */
    boolean gather(long[] values, int length, long[] present, long min, long max, int most) {
        if (min > max || (max - min >= 0 && max - min < RowMarks.FEW)) {
            reset();
            mark(values, length, present, min, max);
            return true;
        }
        long span = max - min;
        return (span >= 0 && span < Block.ROWS)
                ? gatherNear(values, length, present, min, (int) span, most)
                : gatherFar(values, length, present, most);
    }

    private void mark(long[] values, int length, long[] present, long min, long max) {
        isMarked = true;
        int highest = marks.values(values, length, present, min, max);
        for (int slot = 0; slot <= highest; slot++) {
            appendMarked(slot, slot == 0 ? Vector.MISSING : min + (slot - 1));
        }
    }

    private boolean gatherNear(long[] values, int length, long[] present, long min, int span, int most) {
        reset();
        Arrays.fill(slots, 0, span + 2, 0);
        for (int row = 0; row < length; row++) {
            slots[slot(values[row], min)]++;
        }
        slots[0] = countMissing(values, length, present);
        int different = 0;
        for (int slot = 1; slot <= span + 1; slot++) {
            different += slots[slot] > 0 ? 1 : 0;
        }
        if (different > most) {
            return false;
        }
        for (int slot = 0; slot <= span + 1; slot++) {
            int count = slots[slot];
            if (count > 0) {
                slots[slot] = starts[size];
                append(slot == 0 ? Vector.MISSING : min + (slot - 1), count);
            }
        }
        for (int row = 0; row < length; row++) {
            long value = values[row];
            if (value != Vector.MISSING || isSet(present, row)) {
                rows[slots[slot(value, min)]++] = (char) row;
            }
        }
        return true;
    }

    private static int slot(long value, long min) {
        return value == Vector.MISSING ? 0 : (int) (value - min) + 1;
    }

    private boolean gatherFar(long[] values, int length, long[] present, int most) {
        reset();
        long[] found = new long[most + 1];
        int different = 0;
        Arrays.fill(hashedSlots, -1);
        for (int row = 0; row < length; row++) {
            long value = values[row];
            if (value == Vector.MISSING) {
                continue;
            }
            int at = place(value);
            if (hashedSlots[at] < 0) {
                if (different == most || different == HASH_SIZE / 2) {
                    return false;
                }
                hashed[at] = value;
                hashedSlots[at] = 0;
                found[different++] = value;
            }
        }
        Arrays.sort(found, 0, different);
        for (int i = 0; i < different; i++) {
            hashedSlots[place(found[i])] = i + 1;
        }
        Arrays.fill(slots, 0, different + 1, 0);
        for (int row = 0; row < length; row++) {
            long value = values[row];
            if (value != Vector.MISSING) {
                slots[hashedSlots[place(value)]]++;
            }
        }
        slots[0] = countMissing(values, length, present);
        for (int i = 0; i <= different; i++) {
            int count = slots[i];
            if (count > 0) {
                slots[i] = starts[size];
                append(i == 0 ? Vector.MISSING : found[i - 1], count);
            }
        }
        for (int row = 0; row < length; row++) {
            long value = values[row];
            if (value != Vector.MISSING) {
                rows[slots[hashedSlots[place(value)]]++] = (char) row;
            } else if (isSet(present, row)) {
                rows[slots[0]++] = (char) row;
            }
        }
        return true;
    }

    private int place(long value) {
        int at = (int) ((value * 0x9E3779B97F4A7C15L) >>> 54);
        while (hashedSlots[at] >= 0 && hashed[at] != value) {
            at = (at + 1) & (HASH_SIZE - 1);
        }
        return at;
    }

    /** The rows of each label of sets of labels; the key is the label's bit. A row is in as many keys as it has labels. */
    void gatherLabels(long[] masks, int length, long[] present) {
        gatherMissing(masks, length, present);
        int[] counts = new int[Long.SIZE];
        long total = starts[size];
        for (int row = 0; row < length; row++) {
            long rest = masks[row] == Vector.MISSING ? 0 : masks[row];
            total += Long.bitCount(rest);
            for (; rest != 0; rest &= rest - 1) {
                counts[Long.numberOfTrailingZeros(rest)]++;
            }
        }
        if (total > rows.length) {
            rows = Arrays.copyOf(rows, (int) total);
        }
        int[] next = new int[Long.SIZE];
        for (int label = 0; label < Long.SIZE; label++) {
            if (counts[label] > 0) {
                next[label] = starts[size];
                append(label, counts[label]);
            }
        }
        for (int row = 0; row < length; row++) {
            long rest = masks[row] == Vector.MISSING ? 0 : masks[row];
            for (; rest != 0; rest &= rest - 1) {
                rows[next[Long.numberOfTrailingZeros(rest)]++] = (char) row;
            }
        }
    }

    private static int countMissing(long[] values, int length, long[] present) {
        int missing = 0;
        for (int row = 0; row < length; row++) {
            missing += values[row] == Vector.MISSING && isSet(present, row) ? 1 : 0;
        }
        return missing;
    }

    private void reset() {
        size = 0;
        isMarked = false;
        starts[0] = 0;
    }

    private void append(long key, int count) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            starts = Arrays.copyOf(starts, size * 2 + 1);
        }
        keys[size] = key;
        starts[size + 1] = starts[size] + count;
        size++;
    }

    private static boolean isSet(long[] words, int row) {
        return ((words[row >>> 6] >>> row) & 1) != 0;
    }
}
