package org.yinhang.lake.tag;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;

/** Counts the values of one tag, block by block; several threads may add. */
final class FiguresCount {

    private static final ThreadLocal<PlaceCounts> COUNTS = ThreadLocal.withInitial(PlaceCounts::new);

    private final ValueType type;
    private final Map<String, Long> values = new HashMap<>();
    private final Map<Integer, Long> bands = new HashMap<>();
    private long customers;
    private long known;

    FiguresCount(ValueType type) {
        this.type = type;
    }

    /** Adds the rows of a block that are customers. */
    void add(Vector vector, long[] present) {
        switch (vector) {
            case Vector.Codes(int[] codes, var dictionary) -> codes(codes, dictionary, present);
            case Vector.Truths(byte[] truths) -> truths(truths, present);
            case Vector.Sets(long[] masks, var dictionary) -> sets(masks, dictionary, present);
            case Vector.Wholes(long[] wholes) -> {
                PlaceCounts counts = COUNTS.get();
                for (int row = 0; row < wholes.length; row++) {
                    counts.places[row] =
                            wholes[row] == Vector.MISSING ? Integer.MIN_VALUE : NumberBands.of(type, wholes[row]);
                }
                places(counts, present);
            }
            case Vector.Reals(double[] reals) -> {
                PlaceCounts counts = COUNTS.get();
                for (int row = 0; row < reals.length; row++) {
                    counts.places[row] = Double.isNaN(reals[row]) ? Integer.MIN_VALUE : NumberBands.of(reals[row]);
                }
                places(counts, present);
            }
        }
    }

    private static boolean isCustomer(long[] present, int row) {
        return (present[row >>> 6] >>> row & 1) == 1;
    }

    private void codes(int[] codes, Dictionary dictionary, long[] present) {
        long[] counts = new long[dictionary.size()];
        long missing = 0;
        for (int row = 0; row < BlockValues.ROWS; row++) {
            if (isCustomer(present, row)) {
                if (codes[row] < 0) {
                    missing++;
                } else {
                    counts[codes[row]]++;
                }
            }
        }
        Map<String, Long> named = new HashMap<>();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                named.put(dictionary.text(code), counts[code]);
            }
        }
        add(named, missing);
    }

    private void truths(byte[] truths, long[] present) {
        long[] counts = new long[3];
        for (int row = 0; row < BlockValues.ROWS; row++) {
            if (isCustomer(present, row)) {
                counts[truths[row] + 1]++;
            }
        }
        Map<String, Long> named = new HashMap<>();
        if (counts[1] > 0) {
            named.put("false", counts[1]);
        }
        if (counts[2] > 0) {
            named.put("true", counts[2]);
        }
        add(named, counts[0]);
    }

    private synchronized void add(Map<String, Long> named, long missing) {
        named.forEach((value, count) -> values.merge(value, count, Long::sum));
        long counted = named.values().stream().mapToLong(Long::longValue).sum();
        known += counted;
        customers += counted + missing;
    }

    private void sets(long[] masks, Dictionary dictionary, long[] present) {
        long[] counts = new long[Long.SIZE];
        long all = 0;
        long missing = 0;
        for (int row = 0; row < BlockValues.ROWS; row++) {
            if (isCustomer(present, row)) {
                all++;
                missing += masks[row] == Vector.MISSING ? 1 : 0;
                for (long mask = masks[row] == Vector.MISSING ? 0 : masks[row]; mask != 0; mask &= mask - 1) {
                    counts[Long.numberOfTrailingZeros(mask)]++;
                }
            }
        }
        synchronized (this) {
            customers += all;
            known += all - missing;
            for (int label = 0; label < Math.min(counts.length, dictionary.size()); label++) {
                if (counts[label] > 0) {
                    values.merge(dictionary.text(label), counts[label], Long::sum);
                }
            }
        }
    }

    private void places(PlaceCounts counts, long[] present) {
        int[] places = counts.places;
        long all = 0;
        long missing = 0;
        for (int row = 0; row < BlockValues.ROWS; row++) {
            if (isCustomer(present, row)) {
                all++;
                if (places[row] == Integer.MIN_VALUE) {
                    missing++;
                } else {
                    counts.add(places[row]);
                }
            }
        }
        synchronized (this) {
            customers += all;
            known += all - missing;
            counts.into(bands);
        }
    }

    synchronized TagFigures figures() {
        return new TagFigures(customers, known, new TreeMap<>(values), new TreeMap<>(bands));
    }

    /** Counts of places around a middle, without boxing each; remembers which places occur. Each thread has one. */
    private static final class PlaceCounts {

        private static final int REACH = 1 << 15;

        private final int[] places = new int[BlockValues.ROWS];
        private final int[] counts = new int[2 * REACH];
        private int[] seen = new int[256];
        private int size;

        void add(int place) {
            int at = Math.clamp(place, -REACH, REACH - 1) + REACH;
            if (counts[at]++ == 0) {
                seen = size == seen.length ? Arrays.copyOf(seen, size * 2) : seen;
                seen[size++] = at;
            }
        }

        /** Adds them to others, and begins anew. */
        void into(Map<Integer, Long> bands) {
            for (int i = 0; i < size; i++) {
                bands.merge(seen[i] - REACH, (long) counts[seen[i]], Long::sum);
                counts[seen[i]] = 0;
            }
            size = 0;
        }
    }
}
