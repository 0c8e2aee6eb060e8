package org.yinhang.lake.funnel;

import java.util.Arrays;

/** Counts per step for each code of a dictionary, or for each other whole number from -1 on. */
final class CodeCounts {

    private static final long[] NONE = {};

    private final int width;
    private long[][] counts = new long[16][];

    CodeCounts(int width) {
        this.width = width;
        Arrays.fill(counts, NONE);
    }

    /** The counts of a code, -1 for the missing one. */
    long[] of(int code) {
        int place = code + 1;
        if (place >= counts.length) {
            int known = counts.length;
            counts = Arrays.copyOf(counts, Math.max(place + 1, known * 2));
            Arrays.fill(counts, known, counts.length, NONE);
        }
        long[] row = counts[place];
        if (row == NONE) {
            row = new long[width];
            counts[place] = row;
        }
        return row;
    }

    void add(CodeCounts other) {
        other.each((code, row) -> {
            long[] own = of(code);
            for (int i = 0; i < width; i++) {
                own[i] += row[i];
            }
        });
    }

    /** Takes a code and its counts. */
    @FunctionalInterface
    interface Row {
        void take(int code, long[] counts);
    }

    /** Hands over every code that was counted, in ascending order. */
    void each(Row consumer) {
        for (int place = 0; place < counts.length; place++) {
            long[] row = counts[place];
            if (row != NONE) {
                consumer.take(place - 1, row);
            }
        }
    }
}
