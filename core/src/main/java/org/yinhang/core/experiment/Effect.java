package org.yinhang.core.experiment;

import org.yinhang.core.algebra.NormalTails;

/**
 * How much an arm differs from control in one metric, with the standard errors of both ways to say it.
 *
 * @param control the metric in the control arm
 * @param arm the metric in the other arm
 * @param error standard error of {@code arm − control}
 * @param relativeError standard error of {@code arm / control − 1}, by the delta method
 */
public record Effect(double control, double arm, double error, double relativeError) {

    /** The difference of two means that do not depend on each other, each with the variance of its mean. */
    static Effect of(double control, double controlVariance, double arm, double armVariance) {
        double ratio = arm / control;
        return new Effect(
                control,
                arm,
                Math.sqrt(controlVariance + armVariance),
                Math.sqrt(armVariance + ratio * ratio * controlVariance) / Math.abs(control));
    }

    /** The means as they are, variances not assumed equal (Welch 1947). */
    public static Effect ofMeans(Moments control, Moments arm) {
        return of(control.mean(), control.variance() / control.count(), arm.mean(), arm.variance() / arm.count());
    }

    /**
     * The means with what the companion from before the experiment explains taken out (CUPED: Deng, Xu, Kohavi and Walker
     * 2013). The slope is that within the arms, so the effect itself does not move it.
     */
    public static Effect ofAdjustedMeans(Moments control, Moments arm) {
        double spread = control.companionSquares() + arm.companionSquares();
        double slope = spread > 0 ? (control.products() + arm.products()) / spread : 0;
        double centre = control.plus(arm).companion();
        return of(
                control.mean() - slope * (control.companion() - centre),
                residual(control, slope) / control.count(),
                arm.mean() - slope * (arm.companion() - centre),
                residual(arm, slope) / arm.count());
    }

    private static double residual(Moments moments, double slope) {
        return moments.variance() - 2 * slope * moments.covariance() + slope * slope * moments.companionVariance();
    }

    /**
     * Ratios of sums, such as yuan for each loan where the customer was assigned: metric over companion, with the variance by
     * the delta method over customers (Deng, Knoblich and Lu 2018).
     */
    public static Effect ofRatios(Moments control, Moments arm) {
        return of(ratio(control), ratioVariance(control), ratio(arm), ratioVariance(arm));
    }

    private static double ratio(Moments moments) {
        return moments.mean() / moments.companion();
    }

    private static double ratioVariance(Moments moments) {
        return residual(moments, ratio(moments)) / (moments.count() * moments.companion() * moments.companion());
    }

    /** What the arm adds. */
    public double difference() {
        return arm - control;
    }

    /** What the arm adds, by what the control has. */
    public double lift() {
        return arm / control - 1;
    }

    /** The difference in standard errors; 0 where nothing differs and nothing varies. */
    public double z() {
        return difference() == 0 ? 0 : difference() / error;
    }

    /** The chance of such a difference or more, on either side, were there none: for one look, planned ahead. */
    public double pValue() {
        return NormalTails.twoSided(z());
    }

    /** Where the difference lies, for one look planned ahead. */
    public Range fixed(double alpha) {
        return Range.around(difference(), NormalTails.distance(alpha) * error);
    }

    /** Where the lift lies, for one look planned ahead. */
    public Range fixedLift(double alpha) {
        return Range.around(lift(), NormalTails.distance(alpha) * relativeError);
    }
}
