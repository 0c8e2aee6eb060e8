package org.yinhang.core.evaluation;

import java.util.Arrays;

/**
 * Where a figure lies with 95 % confidence.
 *
 * @param low lower end
 * @param high upper end; NaN, as the lower, where nothing can be said
 */
public record Interval(double low, double high) {

    /** The standard normal's 97.5 % point. */
    public static final double Z = 1.959963984540054;

    /** Nothing can be said. */
    public static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

    /** The interval of a figure whose error is normal. */
    public static Interval normal(double figure, double standardError) {
        return new Interval(figure - Z * standardError, figure + Z * standardError);
    }

    /**
     * The interval of a share (Wilson 1927, doi 10.1080/01621459.1927.10502953); from 0 to 1 when nobody was asked.
     *
     * @param hits of these, how many had it
     * @param trials how many there were
     */
    public static Interval wilson(long hits, long trials) {
        if (trials == 0) {
            return new Interval(0, 1);
        }
        double n = trials;
        double share = hits / n;
        double z2 = Z * Z;
        double middle = (share + z2 / (2 * n)) / (1 + z2 / n);
        double half = Z / (1 + z2 / n) * Math.sqrt(share * (1 - share) / n + z2 / (4 * n * n));
        return new Interval(middle - half, middle + half).within(0, 1);
    }

    /**
     * By how much one share is larger than another (Newcombe 1998, Statistics in Medicine 17, 873–890, method 10).
     *
     * @param hits of the one's trials
     * @param otherHits of the other's
     */
    public static Interval difference(long hits, long trials, long otherHits, long otherTrials) {
        if (trials == 0 || otherTrials == 0) {
            return UNKNOWN;
        }
        double p = (double) hits / trials;
        double q = (double) otherHits / otherTrials;
        Interval ofP = wilson(hits, trials);
        Interval ofQ = wilson(otherHits, otherTrials);
        return new Interval(
                p - q - Math.hypot(p - ofP.low, ofQ.high - q), p - q + Math.hypot(ofP.high - p, q - ofQ.low));
    }

    /** The middle 95 % of a figure's bootstrap draws (Efron and Tibshirani 1993, chapter 13); draws without a figure do not count. */
    public static Interval ofDraws(double[] draws) {
        double[] sorted = Arrays.stream(draws)
                .filter(draw -> !Double.isNaN(draw))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return UNKNOWN;
        }
        return new Interval(quantile(sorted, 0.025), quantile(sorted, 0.975));
    }

    /** The interval cut to a range the figure cannot leave. */
    public Interval within(double least, double most) {
        return isKnown() ? new Interval(Math.clamp(low, least, most), Math.clamp(high, least, most)) : this;
    }

    /** The same interval of the figure's {@code factor}-fold plus a constant. */
    public Interval scaled(double factor, double added) {
        return new Interval(factor * low + added, factor * high + added);
    }

    public boolean isKnown() {
        return !Double.isNaN(low) && !Double.isNaN(high);
    }

    /** Whether a value lies inside, the ends included. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
