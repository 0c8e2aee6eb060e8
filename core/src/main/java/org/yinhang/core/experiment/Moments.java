package org.yinhang.core.experiment;

/**
 * What an arm's units say of a metric and a companion column, without keeping the units: counts, means, variances and
 * covariance, added one by one in a way that does not lose digits (Welford 1962; merged as Chan, Golub and LeVeque 1983).
 *
 * @param count units
 * @param mean of the metric
 * @param companion mean of the companion: a covariate from before the experiment, or the denominator of a ratio
 * @param squares sum of squared distances of the metric from its mean
 * @param companionSquares the same of the companion
 * @param products sum of the products of both distances
 */
public record Moments(
        long count, double mean, double companion, double squares, double companionSquares, double products) {

    /** No unit. */
    public static final Moments NONE = new Moments(0, 0, 0, 0, 0, 0);

    /** One more unit that has no companion. */
    public Moments plus(double value) {
        return plus(value, 0);
    }

    /** One more unit. */
    public Moments plus(double value, double other) {
        long n = count + 1;
        double toValue = value - mean;
        double toOther = other - companion;
        double newMean = mean + toValue / n;
        double newOther = companion + toOther / n;
        return new Moments(
                n,
                newMean,
                newOther,
                squares + toValue * (value - newMean),
                companionSquares + toOther * (other - newOther),
                products + toValue * (other - newOther));
    }

    /** Both together. */
    public Moments plus(Moments more) {
        if (count == 0 || more.count == 0) {
            return count == 0 ? more : this;
        }
        long n = count + more.count;
        double byMean = more.mean - mean;
        double byOther = more.companion - companion;
        double weight = (double) count * more.count / n;
        return new Moments(
                n,
                mean + byMean * more.count / n,
                companion + byOther * more.count / n,
                squares + more.squares + byMean * byMean * weight,
                companionSquares + more.companionSquares + byOther * byOther * weight,
                products + more.products + byMean * byOther * weight);
    }

    /** Units of which so many succeeded: a metric of 0 and 1. */
    public static Moments ofSuccesses(long successes, long units) {
        if (units == 0) {
            return NONE;
        }
        double share = (double) successes / units;
        return new Moments(units, share, 0, units * share * (1 - share), 0, 0);
    }

    /** The variance of one unit's metric; NaN below two units. */
    public double variance() {
        return count < 2 ? Double.NaN : squares / (count - 1);
    }

    /** The variance of one unit's companion. */
    public double companionVariance() {
        return count < 2 ? Double.NaN : companionSquares / (count - 1);
    }

    /** The covariance of one unit's metric and companion. */
    public double covariance() {
        return count < 2 ? Double.NaN : products / (count - 1);
    }
}
