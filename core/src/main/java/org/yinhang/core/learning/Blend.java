package org.yinhang.core.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yinhang.core.evaluation.Ranking;

/**
 * Which candidates make up a model, and why. Mixes in parts of {@value #PARTS} are compared on rows none of the candidates
 * learned from; the best of them is drawn towards equal weights, half-way where it gains {@value #SURE_ERRORS} standard errors, for the best is
 * known with an error and equal weights are not (Diebold and Pauly 1990, doi 10.1016/0169-2070(90)90028-A).
 */
final class Blend {

    private static final int PARTS = 4;

    /** At so many standard errors a gain is believed half. */
    private static final int SURE_ERRORS = 2;

    /** Student's t at 5 % for four blocks and the six smaller blends of three candidates (Bonferroni): 4.9. */
    private static final int BLOCK_ERRORS = 5;

    private final double[] weights;
    private final String reason;

    private Blend(double[] weights, String reason) {
        this.weights = weights;
        this.reason = reason;
    }

    /** Weight of each candidate, 0 to 1, sum 1. */
    double weight(int candidate) {
        return weights[candidate];
    }

    String reason() {
        return reason;
    }

    static Blend equal(int candidates, String reason) {
        double[] weights = new double[candidates];
        java.util.Arrays.fill(weights, 1.0 / candidates);
        return new Blend(weights, reason);
    }

    /**
     * Chooses by the log loss of the blended log odds, each blend calibrated the same way.
     *
     * @param names of the candidates
     * @param logOdds by candidate and row
     * @param outcomes by row
     */
    static Blend choose(List<String> names, List<double[]> logOdds, boolean[] outcomes) {
        Blend equal = equal(names.size(), "");
        double[] equalLosses = losses(equal.weights, logOdds, outcomes);
        double[] best = equal.weights;
        double[] bestLosses = equalLosses;
        for (double[] weights : mixes(names.size())) {
            double[] losses = losses(weights, logOdds, outcomes);
            if (mean(losses) < mean(bestLosses)) {
                best = weights;
                bestLosses = losses;
            }
        }
        if (best == equal.weights) {
            return equal(
                    names.size(),
                    String.format(
                            Locale.ROOT,
                            "All weigh the same: on %d rows not learned from, no other mix lost less.",
                            outcomes.length));
        }
        double gain = mean(equalLosses) - mean(bestLosses);
        double error = standardError(equalLosses, bestLosses);
        double doubt = SURE_ERRORS * error;
        double way = gain * gain / (gain * gain + doubt * doubt);
        double[] drawn = new double[best.length];
        for (int i = 0; i < best.length; i++) {
            drawn[i] = way * best[i] + (1 - way) * equal.weights[i];
        }
        return new Blend(
                drawn,
                String.format(
                        Locale.ROOT,
                        "From equal weights %.0f%% of the way to the mix that lost least on %d rows not learned from, %.4f nats a row"
                                + " less than equal weights (standard error %.4f).",
                        100 * way,
                        outcomes.length,
                        gain,
                        error));
    }

    /**
     * Chooses for rows in time, where the level of success moves from block to block and only the order inside a block can
     * be trusted: a smaller blend must order the blocks better (mean AUC) by more than {@value #BLOCK_ERRORS} standard errors.
     *
     * @param blocks the block each row belongs to, from 0
     */
    static Blend chooseInTime(List<double[]> logOdds, boolean[] outcomes, int[] blocks) {
        int candidates = logOdds.size();
        double[] allIn = aucs(equal(candidates, "").weights, logOdds, outcomes, blocks);
        double[] best = equal(candidates, "").weights;
        double bestGain = 0;
        double bestError = 0;
        for (int subset = 1; subset < (1 << candidates) - 1; subset++) {
            double[] weights = new double[candidates];
            for (int i = 0; i < candidates; i++) {
                weights[i] = (subset >> i & 1) / (double) Integer.bitCount(subset);
            }
            double[] aucs = aucs(weights, logOdds, outcomes, blocks);
            double gain = mean(aucs) - mean(allIn);
            double error = standardError(aucs, allIn);
            if (allIn.length > 1 && gain > BLOCK_ERRORS * error && gain > bestGain) {
                best = weights;
                bestGain = gain;
                bestError = error;
            }
        }
        if (bestGain == 0) {
            return equal(
                    candidates,
                    String.format(
                            Locale.ROOT,
                            "All weigh the same: on the newest %d rows, each scored before its outcome was known, no smaller"
                                    + " blend ordered them surely better.",
                            outcomes.length));
        }
        return new Blend(
                best,
                String.format(
                        Locale.ROOT,
                        "On the newest %d rows, each scored before its outcome was known, this blend's AUC was %.3f above that"
                                + " of all together (standard error %.3f).",
                        outcomes.length,
                        bestGain,
                        bestError));
    }

    /** The AUC inside each block that has both outcomes. */
    private static double[] aucs(double[] weights, List<double[]> logOdds, boolean[] outcomes, int[] blocks) {
        double[] blended = blended(weights, logOdds);
        return Ranking.within(blended, outcomes, blocks).stream()
                .mapToDouble(Ranking::auc)
                .toArray();
    }

    private static double[] blended(double[] weights, List<double[]> logOdds) {
        double[] sum = new double[logOdds.getFirst().length];
        for (int candidate = 0; candidate < weights.length; candidate++) {
            for (int row = 0; row < sum.length; row++) {
                sum[row] += weights[candidate] * logOdds.get(candidate)[row];
            }
        }
        return sum;
    }

    double[] blended(List<double[]> logOdds) {
        return blended(weights, logOdds);
    }

    private static double[] losses(double[] weights, List<double[]> logOdds, boolean[] outcomes) {
        double[] blended = blended(weights, logOdds);
        PlattScaling platt = PlattScaling.fit(blended, outcomes);
        double[] losses = new double[blended.length];
        for (int row = 0; row < losses.length; row++) {
            losses[row] = LogLoss.of(platt.adjusted(blended[row]), outcomes[row]);
        }
        return losses;
    }

    private static List<double[]> mixes(int candidates) {
        List<double[]> mixes = new ArrayList<>();
        spread(new double[candidates], 0, PARTS, mixes);
        return mixes;
    }

    private static void spread(double[] weights, int candidate, int left, List<double[]> mixes) {
        if (candidate == weights.length - 1) {
            weights[candidate] = (double) left / PARTS;
            mixes.add(weights.clone());
            return;
        }
        for (int parts = 0; parts <= left; parts++) {
            weights[candidate] = (double) parts / PARTS;
            spread(weights, candidate + 1, left - parts, mixes);
        }
    }

    private static double mean(double[] values) {
        return java.util.Arrays.stream(values).sum() / values.length;
    }

    private static double standardError(double[] one, double[] other) {
        double meanGap = mean(one) - mean(other);
        double squares = 0;
        for (int i = 0; i < one.length; i++) {
            double gap = one[i] - other[i] - meanGap;
            squares += gap * gap;
        }
        return Math.sqrt(squares / one.length / Math.max(1, one.length - 1));
    }
}
