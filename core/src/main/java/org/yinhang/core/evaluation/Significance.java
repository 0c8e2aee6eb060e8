package org.yinhang.core.evaluation;

import org.yinhang.core.algebra.LogGamma;

/** How likely chance alone is to do as much: tail probabilities of the normal and the chi-square distribution. */
public final class Significance {

    private static final int MOST_TERMS = 1_000;
    private static final double SMALL = 1e-15;

    private Significance() {}

    /**
     * The chance of a standard normal at least as far from 0 as {@code z}, on either side.
     *
     * @return 0 to 1; NaN for NaN
     */
    public static double twoSided(double z) {
        return Double.isNaN(z) ? Double.NaN : chiSquare(z * z, 1);
    }

    /**
     * The chance of a chi-square variable at least as large as {@code value}: the upper incomplete gamma function by its
     * series or continued fraction (Abramowitz and Stegun 1964, 6.5.29 and 6.5.31).
     *
     * @param value at least 0
     * @param degrees degrees of freedom, at least 1
     */
    public static double chiSquare(double value, int degrees) {
        if (degrees < 1) {
            throw new IllegalArgumentException("degrees: %d (expected: at least 1)".formatted(degrees));
        }
        double a = degrees / 2.0;
        double x = value / 2;
        if (!(x > 0)) {
            return 1;
        }
        double scale = Math.exp(-x + a * Math.log(x) - LogGamma.of(a));
        return Math.clamp(x < a + 1 ? 1 - scale * series(a, x) : scale * fraction(a, x), 0, 1);
    }

    private static double series(double a, double x) {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; n < MOST_TERMS && term > SMALL * sum; n++) {
            term *= x / (a + n);
            sum += term;
        }
        return sum;
    }

    /** The continued fraction from its end to its beginning, deep enough for every x above a + 1. */
    private static double fraction(double a, double x) {
        double below = 0;
        for (int n = MOST_TERMS; n >= 1; n--) {
            below = n * (n - a) / (x + 2 * n + 1 - a - below);
        }
        return 1 / (x + 1 - a - below);
    }
}
