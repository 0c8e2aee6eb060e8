package org.yinhang.core.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether stated probabilities come true.
 *
 * @param bins groups of rows of about equal number, from the lowest stated probability to the highest
 */
public record Reliability(List<Bin> bins) {

    /**
     * Rows with similar stated probability.
     *
     * @param rows how many
     * @param stated mean of the probabilities stated, 0 to 1
     * @param observed share that succeeded, 0 to 1
     */
    public record Bin(int rows, double stated, double observed) {}

    public Reliability {
        bins = List.copyOf(bins);
    }

    /** Groups rows into at most {@code count} bins of equal number, ties by row number. */
    public static Reliability of(double[] probabilities, boolean[] outcomes, int count) {
        int[] order = IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> probabilities[row])
                        .thenComparing(row -> row))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < count; bin++) {
            int from = (int) ((long) order.length * bin / count);
            int to = (int) ((long) order.length * (bin + 1) / count);
            if (to > from) {
                bins.add(bin(order, from, to, probabilities, outcomes));
            }
        }
        return new Reliability(bins);
    }

    private static Bin bin(int[] order, int from, int to, double[] probabilities, boolean[] outcomes) {
        double stated = 0;
        int successes = 0;
        for (int i = from; i < to; i++) {
            stated += probabilities[order[i]];
            successes += outcomes[order[i]] ? 1 : 0;
        }
        return new Bin(to - from, stated / (to - from), (double) successes / (to - from));
    }

    /**
     * Expected calibration error: the mean gap between stated and observed, each bin weighted by its rows (Naeini, Cooper
     * and Hauskrecht 2015, AAAI; with bins of equal number as in Nguyen and O'Connor 2015).
     */
    public double expectedError() {
        double gap = 0;
        int rows = 0;
        for (Bin bin : bins) {
            gap += bin.rows * Math.abs(bin.stated - bin.observed);
            rows += bin.rows;
        }
        return gap / rows;
    }
}
