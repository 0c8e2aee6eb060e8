package org.yinhang.core.unit;

import java.math.BigDecimal;

/**
 * An annual simple interest rate, exact to one part in a million.
 *
 * @param ppm millionths a year: 43,500 is 4.35 % a year
 */
public record Rate(int ppm) implements Comparable<Rate> {

    public static final Rate ZERO = new Rate(0);

    /**
     * Reads a rate written as a fraction, such as 0.0435.
     *
     * @throws ArithmeticException when it is finer than a millionth
     */
    public static Rate ofFraction(BigDecimal fraction) {
        return new Rate(fraction.movePointRight(6).intValueExact());
    }

    /** Reads a rate written in percent, such as 4.35. */
    public static Rate ofPercent(BigDecimal percent) {
        return new Rate(percent.movePointRight(4).intValueExact());
    }

    public Rate plus(Rate other) {
        return new Rate(Math.addExact(ppm, other.ppm));
    }

    public Rate minus(Rate other) {
        return new Rate(Math.subtractExact(ppm, other.ppm));
    }

    /** The rate as a fraction of one, with six decimals. */
    public BigDecimal fraction() {
        return BigDecimal.valueOf(ppm, 6);
    }

    /** The rate in percent, with four decimals. */
    public BigDecimal percent() {
        return BigDecimal.valueOf(ppm, 4);
    }

    @Override
    public int compareTo(Rate other) {
        return Integer.compare(ppm, other.ppm);
    }

    @Override
    public String toString() {
        return percent().stripTrailingZeros().toPlainString() + "%";
    }
}
