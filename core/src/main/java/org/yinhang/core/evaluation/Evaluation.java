package org.yinhang.core.evaluation;

/**
 * What a model's out-of-sample scores are worth, computed once over all of them together.
 *
 * @param scored rows scored
 * @param positives successes among them
 * @param auc chance that a success outranks a failure, 0 to 1
 * @param aucWithin mean of that inside each step or fold that has both outcomes, 0 to 1; NaN when none has
 * @param ks widest gap between successes and failures, 0 to 1
 * @param alift area under the gains curve, 0 to 1
 * @param topHalfShare share of successes in the better half, 0 to 1
 * @param brier mean squared error of the probabilities, 0 to 1
 * @param calibrationError mean gap between stated and observed over {@value #CALIBRATION_BINS} bins of equal number
 * @param top length of the list asked for
 * @param foundInTop successes among the best {@code top} rows
 * @param gains gains curve in hundredths
 * @param reliability the calibration bins
 */
public record Evaluation(
        int scored,
        int positives,
        double auc,
        double aucWithin,
        double ks,
        double alift,
        double topHalfShare,
        double brier,
        double calibrationError,
        int top,
        int foundInTop,
        GainsCurve gains,
        Reliability reliability) {

    /** How many bins of equal number the calibration error is computed over. */
    public static final int CALIBRATION_BINS = 10;

    /**
     * Evaluates probabilities in the order of the rows.
     *
     * @param probabilities one a row, 0 to 1
     * @param outcomes one a row
     * @param steps the number of the step or fold each row was scored in, from 0
     * @param top how long a list to cut, in rows
     */
    public static Evaluation of(double[] probabilities, boolean[] outcomes, int[] steps, int top) {
        Ranking ranking = Ranking.of(probabilities, outcomes);
        Reliability reliability = Reliability.of(probabilities, outcomes, CALIBRATION_BINS);
        return new Evaluation(
                ranking.size(),
                ranking.positives(),
                ranking.auc(),
                aucWithin(probabilities, outcomes, steps),
                ranking.ks(),
                ranking.alift(),
                ranking.topHalfShare(),
                brier(probabilities, outcomes),
                reliability.expectedError(),
                top,
                ranking.foundInTop(top),
                ranking.gains(100),
                reliability);
    }

    /** The mean squared gap between probability and outcome (Brier 1950). */
    static double brier(double[] probabilities, boolean[] outcomes) {
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            double gap = probabilities[i] - (outcomes[i] ? 1 : 0);
            sum += gap * gap;
        }
        return sum / probabilities.length;
    }

    private static double aucWithin(double[] probabilities, boolean[] outcomes, int[] steps) {
        return Ranking.within(probabilities, outcomes, steps).stream()
                .mapToDouble(Ranking::auc)
                .average()
                .orElse(Double.NaN);
    }
}
