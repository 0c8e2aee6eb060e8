package org.yinhang.core.learning;

/** Turns log odds into probabilities that come true; strictly rising, so it never changes who stands before whom. */
sealed interface Calibration permits PlattScaling, IsotonicCurve {

    /** The probability of success of a row with these log odds, between 0 and 1. */
    double probability(double logOdds);

    /** How it works, in words. */
    String describe();

    /**
     * Takes log odds for what they say. Right for rows in time, but for their level ({@link LevelCorrection}): the learners
     * minimise log loss with the newest rows weighing most, while a line fitted to models of older rows carries yesterday's
     * level into tomorrow (on a campaign with drift it made the Brier score worse, 0.122 against 0.118).
     */
    static Calibration none() {
        return new PlattScaling(1, 0);
    }

    /**
     * Fits to rows the model has not learned from: a curve of any rising shape where many rows show it to be better on
     * rows it was not fitted to, otherwise two numbers.
     */
    static Calibration fit(double[] logOdds, boolean[] outcomes) {
        if (IsotonicCurve.hasEnough(outcomes) && IsotonicCurve.isBetter(logOdds, outcomes)) {
            return IsotonicCurve.fit(logOdds, outcomes);
        }
        return PlattScaling.fit(logOdds, outcomes);
    }
}
