package org.yinhang.core.learning;

import java.util.Locale;

/**
 * A straight line over log odds (Platt 1999, "Probabilistic outputs for support vector machines"; Newton's method as in Lin,
 * Lin and Weng 2007, doi 10.1007/s10994-007-5018-6).
 *
 * @param slope above 0
 * @param intercept added, in log odds
 */
record PlattScaling(double slope, double intercept) implements Calibration {

    private static final int STEPS = 50;
    private static final double FLATTEST = 0.05;

    static PlattScaling fit(double[] logOdds, boolean[] outcomes) {
        int positives = 0;
        for (boolean outcome : outcomes) {
            positives += outcome ? 1 : 0;
        }
        int negatives = outcomes.length - positives;
        if (positives == 0 || negatives == 0) {
            return new PlattScaling(1, 0);
        }
        // Platt's targets: a little short of 0 and 1, so that a perfect separation does not ask for an infinite slope.
        double high = (positives + 1.0) / (positives + 2.0);
        double low = 1.0 / (negatives + 2.0);
        double slope = 1;
        double intercept = 0;
        for (int step = 0; step < STEPS; step++) {
            double g0 = 0;
            double g1 = 0;
            double h00 = 1e-9;
            double h01 = 0;
            double h11 = 1e-9;
            for (int i = 0; i < logOdds.length; i++) {
                double probability = 1 / (1 + Math.exp(-(slope * logOdds[i] + intercept)));
                double gap = (outcomes[i] ? high : low) - probability;
                double curvature = probability * (1 - probability);
                g0 += gap;
                g1 += gap * logOdds[i];
                h00 += curvature;
                h01 += curvature * logOdds[i];
                h11 += curvature * logOdds[i] * logOdds[i];
            }
            double determinant = h00 * h11 - h01 * h01;
            double interceptStep = (h11 * g0 - h01 * g1) / determinant;
            double slopeStep = (h00 * g1 - h01 * g0) / determinant;
            double damping = Math.min(1, 1 / Math.max(1e-9, Math.max(Math.abs(interceptStep), Math.abs(slopeStep))));
            intercept += damping * interceptStep;
            slope += damping * slopeStep;
            if (Math.abs(interceptStep) + Math.abs(slopeStep) < 1e-10) {
                break;
            }
        }
        return slope >= FLATTEST ? new PlattScaling(slope, intercept) : new PlattScaling(FLATTEST, intercept);
    }

    double adjusted(double logOdds) {
        return slope * logOdds + intercept;
    }

    @Override
    public double probability(double logOdds) {
        return 1 / (1 + Math.exp(-adjusted(logOdds)));
    }

    @Override
    public String describe() {
        if (slope != 1) {
            return "Platt";
        }
        return intercept == 0
                ? "probabilities as learned"
                : String.format(Locale.ROOT, "level moved by %+.2f log odds", intercept);
    }
}
