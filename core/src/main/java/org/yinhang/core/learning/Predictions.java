package org.yinhang.core.learning;

import java.util.List;
import org.yinhang.core.unit.Probability;

/**
 * What a model says about rows: the calibrated probability of success and, for each source column, how much it moved the
 * row's log odds from those of an average training row.
 */
public final class Predictions {

    private final List<String> columns;
    private final double[] probabilities;
    private final float[] contributions;
    private final double baseline;
    private final double baselineProbability;

    Predictions(
            List<String> columns,
            double[] probabilities,
            float[] contributions,
            double baseline,
            double baselineProbability) {
        this.columns = columns;
        this.probabilities = probabilities;
        this.contributions = contributions;
        this.baseline = baseline;
        this.baselineProbability = baselineProbability;
    }

    /** The number of rows. */
    public int size() {
        return probabilities.length;
    }

    /** The calibrated probability of success of a row. */
    public Probability probability(int row) {
        return Probability.of(probabilities[row]);
    }

    /** All probabilities in row order, 0 to 1. */
    public double[] probabilities() {
        return probabilities.clone();
    }

    /**
     * What contributions are credited to: the columns learned from, in their order, and last
     * {@value ResponseModel#RECENT_OUTCOMES} where the model knows how recent rows fared.
     */
    public List<String> columns() {
        return columns;
    }

    /**
     * How much a column moved a row's log odds, before calibration: above 0 speaks for success, below 0 against. Baseline
     * and contributions add up to the log odds.
     *
     * @param column position in {@link #columns()}
     */
    public double contribution(int row, int column) {
        return contributions[row * columns.size() + column];
    }

    /** The log odds of an average training row, before calibration. */
    public double baseline() {
        return baseline;
    }

    /** The calibrated probability at {@link #baseline()}, 0 to 1. */
    public double baselineProbability() {
        return baselineProbability;
    }
}
