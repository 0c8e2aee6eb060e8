package org.yinhang.core.uplift;

import org.yinhang.core.evaluation.Interval;

/**
 * The difference of two success rates.
 *
 * @param successes of the treated
 * @param rows treated
 * @param otherSuccesses of the untreated
 * @param otherRows untreated
 */
record Difference(int successes, int rows, int otherSuccesses, int otherRows) {

    double rate() {
        return (double) successes / rows;
    }

    double otherRate() {
        return (double) otherSuccesses / otherRows;
    }

    double value() {
        return rate() - otherRate();
    }

    /** The normal interval, right but for a handful of successes. */
    Interval interval() {
        double variance = rate() * (1 - rate()) / rows + otherRate() * (1 - otherRate()) / otherRows;
        return Interval.normal(value(), Math.sqrt(variance));
    }
}
