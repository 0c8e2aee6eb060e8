package org.yinhang.core.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Draws rows again with replacement, inside each stratum as many as it has, to see how far a figure moves by chance alone
 * (Efron and Tibshirani 1993). Equal seeds give equal draws, whatever the number of processors.
 *
 * @param draws how often, at least 1
 * @param seed of the draws
 */
public record Bootstrap(int draws, long seed) {

    /** Computes figures from how often each row was drawn. */
    @FunctionalInterface
    public interface Statistic {

        /**
         * The figures of one draw.
         *
         * @param counts one a row, shared by nobody
         */
        double[] of(int[] counts);
    }

    public Bootstrap {
        if (draws < 1) {
            throw new IllegalArgumentException("draws: %d (expected: at least 1)".formatted(draws));
        }
    }

    /**
     * Computes figures of every draw.
     *
     * @param strata the stratum of each row, from 0
     * @return by draw and figure
     */
    public double[][] draw(int[] strata, Statistic statistic) {
        int last = Arrays.stream(strata).max().orElse(-1);
        List<int[]> groups = IntStream.rangeClosed(0, last)
                .mapToObj(stratum -> IntStream.range(0, strata.length)
                        .filter(row -> strata[row] == stratum)
                        .toArray())
                .toList();
        double[][] figures = new double[draws][];
        IntStream.range(0, draws).parallel().forEach(draw -> {
            SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + draw);
            int[] counts = new int[strata.length];
            for (int[] rows : groups) {
                for (int i = 0; i < rows.length; i++) {
                    counts[rows[random.nextInt(rows.length)]]++;
                }
            }
            figures[draw] = statistic.of(counts);
        });
        return figures;
    }

    /** The interval of each figure; see {@link #draw}. */
    public List<Interval> intervals(int[] strata, Statistic statistic) {
        double[][] figures = draw(strata, statistic);
        return IntStream.range(0, figures[0].length)
                .mapToObj(figure -> Interval.ofDraws(
                        Arrays.stream(figures).mapToDouble(draw -> draw[figure]).toArray()))
                .toList();
    }
}
