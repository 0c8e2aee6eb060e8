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

    /** The most rows that are drawn again. */
    private static final int MOST_ROWS = 500_000;

    /**
     * Assesses out-of-sample probabilities.
     *
     * @param probabilities one a row, 0 to 1
     * @param outcomes one a row
     * @param seed of the draws
     */
    public static Assessment of(double[] probabilities, boolean[] outcomes, long seed) {
        List<Interval> intervals = intervals(probabilities, outcomes, seed);
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

    /**
     * By how much figures move by chance. Of very many rows only some, evenly spread, are drawn again and again: the figures of
     * all of them move less by the square root of how many more they are.
     */
    private static List<Interval> intervals(double[] probabilities, boolean[] outcomes, long seed) {
        WeightedFigures figures = new WeightedFigures(probabilities, outcomes);
        double[] all = figures.ofAll();
        int rows = outcomes.length;
        if (rows <= MOST_ROWS) {
            return holding(all, drawn(figures, outcomes, seed));
        }
        int[] some = IntStream.range(0, MOST_ROWS)
                .map(i -> (int) ((long) i * rows / MOST_ROWS))
                .toArray();
        double[] stated =
                IntStream.of(some).mapToDouble(row -> probabilities[row]).toArray();
        boolean[] seen = new boolean[some.length];
        for (int i = 0; i < some.length; i++) {
            seen[i] = outcomes[some[i]];
        }
        WeightedFigures ofSome = new WeightedFigures(stated, seen);
        double[] around = ofSome.ofAll();
        double narrower = Math.sqrt((double) MOST_ROWS / rows);
        List<Interval> intervals = drawn(ofSome, seen, seed);
        return holding(
                all,
                IntStream.range(0, all.length)
                        .mapToObj(figure -> new Interval(
                                all[figure] + narrower * (intervals.get(figure).low() - around[figure]),
                                all[figure] + narrower * (intervals.get(figure).high() - around[figure])))
                        .toList());
    }

    /** A widest gap that is hardly there is wider in every draw than in the rows; its interval begins with itself. */
    private static List<Interval> holding(double[] figures, List<Interval> intervals) {
        return IntStream.range(0, figures.length)
                .mapToObj(figure -> new Interval(
                        Math.min(figures[figure], intervals.get(figure).low()),
                        Math.max(figures[figure], intervals.get(figure).high())))
                .toList();
    }

    private static List<Interval> drawn(WeightedFigures figures, boolean[] outcomes, long seed) {
        int[] strata = IntStream.range(0, outcomes.length)
                .map(row -> outcomes[row] ? 1 : 0)
                .toArray();
        return new Bootstrap(draws(outcomes.length), seed).intervals(strata, figures::of);
    }

    /** How many draws so many rows are given: 200 to 1,000. */
    public static int draws(int rows) {
        return Math.clamp(ROWS_DRAWN / Math.max(1, rows), LEAST_DRAWS, DRAWS);
    }
}
