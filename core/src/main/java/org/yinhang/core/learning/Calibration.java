package org.yinhang.core.learning;

import java.util.Arrays;

/** Turns log odds into probabilities that come true; strictly rising, so it never changes who stands before whom. */
sealed interface Calibration permits PlattScaling, IsotonicCurve {

    /** The probability of success of a row with these log odds, between 0 and 1. */
    double probability(double logOdds);

    /** How it works, in words. */
    String describe();

    /** Takes log odds for what they say. */
    static Calibration none() {
        return new PlattScaling(1, 0);
    }

    /**
     * Fits to blocks of rows in time, each scored by a model of the rows before it. Where the level of success moves, what
     * was too high for the last blocks may be too low for the next; so a line is drawn only if, drawn from the blocks
     * before, it would have helped in every later block.
     *
     * @param blocks the block each row belongs to, from 0, rising
     */
    static Calibration fitInTime(double[] logOdds, boolean[] outcomes, int[] blocks) {
        int last = blocks[blocks.length - 1];
        boolean helps = last >= 2;
        for (int block = 1; block <= last && helps; block++) {
            int from = firstOf(block, blocks);
            int to = firstOf(block + 1, blocks);
            PlattScaling line = PlattScaling.fit(Arrays.copyOf(logOdds, from), Arrays.copyOf(outcomes, from));
            double gain = 0;
            for (int row = from; row < to; row++) {
                gain += LogLoss.of(logOdds[row], outcomes[row])
                        - LogLoss.of(line.adjusted(logOdds[row]), outcomes[row]);
            }
            helps = gain > 0;
        }
        return helps ? PlattScaling.fit(logOdds, outcomes) : none();
    }

    private static int firstOf(int block, int[] blocks) {
        int row = 0;
        while (row < blocks.length && blocks[row] < block) {
            row++;
        }
        return row;
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
