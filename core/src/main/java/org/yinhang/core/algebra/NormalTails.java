package org.yinhang.core.algebra;

/** How far out in a standard normal distribution a value stands. */
public final class NormalTails {

    private static final int MOST_TERMS = 500;
    private static final double SMALL = 1e-17;

    private NormalTails() {}

    /**
     * The probability that a standard normal variable is at least as far from 0 as {@code z}: a power series near 0, Lentz's
     * continued fraction further out (Abramowitz and Stegun 1964, 26.2.11 and 26.2.14). About 14 digits.
     */
    public static double twoSided(double z) {
        double x = Math.abs(z);
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        double density = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
        return x < 2.5 ? 1 - 2 * density * series(x) : 2 * density / fraction(x);
    }

    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int k = 1; k < MOST_TERMS && term > SMALL * sum; k++) {
            term *= x * x / (2 * k + 1);
            sum += term;
        }
        return sum;
    }

    /** x + 1/(x + 2/(x + 3/(x + …))), from the inside out. */
    private static double fraction(double x) {
        double value = x;
        for (int k = MOST_TERMS; k > 0; k--) {
            value = x + k / value;
        }
        return value;
    }

    /** The distance from 0 that a standard normal variable reaches with this probability, 0 when it is 1. */
    public static double distance(double twoSided) {
        if (!(twoSided > 0 && twoSided <= 1)) {
            throw new IllegalArgumentException("probability: %s (expected: above 0, at most 1)".formatted(twoSided));
        }
        double low = 0;
        double high = 40;
        while (high - low > 1e-12) {
            double middle = (low + high) / 2;
            if (twoSided(middle) > twoSided) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return twoSided == 1 ? 0 : (low + high) / 2;
    }
}
