package org.yinhang.core.allocation;

import java.util.stream.IntStream;

/**
 * What options are taken to be worth: their values, each moved by a little that only its keys decide. Equal values are common,
 * since scores come in steps; without the little, prices at which half of many equals are wanted do not exist.
 *
 * @param options whose values
 * @param scale the average of what customers' best options bring, in fen; above 0
 */
record Worth(ContactOptions options, double scale) {

    /** By how much a value may be moved, as a share of the scale: far below the gap that is promised. */
    private static final double LITTLE = 2e-5;

    /** Into how many parts customers are cut. */
    static final int CHUNKS = 64;

    static Worth of(ContactOptions options) {
        int customers = options.customers();
        double[] sums = new double[CHUNKS];
        chunks(customers).forEach(chunk -> {
            int end = end(customers, chunk);
            double sum = 0;
            for (int c = start(customers, chunk); c < end; c++) {
                double best = 0;
                for (int o = options.firstOption(c); o < options.firstOption(c + 1); o++) {
                    best = Math.max(best, options.value(o));
                }
                sum += best;
            }
            sums[chunk] = sum;
        });
        double sum = 0;
        for (double part : sums) {
            sum += part;
        }
        return new Worth(options, sum > 0 ? sum / customers : 1);
    }

    /** What decides the little by which a customer's values are moved. */
    long key(int customer) {
        return mixed(options.customerKey(customer));
    }

    /**
     * What an option is worth less what it costs, in fen.
     *
     * @param key of its customer
     * @param signed prices times the sign of their limits
     */
    double reduced(long key, int option, double[] signed) {
        double share = (mixed(key + options.optionKey(option)) >>> 11) * 0x1p-53;
        return options.value(option) + (share - 0.5) * LITTLE * scale - options.cost(option, signed);
    }

    /** A well-spread number for a key (the finaliser of SplitMix64: Steele, Lea and Flood 2014). */
    static long mixed(long key) {
        long z = key + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Parts that may be worked on at the same time; how many there are never depends on the machine. */
    static IntStream chunks(int size) {
        return size < 2_000
                ? IntStream.range(0, CHUNKS)
                : IntStream.range(0, CHUNKS).parallel();
    }

    static int start(int size, int chunk) {
        return (int) ((long) size * chunk / CHUNKS);
    }

    static int end(int size, int chunk) {
        return start(size, chunk + 1);
    }
}
