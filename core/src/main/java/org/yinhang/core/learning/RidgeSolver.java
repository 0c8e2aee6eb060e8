package org.yinhang.core.learning;

import java.util.Arrays;
import org.yinhang.core.algebra.Cholesky;

/** Newton's method for the ridge-penalised logistic likelihood; later solutions start from the one before. */
final class RidgeSolver {

    private static final int MOST_STEPS = 12;
    private static final double SMALL_STEP = 1e-4;

    private final Sample sample;
    private final int[] rows;
    private final int width;
    private final float[] values;
    private final double[] scales;
    private final double[] means;
    private final double[] beta;

    RidgeSolver(Sample sample, int[] rows) {
        this.sample = sample;
        this.rows = rows;
        this.width = sample.matrix().width();
        this.values = sample.matrix().pack(rows, width);
        this.means = new double[width];
        this.scales = new double[width];
        measure();
        this.beta = new double[width + 1];
        beta[width] = sample.priorLogOdds(rows);
    }

    private void measure() {
        double[] squares = new double[width];
        double all = 0;
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            int at = i * width;
            double weight = sample.weight(row);
            all += weight;
            for (int j = 0; j < width; j++) {
                means[j] += weight * values[at + j];
                squares[j] += weight * values[at + j] * values[at + j];
            }
        }
        for (int j = 0; j < width; j++) {
            means[j] /= all;
            double variance = squares[j] / all - means[j] * means[j];
            scales[j] = variance > 1e-9 ? 1 / Math.sqrt(variance) : 0;
        }
    }

    /** The coefficients that maximise the weighted log likelihood less half the ridge times their squared length. */
    LogisticModel solve(double ridge) {
        for (int step = 0; step < MOST_STEPS; step++) {
            if (newtonStep(ridge) < SMALL_STEP) {
                break;
            }
        }
        double[] coefficients = new double[width];
        for (int j = 0; j < width; j++) {
            coefficients[j] = beta[j] * scales[j];
        }
        int[] sources =
                sample.matrix().features().stream().mapToInt(Feature::source).toArray();
        return new LogisticModel(beta[width], coefficients, means, sources);
    }

    /** Takes one step and returns its largest component. */
    private double newtonStep(double ridge) {
        double[] gradient = new double[width + 1];
        double[][] hessian = new double[width + 1][width + 1];
        accumulate(gradient, hessian);
        for (int j = 0; j < width; j++) {
            gradient[j] -= ridge * beta[j];
            hessian[j][j] += ridge;
        }
        hessian[width][width] += 1e-9;
        double[] step = Cholesky.solve(hessian, gradient);
        double largest = Arrays.stream(step).map(Math::abs).max().orElse(0);
        double damping = largest > 2 ? 2 / largest : 1;
        for (int j = 0; j <= width; j++) {
            beta[j] += damping * step[j];
        }
        return largest;
    }

    /** Adds up the likelihood's gradient and the lower half of its negative Hessian, skipping features that are 0. */
    private void accumulate(double[] gradient, double[][] hessian) {
        int[] present = new int[width + 1];
        double[] scaled = new double[width + 1];
        for (int r = 0; r < rows.length; r++) {
            int row = rows[r];
            int at = r * width;
            int count = 0;
            double logOdds = beta[width];
            for (int j = 0; j < width; j++) {
                double value = values[at + j] * scales[j];
                if (value != 0) {
                    present[count] = j;
                    scaled[count++] = value;
                    logOdds += beta[j] * value;
                }
            }
            present[count] = width;
            scaled[count++] = 1;
            double probability = 1 / (1 + Math.exp(-logOdds));
            double gap = sample.weight(row) * ((sample.outcome(row) ? 1 : 0) - probability);
            double curvature = sample.weight(row) * probability * (1 - probability);
            for (int i = 0; i < count; i++) {
                gradient[present[i]] += gap * scaled[i];
                double factor = curvature * scaled[i];
                double[] line = hessian[present[i]];
                for (int k = 0; k <= i; k++) {
                    line[present[k]] += factor * scaled[k];
                }
            }
        }
    }
}
