package org.yinhang.core.unit;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of Chinese yuan, held as a whole number of fen so that sums are exact and repeatable.
 *
 * @param fen the amount in fen (1 yuan = 100 fen); may be negative
 */
public record Money(long fen) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    public static Money ofFen(long fen) {
        return fen == 0 ? ZERO : new Money(fen);
    }

    public static Money ofYuan(long yuan) {
        return ofFen(Math.multiplyExact(yuan, 100L));
    }

    /**
     * Reads yuan with at most two decimals.
     *
     * @throws ArithmeticException when the amount is finer than a fen or outside the range of a long
     */
    public static Money ofYuan(BigDecimal yuan) {
        return ofFen(yuan.movePointRight(2).longValueExact());
    }

    public Money plus(Money other) {
        return ofFen(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return ofFen(Math.subtractExact(fen, other.fen));
    }

    public Money negated() {
        return ofFen(Math.negateExact(fen));
    }

    public Money times(long factor) {
        return ofFen(Math.multiplyExact(fen, factor));
    }

    /** The product with an exact factor, rounded to the nearest fen, halves away from zero (四舍五入). */
    public Money times(BigDecimal factor) {
        return ofFen(BigDecimal.valueOf(fen)
                .multiply(factor)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    public boolean isNegative() {
        return fen < 0;
    }

    /** The amount in yuan, always with two decimals. */
    public BigDecimal yuan() {
        return BigDecimal.valueOf(fen, 2);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    @Override
    public String toString() {
        return "¥" + yuan().toPlainString();
    }
}
