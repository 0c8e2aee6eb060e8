package org.yinhang.lake.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rows with the smallest hashes among many, so that a sample depends on nothing but the rows themselves: not on
 * threads, not on the order of blocks. For several threads.
 */
final class HashSample {

    /**
     * One row.
     *
     * @param customer its customer
     * @param id the number of its fact; 0 where rows are customers
     * @param hash what it is chosen by
     */
    record Row(int customer, long id, long hash) {

        private static final Comparator<Row> BY_HASH = Comparator.comparingLong(Row::hash)
                .thenComparingInt(Row::customer)
                .thenComparingLong(Row::id);

        private static final Comparator<Row> BY_CUSTOMER =
                Comparator.comparingInt(Row::customer).thenComparingLong(Row::id);
    }

    /** Their customers, in the order of the rows. */
    static int[] customers(List<Row> rows) {
        return rows.stream().mapToInt(Row::customer).toArray();
    }

    private final int most;
    private final long seed;
    private final List<Row> rows = new ArrayList<>();
    private long limit = Long.MAX_VALUE;
    private long seen;

    /**
     * @param most how many rows are kept
     * @param seed tells the samples of different days apart
     */
    HashSample(int most, long seed) {
        this.most = most;
        this.seed = seed;
    }

    synchronized void add(int customer, long id) {
        long hash = mixed(mixed(seed ^ id) + customer);
        seen++;
        if (hash > limit) {
            return;
        }
        rows.add(new Row(customer, id, hash));
        if (rows.size() >= 2L * most + 1024) {
            cut();
        }
    }

    private void cut() {
        if (rows.size() > most) {
            rows.sort(Row.BY_HASH);
            limit = rows.get(most - 1).hash();
            rows.subList(most, rows.size()).clear();
        }
    }

    /** How many rows were offered. */
    synchronized long seen() {
        return seen;
    }

    /** The rows kept, by customer and number. */
    List<Row> rows() {
        return rows(1);
    }

    /** The rows kept, by customer and number, no more than a share of those offered, rounded up. */
    synchronized List<Row> rows(double share) {
        cut();
        List<Row> sorted = new ArrayList<>(rows);
        int wanted = (int) Math.min(sorted.size(), Math.ceil(share * seen));
        sorted.sort(Row.BY_HASH);
        sorted.subList(wanted, sorted.size()).clear();
        sorted.sort(Row.BY_CUSTOMER);
        return sorted;
    }

    /** SplitMix64's finaliser (Steele, Lea and Flood 2014, doi 10.1145/2660193.2660195). */
    private static long mixed(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
