package org.yinhang.lake.fold;

import java.util.Arrays;
import org.yinhang.core.predicate.vector.Vector;

/**
 * Some rows of a block, ascending, so that the rows of a customer stand together.
 *
 * @param rows their places; longer than {@code size} perhaps
 * @param size how many
 */
record Selection(int[] rows, int size) {

    /** Every row before an instant. */
    static Selection before(long[] instants, int size, long until) {
        int[] rows = new int[size];
        int count = 0;
        for (int row = 0; row < size; row++) {
            rows[count] = row;
            count += instants[row] < until ? 1 : 0;
        }
        return new Selection(rows, count);
    }

    /** Those for which a condition over all rows is true. */
    Selection where(Vector.Truths condition) {
        byte[] truths = condition.values();
        int[] kept = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            int row = rows[i];
            kept[count] = row;
            count += truths[row] == Vector.TRUE ? 1 : 0;
        }
        return new Selection(kept, count);
    }

    /** Those in a stretch of time, the end not included. */
    Selection between(long[] instants, long from, long until) {
        int[] kept = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            int row = rows[i];
            long instant = instants[row];
            kept[count] = row;
            count += instant >= from && instant < until ? 1 : 0;
        }
        return new Selection(kept, count);
    }

    /**
     * Of each id of a customer, the newest row. Rows come by customer and instant, so the last of an id is its newest.
     *
     * @param customers of every row
     * @param ids of every row
     */
    Selection newest(int[] customers, long[] ids) {
        int[] kept = new int[size];
        int next = size;
        long[] seen = new long[16];
        int known = 0;
        for (int i = size - 1; i >= 0; i--) {
            int row = rows[i];
            if (i + 1 < size && customers[rows[i + 1]] != customers[row]) {
                known = 0;
            }
            if (!contains(seen, known, ids[row])) {
                seen = known == seen.length ? Arrays.copyOf(seen, known * 2) : seen;
                seen[known++] = ids[row];
                kept[--next] = row;
            }
        }
        int count = size - next;
        System.arraycopy(kept, next, kept, 0, count);
        return new Selection(kept, count);
    }

    private static boolean contains(long[] values, int count, long value) {
        for (int i = 0; i < count; i++) {
            if (values[i] == value) {
                return true;
            }
        }
        return false;
    }
}
