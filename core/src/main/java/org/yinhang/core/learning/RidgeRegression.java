package org.yinhang.core.learning;

import java.util.Arrays;
import org.yinhang.core.algebra.Cholesky;

/**
 * Linear regression with a ridge penalty on scaled coefficients (Hoerl and Kennard 1970, doi 10.2307/1267351). Sums of squares and
 * products are gathered once a fold, so that every penalty and every left-out fold costs one small equation.
 */
final class RidgeRegression {

    /** Penalties as multiples of the rows learned from: from hardly any slope left to hardly any penalty. */
    private static final double[] RIDGES = {10, 3, 1, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001};

    private final FeatureMatrix matrix;
    private final double[] values;
    private final int width;

    RidgeRegression(FeatureMatrix matrix, double[] values) {
        this.matrix = matrix;
        this.values = values;
        this.width = matrix.width();
    }

    static int complexities() {
        return RIDGES.length;
    }

    static String describe(int complexity) {
        return "ridge " + RIDGES[complexity];
    }

    /** Sums over some rows: of products of features, of features and of products with the value, which stands last. */
    private static final class Moments {

        private final double[][] products;
        private double rows;

        Moments(int size) {
            this.products = new double[size][size];
        }

        void add(Moments other, double factor) {
            for (int i = 0; i < products.length; i++) {
                for (int j = 0; j <= i; j++) {
                    products[i][j] += factor * other.products[i][j];
                }
            }
            rows += factor * other.rows;
        }
    }

    /** The lower half of the moments of the features, a 1 and the value. */
    private Moments moments(int[] rows) {
        Moments moments = new Moments(width + 2);
        int[] present = new int[width + 2];
        double[] found = new double[width + 2];
        float[] encoded = new float[width];
        for (int row : rows) {
            int count = 0;
            matrix.read(row, encoded);
            for (int j = 0; j < width; j++) {
                if (encoded[j] != 0) {
                    present[count] = j;
                    found[count++] = encoded[j];
                }
            }
            present[count] = width;
            found[count++] = 1;
            present[count] = width + 1;
            found[count++] = values[row];
            for (int i = 0; i < count; i++) {
                double[] line = moments.products[present[i]];
                for (int k = 0; k <= i; k++) {
                    line[present[k]] += found[i] * found[k];
                }
            }
        }
        moments.rows = rows.length;
        return moments;
    }

    /**
     * Predicts every row by models that did not learn from its fold.
     *
     * @param folds rows by fold
     * @return by complexity and row
     */
    double[][] outOfFold(int[][] folds) {
        Moments[] each = Arrays.stream(folds).map(this::moments).toArray(Moments[]::new);
        Moments all = new Moments(width + 2);
        for (Moments fold : each) {
            all.add(fold, 1);
        }
        double[][] predicted = new double[RIDGES.length][values.length];
        for (int fold = 0; fold < folds.length; fold++) {
            Moments others = new Moments(width + 2);
            others.add(all, 1);
            others.add(each[fold], -1);
            for (int complexity = 0; complexity < RIDGES.length; complexity++) {
                LogisticModel model = solve(others, RIDGES[complexity]);
                double[] ofFold = matrix.logOdds(model, folds[fold]);
                for (int i = 0; i < ofFold.length; i++) {
                    predicted[complexity][folds[fold][i]] = ofFold[i];
                }
            }
        }
        return predicted;
    }

    /** Learns from every row. */
    AdditiveModel fit(int complexity) {
        return solve(moments(java.util.stream.IntStream.range(0, values.length).toArray()), RIDGES[complexity]);
    }

    private LogisticModel solve(Moments moments, double ridge) {
        double n = moments.rows;
        double[] sums = moments.products[width];
        double[] withValue = moments.products[width + 1];
        double[] means = new double[width];
        double[] scales = new double[width];
        for (int j = 0; j < width; j++) {
            means[j] = sums[j] / n;
            double variance = moments.products[j][j] / n - means[j] * means[j];
            scales[j] = variance > 1e-9 ? 1 / Math.sqrt(variance) : 0;
        }
        double meanValue = withValue[width] / n;
        double[][] equations = new double[width][width];
        double[] right = new double[width];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j <= i; j++) {
                equations[i][j] = (moments.products[i][j] / n - means[i] * means[j]) * scales[i] * scales[j];
            }
            equations[i][i] += ridge;
            right[i] = (withValue[i] / n - means[i] * meanValue) * scales[i];
        }
        double[] coefficients = Cholesky.solve(equations, right);
        double intercept = meanValue;
        for (int j = 0; j < width; j++) {
            coefficients[j] *= scales[j];
            intercept -= coefficients[j] * means[j];
        }
        return new LogisticModel(
                intercept,
                coefficients,
                means,
                matrix.features().stream().mapToInt(Feature::source).toArray());
    }
}
