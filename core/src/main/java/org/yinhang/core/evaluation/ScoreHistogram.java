package org.yinhang.core.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * How the scores of successes and of failures are spread.
 *
 * @param bars from the lowest score to the highest, of equal width
 */
public record ScoreHistogram(List<Bar> bars) {

    private static final int COUNT = 20;

    /**
     * Rows with a score between two bounds.
     *
     * @param from lower bound
     * @param to upper bound
     * @param successes share of all successes that lie here, 0 to 1
     * @param failures share of all failures that lie here, 0 to 1
     */
    public record Bar(double from, double to, double successes, double failures) {}

    public ScoreHistogram {
        bars = List.copyOf(bars);
    }

    /** Spreads scores over {@value #COUNT} bars between the lowest and the highest. */
    public static ScoreHistogram of(double[] scores, boolean[] outcomes) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int positives = 0;
        for (int row = 0; row < scores.length; row++) {
            low = Math.min(low, scores[row]);
            high = Math.max(high, scores[row]);
            positives += outcomes[row] ? 1 : 0;
        }
        double width = (high - low) / COUNT;
        int[] successes = new int[COUNT];
        int[] failures = new int[COUNT];
        for (int row = 0; row < scores.length; row++) {
            int bar = width > 0 ? Math.min(COUNT - 1, (int) ((scores[row] - low) / width)) : 0;
            (outcomes[row] ? successes : failures)[bar]++;
        }
        List<Bar> bars = new ArrayList<>();
        for (int bar = 0; bar < COUNT && scores.length > 0; bar++) {
            bars.add(new Bar(
                    low + bar * width,
                    low + (bar + 1) * width,
                    share(successes[bar], positives),
                    share(failures[bar], scores.length - positives)));
        }
        return new ScoreHistogram(bars);
    }

    private static double share(int count, int of) {
        return of == 0 ? 0 : (double) count / of;
    }
}
