package org.yinhang.core.loan;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Interest not yet settled, kept exactly as balance × units of time and rounded only when it is settled. */
final class Accrual {

    static final MathContext DIGITS = MathContext.DECIMAL128;

    private final BigInteger ppm;
    private final BigDecimal divisor;
    private BigInteger weighed = BigInteger.ZERO;

    Accrual(LoanTerms terms) {
        ppm = BigInteger.valueOf(terms.rate().ppm());
        divisor = BigDecimal.valueOf(1_000_000L * terms.dayCount().unitsPerYear());
    }

    /** A balance in fen stood for so many units of the day-count. */
    void add(long balance, long units) {
        weighed = weighed.add(BigInteger.valueOf(balance).multiply(BigInteger.valueOf(units)));
    }

    /** The interest in fen, not rounded to fen. */
    BigDecimal exact() {
        return new BigDecimal(weighed.multiply(ppm)).divide(divisor, DIGITS);
    }

    /** The interest of one fen over so many units. */
    BigDecimal onOneFen(long units) {
        return new BigDecimal(ppm.multiply(BigInteger.valueOf(units))).divide(divisor, DIGITS);
    }

    /** The interest in whole fen, halves up; nothing is left. */
    long settle() {
        long fen = new BigDecimal(weighed.multiply(ppm))
                .divide(divisor, 0, RoundingMode.HALF_UP)
                .longValueExact();
        weighed = BigInteger.ZERO;
        return fen;
    }
}
