package org.yinhang.core.evaluation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How sure the figures of an {@link Evaluation} are, and the pictures behind them. Intervals of 95 %; AUC by DeLong, the
 * others by drawing successes and failures again.
 *
 * @param auc with its error
 * @param logLoss mean negative log likelihood in nats
 * @param ks interval of KS
 * @param alift interval of ALIFT
 * @param topHalfShare interval of the share of successes in the better half
 * @param brier interval of the Brier score
 * @param logLossInterval interval of the log loss
 * @param calibration slope and intercept of outcomes over stated log odds
 * @param roc the ROC curve
 * @param tenths lift by tenth
 * @param histogram scores of successes and failures
 */
public record Assessment(
        AucEstimate auc,
        double logLoss,
        Interval ks,
        Interval alift,
        Interval topHalfShare,
        Interval brier,
        Interval logLossInterval,
        CalibrationLine calibration,
        RocCurve roc,
        LiftTable tenths,
        ScoreHistogram histogram) {

    /** Draws enough for the ends of a 95 % interval of few rows; fewer where rows are many and the ends hardly move. */
    private static final int DRAWS = 1_000;

    private static final int LEAST_DRAWS = 200;
    private static final long ROWS_DRAWN = 50_000_000;

    /**
     * Assesses out-of-sample probabilities.
     *
     * @param probabilities one a row, 0 to 1
     * @param outcomes one a row
     * @param seed of the draws
     */
    public static Assessment of(double[] probabilities, boolean[] outcomes, long seed) {
        WeightedFigures figures = new WeightedFigures(probabilities, outcomes);
        int[] strata = IntStream.range(0, outcomes.length)
                .map(row -> outcomes[row] ? 1 : 0)
                .toArray();
        List<Interval> intervals = new Bootstrap(draws(outcomes.length), seed).intervals(strata, figures::of);
        return new Assessment(
                DeLong.estimate(probabilities, outcomes),
                LogScore.mean(probabilities, outcomes),
                intervals.get(WeightedFigures.KS),
                intervals.get(WeightedFigures.ALIFT),
                intervals.get(WeightedFigures.TOP_HALF_SHARE),
                intervals.get(WeightedFigures.BRIER),
                intervals.get(WeightedFigures.LOG_LOSS),
                CalibrationLine.of(probabilities, outcomes),
                RocCurve.of(probabilities, outcomes),
                LiftTable.of(probabilities, outcomes),
                ScoreHistogram.of(probabilities, outcomes));
    }

    /** How many draws so many rows are given: 200 to 1,000. */
    public static int draws(int rows) {
        return Math.clamp(ROWS_DRAWN / Math.max(1, rows), LEAST_DRAWS, DRAWS);
    }
}
