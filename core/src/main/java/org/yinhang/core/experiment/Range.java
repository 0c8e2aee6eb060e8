package org.yinhang.core.experiment;

/**
 * Where a figure lies with the confidence asked for.
 *
 * @param low lower end
 * @param high upper end
 */
public record Range(double low, double high) {

    static Range around(double middle, double reach) {
        return new Range(middle - reach, middle + reach);
    }

    /** Whether a value lies inside, the ends included. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
