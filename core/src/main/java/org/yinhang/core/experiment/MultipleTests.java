package org.yinhang.core.experiment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** What several tests at once do to their p-values. */
public enum MultipleTests {
    /** The chance that any of them errs stays below the level (Holm 1979). */
    HOLM {
        @Override
        void adjust(double[] ascending) {
            int tests = ascending.length;
            double greatest = 0;
            for (int i = 0; i < tests; i++) {
                greatest = Math.max(greatest, Math.min(1, ascending[i] * (tests - i)));
                ascending[i] = greatest;
            }
        }
    },
    /** The expected share of errors among those found stays below the level (Benjamini and Hochberg 1995). */
    BENJAMINI_HOCHBERG {
        @Override
        void adjust(double[] ascending) {
            int tests = ascending.length;
            double least = 1;
            for (int i = tests - 1; i >= 0; i--) {
                least = Math.min(least, ascending[i] * tests / (i + 1));
                ascending[i] = least;
            }
        }
    };

    abstract void adjust(double[] ascending);

    /** The p-values as they may be compared with the level, in the order given. */
    public double[] adjusted(double... pValues) {
        int[] order = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] sorted = Arrays.stream(order).mapToDouble(i -> pValues[i]).toArray();
        adjust(sorted);
        double[] adjusted = new double[pValues.length];
        for (int i = 0; i < order.length; i++) {
            adjusted[order[i]] = sorted[i];
        }
        return adjusted;
    }
}
