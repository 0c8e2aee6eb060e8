package org.yinhang.lake.tag;

import java.util.Arrays;
import org.yinhang.core.predicate.vector.Vector;

/**
 * Equal shares of all customers by a value: the band of a value is {@code 1 + ⌊bands × r / n⌋}, where r of the n values
 * are smaller; equal values share a band, and customers without a value have none.
 */
final class Bands {

    private final long[] cuts;

    private Bands(long[] cuts) {
        this.cuts = cuts;
    }

    /**
     * Bands of these values; sorts the array.
     *
     * @param values none of them missing, made comparable by {@link #keys}
     */
    static Bands of(long[] values, int bands) {
        Arrays.parallelSort(values);
        long count = values.length;
        long[] cuts = new long[count == 0 ? 0 : bands - 1];
        for (int k = 1; k <= cuts.length; k++) {
            cuts[k - 1] = values[Math.toIntExact((k * count + bands - 1) / bands - 1)];
        }
        return new Bands(cuts);
    }

    /** The band of each value, missing where the value is. */
    long[] of(long[] keys) {
        long[] bands = new long[keys.length];
        for (int i = 0; i < keys.length; i++) {
            bands[i] = keys[i] == Vector.MISSING ? Vector.MISSING : of(keys[i]);
        }
        return bands;
    }

    private long of(long key) {
        int band = 1;
        for (long cut : cuts) {
            band += cut < key ? 1 : 0;
        }
        return band;
    }

    /** Values as whole numbers that compare alike; {@link Vector#MISSING} where missing. */
    static long[] keys(Vector vector) {
        if (vector instanceof Vector.Wholes(long[] values)) {
            return values;
        }
        double[] reals = ((Vector.Reals) vector).values();
        long[] keys = new long[reals.length];
        for (int i = 0; i < reals.length; i++) {
            keys[i] = Double.isNaN(reals[i]) ? Vector.MISSING : key(reals[i]);
        }
        return keys;
    }

    /** The keys that are not missing. */
    static long[] present(long[] keys) {
        return Arrays.stream(keys).filter(key -> key != Vector.MISSING).toArray();
    }

    private static long key(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        return bits >= 0 ? bits : Long.MIN_VALUE - bits;
    }
}
