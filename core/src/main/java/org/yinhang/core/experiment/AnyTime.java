package org.yinhang.core.experiment;

/**
 * Statements that stay true however often and whenever one looks: an asymptotic confidence sequence (Waudby-Smith, Arbour,
 * Sinha, Kennedy and Ramdas 2021, theorem 2.2; of the family of Howard, Ramdas, McAuliffe and Sekhon 2021), which is the
 * mixture sequential probability ratio test with a normal mixture (Robbins 1970; Johari, Koomen, Pekelis and Walsh 2017)
 * with the variance estimated. The chance that the range ever leaves out the truth is at most {@code alpha}, for large samples:
 * nothing is said before {@code earliest} units are in each arm.
 *
 * @param alpha chance of ever being wrong
 * @param planned units over both arms at which the range is to be narrowest; to be fixed before looking
 * @param earliest units in each arm before which nothing is said
 */
public record AnyTime(double alpha, long planned, long earliest) {

    public AnyTime {
        if (!(alpha > 0 && alpha < 1) || planned < 1 || earliest < 2) {
            throw new IllegalArgumentException(
                    "alpha: %s, planned: %d, earliest: %d (expected: alpha between 0 and 1, planned above 0, earliest above 1)"
                            .formatted(alpha, planned, earliest));
        }
    }

    /** The same for several comparisons at once, the chance shared equally (Bonferroni). */
    public AnyTime shared(int comparisons) {
        return new AnyTime(alpha / comparisons, planned, earliest);
    }

    /** The weight of the mixture after so many units: 1 standard error of the mixture by one of the estimate, squared. */
    private double weight(long units) {
        double narrowest = -2 * Math.log(alpha) + Math.log1p(-2 * Math.log(alpha));
        return narrowest * units / planned;
    }

    /** How many standard errors the range reaches to either side after so many units over both arms. */
    public double reach(long units) {
        double weight = weight(units);
        return Math.sqrt((1 + weight) / weight * (Math.log1p(weight) - 2 * Math.log(alpha)));
    }

    /** Whether enough units are in to say anything. */
    public boolean speaks(Moments control, Moments arm) {
        return control.count() >= earliest && arm.count() >= earliest;
    }

    /** Where the difference lies, at this look and at every other. */
    public Range range(Effect effect, long units) {
        return Range.around(effect.difference(), reach(units) * effect.error());
    }

    /** Where the lift lies, at this look and at every other. */
    public Range liftRange(Effect effect, long units) {
        return Range.around(effect.lift(), reach(units) * effect.relativeError());
    }

    /**
     * The smallest chance of error at which this look says that there is a difference; the smallest over all looks is an
     * always valid p-value.
     */
    public double pValue(Effect effect, long units) {
        double weight = weight(units);
        double z = effect.z();
        double logLikelihoodRatio = z * z * weight / (2 * (1 + weight)) - Math.log1p(weight) / 2;
        return Math.min(1, Math.exp(-logLikelihoodRatio));
    }
}
