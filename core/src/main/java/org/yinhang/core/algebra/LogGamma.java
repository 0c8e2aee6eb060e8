package org.yinhang.core.algebra;

/** The logarithm of the gamma function. */
public final class LogGamma {

    private LogGamma() {}

    /** Stirling's series after moving the argument above 10 (Abramowitz and Stegun 1964, 6.1.41); about 12 digits for a above 0. */
    public static double of(double a) {
        double shift = 0;
        double x = a;
        while (x < 10) {
            shift += Math.log(x);
            x++;
        }
        double square = 1 / (x * x);
        double series = (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680))) / x;
        return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series - shift;
    }
}
