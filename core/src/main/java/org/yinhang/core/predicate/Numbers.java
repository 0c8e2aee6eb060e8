package org.yinhang.core.predicate;

/** The arithmetic of the language on single numbers; every way to run an expression uses these. */
public final class Numbers {

    /** 2⁶³ as a double: whole results from there on are missing. */
    private static final double BEYOND = 0x1p63;

    private Numbers() {}

    /** A whole or real value as a double; NaN for anything else. */
    public static double real(Value value) {
        return switch (value) {
            case Value.Whole whole -> whole.value();
            case Value.Real real -> real.value();
            case Value.Text text -> Double.NaN;
            case Value.Truth truth -> Double.NaN;
            case Value.Labels labels -> Double.NaN;
            case Value.Missing missing -> Double.NaN;
        };
    }

    /** The nearest whole number, halves away from zero; {@code missing} for NaN and beyond 64 bits. */
    public static long rounded(double x, long missing) {
        double size = Math.abs(x);
        double floor = Math.floor(size);
        double whole = size - floor >= 0.5 ? floor + 1 : floor;
        return whole < BEYOND ? (long) Math.copySign(whole, x) : missing;
    }

    /** Product in the units of the result: a rate of money is scaled by the rate's millionths. */
    public static double product(double left, ValueType leftType, double right, ValueType rightType) {
        boolean rateOfMoney = (leftType == ValueType.RATE && rightType == ValueType.MONEY)
                || (leftType == ValueType.MONEY && rightType == ValueType.RATE);
        return rateOfMoney ? left * right / 1e6 : left * right;
    }

    /** Quotient; NaN, that is missing, when the divisor is zero. */
    public static double quotient(double left, double right) {
        return right == 0 ? Double.NaN : left / right;
    }
}
