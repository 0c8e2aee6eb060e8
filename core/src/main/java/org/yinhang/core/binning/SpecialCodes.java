package org.yinhang.core.binning;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.yinhang.core.table.NumericColumn;

/**
 * Finds numbers that are words in disguise, such as 999 for "never" or −1 for "not known": the smallest or the largest
 * value of a column when it comes back often and stands far from all others, a lone negative among positives, or a crowd of
 * zeros below positive amounts.
 */
public final class SpecialCodes {

    /** A special value makes up at least this share of the rows. */
    private static final double COMMON = 0.01;

    /** Zeros count as special from this share of the rows on. */
    private static final double CROWD = 0.05;

    /** With fewer distinct values a value that stands apart is as likely a level like the others. */
    private static final int FEWEST_OTHERS = 12;

    private SpecialCodes() {}

    /** The special values of a column, rising; often none. */
    public static double[] of(NumericColumn column) {
        double[] sorted = IntStream.range(0, column.size())
                .mapToDouble(column::value)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double[] distinct = Arrays.stream(sorted).distinct().toArray();
        if (distinct.length < FEWEST_OTHERS) {
            return new double[0];
        }
        double smallest = distinct[0];
        double largest = distinct[distinct.length - 1];
        boolean lowCode = isCode(sorted, smallest, distinct[1], distinct[1], largest)
                || isLoneNegative(sorted, distinct)
                || (smallest == 0 && share(sorted, 0) >= CROWD);
        boolean highCode =
                isCode(sorted, largest, distinct[distinct.length - 2], smallest, distinct[distinct.length - 2]);
        return IntStream.range(0, 2)
                .filter(end -> end == 0 ? lowCode : highCode)
                .mapToDouble(end -> end == 0 ? smallest : largest)
                .toArray();
    }

    /** Common, and further from its neighbour than the whole range of the others. */
    private static boolean isCode(double[] sorted, double value, double neighbour, double from, double to) {
        return share(sorted, value) >= COMMON && Math.abs(value - neighbour) > to - from;
    }

    private static boolean isLoneNegative(double[] sorted, double[] distinct) {
        return distinct[0] < 0 && distinct[1] >= 0 && share(sorted, distinct[0]) >= COMMON;
    }

    private static double share(double[] sorted, double value) {
        return (double) Arrays.stream(sorted).filter(other -> other == value).count() / sorted.length;
    }
}
