package org.yinhang.core.funnel;

import java.util.OptionalLong;

/**
 * How long something took, in microseconds, counted in bands no wider than one part in 128 of where they begin; sums of
 * several are the same in any order. Quantiles are the lower end of their band: up to 0.8 % below the exact value.
 */
public final class Durations {

    private static final int FINE_BITS = 7;
    private static final int FINE = 1 << FINE_BITS;

    private final long[] counts = new long[(Long.SIZE - FINE_BITS) * FINE];
    private long total;

    /** Counts one duration, 0 or longer. */
    public void add(long micros) {
        counts[band(micros)]++;
        total++;
    }

    /** Adds what another counted. */
    public void add(Durations other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        total += other.total;
    }

    /** How many were counted. */
    public long total() {
        return total;
    }

    /** The value that a share of the durations does not exceed; empty when there are none. */
    public OptionalLong quantile(double share) {
        if (total == 0) {
            return OptionalLong.empty();
        }
        long wanted = Math.max(1, (long) Math.ceil(share * total));
        int band = 0;
        for (long seen = counts[0]; seen < wanted; seen += counts[band]) {
            band++;
        }
        return OptionalLong.of(begin(band));
    }

    /** The middle one. */
    public OptionalLong median() {
        return quantile(0.5);
    }

    private static int band(long micros) {
        if (micros < FINE) {
            return (int) micros;
        }
        int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(micros) - FINE_BITS;
        return (shift + 1) * FINE + (int) (micros >>> shift) - FINE;
    }

    private static long begin(int band) {
        if (band < FINE) {
            return band;
        }
        int shift = band / FINE - 1;
        return (long) (band % FINE + FINE) << shift;
    }
}
