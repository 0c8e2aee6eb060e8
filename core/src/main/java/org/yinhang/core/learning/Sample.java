package org.yinhang.core.learning;

/** Encoded training rows, what became of each and how much each counts. */
final class Sample {

    private final FeatureMatrix matrix;
    private final boolean[] outcomes;
    private final double[] weights;

    /**
     * Puts rows, outcomes and weights together.
     *
     * @param outcomes one a row
     * @param weights one a row, above 0, mean 1
     */
    Sample(FeatureMatrix matrix, boolean[] outcomes, double[] weights) {
        this.matrix = matrix;
        this.outcomes = outcomes;
        this.weights = weights;
    }

    FeatureMatrix matrix() {
        return matrix;
    }

    boolean outcome(int row) {
        return outcomes[row];
    }

    double weight(int row) {
        return weights[row];
    }

    /** The log odds of the weighted success rate of some rows, half a success and half a failure added. */
    double priorLogOdds(int[] rows) {
        double all = 1;
        double successes = 0.5;
        for (int row : rows) {
            all += weights[row];
            successes += outcomes[row] ? weights[row] : 0;
        }
        return Math.log(successes / (all - successes));
    }
}
