package org.yinhang.core.scorecard;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.yinhang.core.algebra.Cholesky;

/**
 * A logistic regression of the outcome on the weights of evidence of some columns, by Newton's method.
 *
 * @param columns positions among the evidence rows' columns
 * @param coefficients one a column, then the intercept
 * @param information the negative Hessian of the penalised log likelihood at the solution, full
 */
record LogisticFit(int[] columns, double[] coefficients, double[][] information) {

    private static final int MOST_STEPS = 30;
    private static final double SMALL_STEP = 1e-9;

    /** Fits from scratch. */
    static LogisticFit of(EvidenceRows rows, int[] columns, double ridge) {
        double[] start = new double[columns.length + 1];
        double events = 0;
        for (int row = 0; row < rows.size(); row++) {
            events += rows.outcome(row) ? rows.weight(row) : 0;
        }
        start[columns.length] = Math.log(events / (rows.allWeight() - events));
        return from(rows, columns, start, ridge);
    }

    /** Fits with one column more, from this solution on. */
    LogisticFit with(EvidenceRows rows, int column, double ridge) {
        int[] more = Arrays.copyOf(columns, columns.length + 1);
        more[columns.length] = column;
        double[] start = Arrays.copyOf(coefficients, more.length + 1);
        start[more.length] = intercept();
        start[columns.length] = 0;
        return from(rows, more, start, ridge);
    }

    /** Fits with one column fewer, from this solution on. */
    LogisticFit without(EvidenceRows rows, int position, double ridge) {
        int[] fewer = IntStream.range(0, columns.length)
                .filter(i -> i != position)
                .map(i -> columns[i])
                .toArray();
        double[] start = IntStream.range(0, coefficients.length)
                .filter(i -> i != position)
                .mapToDouble(i -> coefficients[i])
                .toArray();
        return from(rows, fewer, start, ridge);
    }

    private static LogisticFit from(EvidenceRows rows, int[] columns, double[] start, double ridge) {
        double[] beta = start.clone();
        double penalty = ridge * rows.allWeight();
        double[][] information = new double[0][];
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] gradient = new double[beta.length];
            information = new double[beta.length][beta.length];
            accumulate(rows, columns, beta, gradient, information);
            for (int j = 0; j < columns.length; j++) {
                gradient[j] -= penalty * beta[j];
                information[j][j] += penalty;
            }
            double[] move = Cholesky.solve(copy(information), gradient);
            double largest = Arrays.stream(move).map(Math::abs).max().orElse(0);
            double damping = largest > 2 ? 2 / largest : 1;
            for (int j = 0; j < beta.length; j++) {
                beta[j] += damping * move[j];
            }
            if (largest < SMALL_STEP) {
                break;
            }
        }
        return new LogisticFit(columns, beta, information);
    }

    private static void accumulate(
            EvidenceRows rows, int[] columns, double[] beta, double[] gradient, double[][] information) {
        int width = columns.length;
        double[] values = new double[width + 1];
        values[width] = 1;
        for (int row = 0; row < rows.size(); row++) {
            double logOdds = beta[width];
            for (int j = 0; j < width; j++) {
                values[j] = rows.at(columns[j], row);
                logOdds += beta[j] * values[j];
            }
            double probability = 1 / (1 + Math.exp(-logOdds));
            double gap = rows.weight(row) * ((rows.outcome(row) ? 1 : 0) - probability);
            double curvature = rows.weight(row) * probability * (1 - probability);
            for (int i = 0; i <= width; i++) {
                gradient[i] += gap * values[i];
                double factor = curvature * values[i];
                double[] line = information[i];
                for (int j = 0; j <= i; j++) {
                    line[j] += factor * values[j];
                }
            }
        }
        for (int i = 0; i <= width; i++) {
            for (int j = 0; j < i; j++) {
                information[j][i] = information[i][j];
            }
        }
    }

    /** The intercept at which, with these coefficients, other rows have as many events as expected. */
    double interceptFor(EvidenceRows rows) {
        double intercept = intercept();
        for (int step = 0; step < MOST_STEPS; step++) {
            double gap = 0;
            double curvature = 0;
            for (int row = 0; row < rows.size(); row++) {
                double logOdds = logOdds(rows, row) - intercept() + intercept;
                double probability = 1 / (1 + Math.exp(-logOdds));
                gap += rows.weight(row) * ((rows.outcome(row) ? 1 : 0) - probability);
                curvature += rows.weight(row) * probability * (1 - probability);
            }
            double move = Math.clamp(gap / curvature, -2, 2);
            intercept += move;
            if (Math.abs(move) < SMALL_STEP) {
                break;
            }
        }
        return intercept;
    }

    static double[][] copy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }

    double intercept() {
        return coefficients[columns.length];
    }

    /** The log odds this fit gives a row. */
    double logOdds(EvidenceRows rows, int row) {
        double sum = intercept();
        for (int j = 0; j < columns.length; j++) {
            sum += coefficients[j] * rows.at(columns[j], row);
        }
        return sum;
    }

    /** Standard errors of the coefficients, the intercept's last, from the inverse information. */
    double[] standardErrors() {
        double[][] covariance = Cholesky.inverse(copy(information));
        return IntStream.range(0, coefficients.length)
                .mapToDouble(j -> Math.sqrt(Math.max(0, covariance[j][j])))
                .toArray();
    }
}
