package org.yinhang.lake.fold;

/** The order in which rows of several runs belong together. */
final class RowOrder {

    private static final int CUSTOMERS = 1 << 16;

    private RowOrder() {}

    /**
     * The places of the rows in the order of customer, then of the keys, the first key first. Counts customers, then
     * sorts each customer's few rows by insertion, which is quick on rows that come as sorted runs.
     *
     * @param customers per row, 0 to 65,535
     */
    static int[] of(int[] customers, int size, long[]... keys) {
        int[] next = new int[CUSTOMERS + 1];
        for (int i = 0; i < size; i++) {
            next[customers[i] + 1]++;
        }
        for (int c = 0; c < CUSTOMERS; c++) {
            next[c + 1] += next[c];
        }
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[next[customers[i]]++] = i;
        }
        int from = 0;
        for (int c = 0; c < CUSTOMERS; c++) {
            int until = next[c];
            insert(order, from, until, keys);
            from = until;
        }
        return order;
    }

    private static void insert(int[] order, int from, int until, long[][] keys) {
        for (int i = from + 1; i < until; i++) {
            int row = order[i];
            int at = i;
            while (at > from && isAfter(order[at - 1], row, keys)) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = row;
        }
    }

    private static boolean isAfter(int row, int other, long[][] keys) {
        for (long[] key : keys) {
            if (key[row] != key[other]) {
                return key[row] > key[other];
            }
        }
        return false;
    }
}
