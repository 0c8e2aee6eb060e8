package org.yinhang.core.allocation;

import java.util.stream.IntStream;
import org.yinhang.core.algebra.Cholesky;

/**
 * Lowers a smoothed dual by Newton's method within a box of prices (Bertsekas 1982, Projected Newton methods): prices that
 * press against the box stay, the others move together; a step that does not lower enough is halved.
 */
record BoxNewton(PriceBox box) {

    private static final int STEPS = 25;
    private static final int HALVINGS = 30;

    /** A step below this share of the step ends the search. */
    private static final double NEAR = 0.02;

    private static final double SUFFICIENT = 1e-4;

    /** A price so near the edge of the box, as a share of the step, stands on it. */
    private static final double TOUCHING = 2e-5;

    /** How many times the step a price moves at most where demand does not answer. */
    private static final double FARTHEST = 20;

    private static final double ROUNDING = 1e-13;

    /** Moves the prices to the lowest point of the box. */
    double[] lowest(SmoothedDual dual, double[] start, double temperature) {
        double[] prices = start.clone();
        for (int r = 0; r < prices.length; r++) {
            prices[r] = Math.clamp(prices[r], box.low()[r], box.high()[r]);
        }
        SmoothedDual.Point point = dual.at(prices, temperature, true);
        for (int step = 0; step < STEPS; step++) {
            double[] direction = direction(prices, point);
            if (isNear(prices, direction)) {
                break;
            }
            double length = 1;
            boolean isLower = false;
            for (int halving = 0; halving < HALVINGS && !isLower; halving++, length /= 2) {
                double[] next = new double[prices.length];
                double promised = 0;
                for (int r = 0; r < prices.length; r++) {
                    next[r] = Math.clamp(prices[r] + length * direction[r], box.low()[r], box.high()[r]);
                    promised += point.gradient()[r] * (next[r] - prices[r]);
                }
                SmoothedDual.Point there = dual.at(next, temperature, true);
                double noise = ROUNDING * Math.abs(point.value());
                isLower = there.value() <= point.value() + SUFFICIENT * promised + noise;
                if (isLower) {
                    prices = next;
                    point = there;
                }
            }
            if (!isLower) {
                break;
            }
        }
        return prices;
    }

    private boolean isNear(double[] prices, double[] direction) {
        for (int r = 0; r < prices.length; r++) {
            double moved = Math.clamp(prices[r] + direction[r], box.low()[r], box.high()[r]);
            if (Math.abs(moved - prices[r]) > NEAR * box.step()[r]) {
                return false;
            }
        }
        return true;
    }

    /** Where to move; a price that would leave the box stays, and the others are asked again. */
    private double[] direction(double[] prices, SmoothedDual.Point point) {
        double[] gradient = point.gradient();
        int[] free = IntStream.range(0, prices.length)
                .filter(r -> !(gradient[r] >= 0 && isLowest(prices, r)) && !(gradient[r] <= 0 && isHighest(prices, r)))
                .toArray();
        while (true) {
            double[] direction = unbounded(free, point);
            int[] staying = IntStream.of(free)
                    .filter(r ->
                            !(direction[r] < 0 && isLowest(prices, r)) && !(direction[r] > 0 && isHighest(prices, r)))
                    .toArray();
            if (staying.length == free.length) {
                return direction;
            }
            free = staying;
        }
    }

    private boolean isLowest(double[] prices, int limit) {
        return prices[limit] <= box.low()[limit] + TOUCHING * box.step()[limit];
    }

    private boolean isHighest(double[] prices, int limit) {
        return prices[limit] >= box.high()[limit] - TOUCHING * box.step()[limit];
    }

    private double[] unbounded(int[] free, SmoothedDual.Point point) {
        double[][] matrix = new double[free.length][free.length];
        double[] right = new double[free.length];
        // In units of steps, so that limits counted in fen and in hours weigh alike.
        double largest = 0;
        for (int i = 0; i < free.length; i++) {
            right[i] = -point.gradient()[free[i]] * box.step()[free[i]];
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = point.curvature()[free[i]][free[j]] * box.step()[free[i]] * box.step()[free[j]];
            }
            largest = Math.max(largest, matrix[i][i]);
        }
        for (int i = 0; i < free.length; i++) {
            matrix[i][i] += Math.abs(right[i]) / FARTHEST + 1e-10 * largest + Double.MIN_NORMAL;
        }
        normalise(matrix, right);
        double[] solution = Cholesky.solve(matrix, right);
        double[] direction = new double[point.gradient().length];
        for (int i = 0; i < free.length; i++) {
            direction[free[i]] = solution[i] * box.step()[free[i]];
        }
        return direction;
    }

    /** Brings the matrix near 1, where the square-root method keeps its digits. */
    private static void normalise(double[][] matrix, double[] right) {
        double largest = 0;
        for (int i = 0; i < right.length; i++) {
            largest = Math.max(largest, matrix[i][i]);
        }
        for (int i = 0; i < right.length && largest > 0; i++) {
            right[i] /= largest;
            for (int j = 0; j <= i; j++) {
                matrix[i][j] /= largest;
            }
        }
    }
}
