package org.yinhang.core.evaluation;

import java.util.List;

/**
 * How many of all successes are found when only the best-scored part of the rows is approached.
 *
 * @param points from the empty list to the full one, at evenly spaced depths
 */
public record GainsCurve(List<Point> points) {

    /**
     * One depth of the list.
     *
     * @param depth share of the rows approached, 0 to 1
     * @param found share of all successes found at that depth, 0 to 1
     */
    public record Point(double depth, double found) {

        /** How many times more successes than in a random list of that depth; NaN at depth 0. */
        public double lift() {
            return found / depth;
        }
    }

    public GainsCurve {
        points = List.copyOf(points);
    }
}
