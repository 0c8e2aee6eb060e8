package org.yinhang.core.learning;

import org.yinhang.core.archive.Archived;

/** Log odds as a weighted sum of features; contributions are measured against the mean training row. */
final class LogisticModel implements AdditiveModel, Archived.Archivable {

    private final double intercept;
    private final double[] coefficients;
    private final double[] means;
    private final int[] sources;
    private final double baseline;

    LogisticModel(double intercept, double[] coefficients, double[] means, int[] sources) {
        this.intercept = intercept;
        this.coefficients = coefficients;
        this.means = means;
        this.sources = sources;
        double sum = intercept;
        for (int i = 0; i < coefficients.length; i++) {
            sum += coefficients[i] * means[i];
        }
        this.baseline = sum;
    }

    @Override
    public double logOdds(float[] values, int at) {
        double sum = intercept;
        for (int i = 0; i < coefficients.length; i++) {
            sum += coefficients[i] * values[at + i];
        }
        return sum;
    }

    @Override
    public double baseline() {
        return baseline;
    }

    @Override
    public void explain(float[] values, int at, double weight, double[] bySource) {
        for (int i = 0; i < coefficients.length; i++) {
            bySource[sources[i]] += weight * coefficients[i] * (values[at + i] - means[i]);
        }
    }

    @Override
    public Archived<LogisticModel> archived() {
        return new Kept(intercept, coefficients, means, sources);
    }

    private record Kept(double intercept, double[] coefficients, double[] means, int[] sources)
            implements Archived<LogisticModel> {

        @Override
        public LogisticModel restore() {
            return new LogisticModel(intercept, coefficients, means, sources);
        }
    }
}
