package org.yinhang.core.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The sampling error of AUC without any assumption on the scores (DeLong, DeLong and Clarke-Pearson 1988, doi
 * 10.2307/2531595), by mid-ranks in O(n log n) (Sun and Xu 2014, doi 10.1109/LSP.2014.2337313).
 */
public final class DeLong {

    /** For each success the share of failures it outranks, and for each failure the share of successes above it. */
    private record Placements(double auc, double[] ofSuccesses, double[] ofFailures) {

        AucEstimate estimate() {
            return new AucEstimate(auc, Math.sqrt(variance(ofSuccesses, ofFailures)));
        }
    }

    private DeLong() {}

    /**
     * The AUC of scores with its error.
     *
     * @param scores one a row, higher is better, never NaN
     * @param outcomes one a row, true for a success
     */
    public static AucEstimate estimate(double[] scores, boolean[] outcomes) {
        return placements(scores, outcomes).estimate();
    }

    /** Compares two models that scored the same rows. */
    public static AucComparison compare(double[] first, double[] second, boolean[] outcomes) {
        Placements one = placements(first, outcomes);
        Placements other = placements(second, outcomes);
        double variance = variance(gaps(one.ofSuccesses, other.ofSuccesses), gaps(one.ofFailures, other.ofFailures));
        return new AucComparison(one.estimate(), other.estimate(), Math.sqrt(variance));
    }

    private static double[] gaps(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> one[i] - other[i])
                .toArray();
    }

    private static double variance(double[] ofSuccesses, double[] ofFailures) {
        return sampleVariance(ofSuccesses) / ofSuccesses.length + sampleVariance(ofFailures) / ofFailures.length;
    }

    private static double sampleVariance(double[] values) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return values.length < 2 ? Double.NaN : squares / (values.length - 1);
    }

    private static Placements placements(double[] scores, boolean[] outcomes) {
        int[] successes = rows(outcomes, true);
        int[] failures = rows(outcomes, false);
        double[] all = midRanks(scores);
        double[] amongSuccesses = midRanks(values(scores, successes));
        double[] amongFailures = midRanks(values(scores, failures));
        double[] ofSuccesses = new double[successes.length];
        for (int i = 0; i < successes.length; i++) {
            ofSuccesses[i] = (all[successes[i]] - amongSuccesses[i]) / failures.length;
        }
        double[] ofFailures = new double[failures.length];
        for (int i = 0; i < failures.length; i++) {
            ofFailures[i] = 1 - (all[failures[i]] - amongFailures[i]) / successes.length;
        }
        double auc = Arrays.stream(ofSuccesses).average().orElse(Double.NaN);
        return new Placements(failures.length == 0 ? Double.NaN : auc, ofSuccesses, ofFailures);
    }

    private static int[] rows(boolean[] outcomes, boolean wanted) {
        return IntStream.range(0, outcomes.length)
                .filter(row -> outcomes[row] == wanted)
                .toArray();
    }

    private static double[] values(double[] scores, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> scores[row]).toArray();
    }

    /** Ranks from 1 for the lowest, equal scores sharing the mean of theirs. */
    private static double[] midRanks(double[] scores) {
        ScoreOrder order = ScoreOrder.of(scores);
        double[] ranks = new double[scores.length];
        int start = 0;
        for (int tie = 0; tie < order.ties(); tie++) {
            int end = order.endOfTie(tie);
            double rank = scores.length - (start + end - 1) / 2.0;
            for (int place = start; place < end; place++) {
                ranks[order.row(place)] = rank;
            }
            start = end;
        }
        return ranks;
    }
}
