package org.yinhang.core.evaluation;

/** The logarithmic score of probabilities, or log loss, in nats: 0 is perfect (Good 1952). */
public final class LogScore {

    /** Probabilities are held this far from 0 and 1, so that one certain error does not outweigh everything. */
    private static final double LEAST = 1e-9;

    private LogScore() {}

    /** The score of one row; probabilities are held a billionth away from 0 and 1. */
    public static double of(double probability, boolean outcome) {
        return -Math.log(Math.clamp(outcome ? probability : 1 - probability, LEAST, 1));
    }

    /** The mean score of rows. */
    public static double mean(double[] probabilities, boolean[] outcomes) {
        double sum = 0;
        for (int row = 0; row < probabilities.length; row++) {
            sum += of(probabilities[row], outcomes[row]);
        }
        return sum / probabilities.length;
    }
}
