package org.yinhang.core.evaluation;

/**
 * Whether probabilities are too bold or too timid, and too high or too low: outcomes regressed on the log odds stated (Cox
 * 1958, doi 10.1093/biomet/45.3-4.562; Van Calster et al. 2016, doi 10.1016/j.jclinepi.2015.12.005).
 *
 * @param slope 1 is right, below 1 the probabilities are too far apart; NaN when one outcome is absent
 * @param intercept of that line, 0 is right
 * @param inTheLarge what must be added to all log odds for the mean to be right, the slope held at 1; above 0 the
 *     probabilities are too low
 */
public record CalibrationLine(double slope, double intercept, double inTheLarge) {

    private static final int MOST_STEPS = 50;
    private static final double LEAST = 1e-9;

    /** Fits by Newton's method; probabilities are held a billionth away from 0 and 1. */
    public static CalibrationLine of(double[] probabilities, boolean[] outcomes) {
        double[] logOdds = new double[probabilities.length];
        int positives = 0;
        for (int row = 0; row < logOdds.length; row++) {
            double held = Math.clamp(probabilities[row], LEAST, 1 - LEAST);
            logOdds[row] = Math.log(held / (1 - held));
            positives += outcomes[row] ? 1 : 0;
        }
        if (positives == 0 || positives == outcomes.length) {
            return new CalibrationLine(Double.NaN, Double.NaN, Double.NaN);
        }
        double[] line = fit(logOdds, outcomes, false);
        return new CalibrationLine(line[1], line[0], fit(logOdds, outcomes, true)[0]);
    }

    /** Intercept and slope of highest likelihood; the slope stays at 1 where it is fixed. */
    private static double[] fit(double[] logOdds, boolean[] outcomes, boolean fixed) {
        double intercept = 0;
        double slope = 1;
        for (int step = 0; step < MOST_STEPS; step++) {
            double g0 = 0;
            double g1 = 0;
            double h00 = 1e-12;
            double h01 = 0;
            double h11 = 1e-12;
            for (int row = 0; row < logOdds.length; row++) {
                double x = logOdds[row];
                double p = 1 / (1 + Math.exp(-(intercept + slope * x)));
                double gap = (outcomes[row] ? 1 : 0) - p;
                double curvature = p * (1 - p);
                g0 += gap;
                g1 += gap * x;
                h00 += curvature;
                h01 += curvature * x;
                h11 += curvature * x * x;
            }
            double determinant = h00 * h11 - h01 * h01;
            boolean flat = fixed || !(determinant > 1e-9 * h00 * h11);
            double up = flat ? g0 / h00 : (h11 * g0 - h01 * g1) / determinant;
            double steeper = flat ? 0 : (h00 * g1 - h01 * g0) / determinant;
            double damping = Math.min(1, 1 / Math.max(1e-12, Math.max(Math.abs(up), Math.abs(steeper))));
            intercept += damping * up;
            slope += damping * steeper;
            if (Math.abs(up) + Math.abs(steeper) < 1e-10) {
                break;
            }
        }
        return new double[] {intercept, slope};
    }
}
