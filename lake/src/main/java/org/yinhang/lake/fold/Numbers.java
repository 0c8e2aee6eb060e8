package org.yinhang.lake.fold;

import java.util.Arrays;
import org.yinhang.core.predicate.vector.Vector;

/**
 * Aggregates of numbers. Arrays of results have one place for each of the block's customers; rows whose argument is
 * missing do not take part.
 */
final class Numbers {

    /** Customers of a block. */
    static final int CUSTOMERS = 1 << 16;

    private Numbers() {}

    static long[] count(Selection selection, int[] customers) {
        long[] counts = new long[CUSTOMERS];
        int[] rows = selection.rows();
        for (int i = 0; i < selection.size(); i++) {
            counts[customers[rows[i]]]++;
        }
        return counts;
    }

    static byte[] exists(Selection selection, int[] customers) {
        byte[] truths = new byte[CUSTOMERS];
        int[] rows = selection.rows();
        for (int i = 0; i < selection.size(); i++) {
            truths[customers[rows[i]]] = Vector.TRUE;
        }
        return truths;
    }

    /** Exact sums; missing where the sum does not fit 64 bits. */
    static long[] sum(Selection selection, int[] customers, long[] values) {
        long[] sums = new long[CUSTOMERS];
        int[] rows = selection.rows();
        long overflow = 0;
        for (int i = 0; i < selection.size(); i++) {
            int row = rows[i];
            long value = values[row];
            if (value != Vector.MISSING) {
                int customer = customers[row];
                long before = sums[customer];
                long after = before + value;
                overflow |= (before ^ after) & (value ^ after);
                sums[customer] = after;
            }
        }
        return overflow < 0 ? wideSum(selection, customers, values) : sums;
    }

    /** The same with 128 bits, for the rare block in which some sum left 64 bits on the way. */
    private static long[] wideSum(Selection selection, int[] customers, long[] values) {
        long[] low = new long[CUSTOMERS];
        long[] high = new long[CUSTOMERS];
        int[] rows = selection.rows();
        for (int i = 0; i < selection.size(); i++) {
            int row = rows[i];
            long value = values[row];
            if (value != Vector.MISSING) {
                int customer = customers[row];
                long after = low[customer] + value;
                long carry = Long.compareUnsigned(after, value) < 0 ? 1 : 0;
                high[customer] += (value >> 63) + carry;
                low[customer] = after;
            }
        }
        for (int c = 0; c < CUSTOMERS; c++) {
            low[c] = high[c] == low[c] >> 63 ? low[c] : Vector.MISSING;
        }
        return low;
    }

    static long[] countValues(Selection selection, int[] customers, long[] values) {
        long[] counts = new long[CUSTOMERS];
        int[] rows = selection.rows();
        for (int i = 0; i < selection.size(); i++) {
            int row = rows[i];
            counts[customers[row]] += values[row] == Vector.MISSING ? 0 : 1;
        }
        return counts;
    }

    /** Sum divided by count; NaN where there is neither. */
    static double[] average(Selection selection, int[] customers, long[] values) {
        long[] sums = sum(selection, customers, values);
        long[] counts = countValues(selection, customers, values);
        double[] averages = new double[CUSTOMERS];
        for (int c = 0; c < CUSTOMERS; c++) {
            averages[c] = counts[c] == 0 || sums[c] == Vector.MISSING ? Double.NaN : (double) sums[c] / counts[c];
        }
        return averages;
    }

    /** Real numbers as whole ones, halves away from zero; missing where there is none or it does not fit. */
    static long[] rounded(double[] values) {
        long[] rounded = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            double size = Math.abs(values[i]);
            double floor = Math.floor(size);
            double whole = Math.copySign(size - floor >= 0.5 ? floor + 1 : floor, values[i]);
            boolean fits = whole >= -0x1p63 && whole < 0x1p63;
            rounded[i] = fits ? (long) whole : Vector.MISSING;
        }
        return rounded;
    }

    static long[] smallest(Selection selection, int[] customers, long[] values) {
        long[] least = new long[CUSTOMERS];
        Arrays.fill(least, Vector.MISSING);
        int[] rows = selection.rows();
        for (int i = 0; i < selection.size(); i++) {
            int row = rows[i];
            long value = values[row];
            int customer = customers[row];
            if (value != Vector.MISSING && (least[customer] == Vector.MISSING || value < least[customer])) {
                least[customer] = value;
            }
        }
        return least;
    }

    /** The missing value is the smallest there is, so it never wins. */
    static long[] greatest(Selection selection, int[] customers, long[] values) {
        long[] most = new long[CUSTOMERS];
        Arrays.fill(most, Vector.MISSING);
        int[] rows = selection.rows();
        for (int i = 0; i < selection.size(); i++) {
            int row = rows[i];
            int customer = customers[row];
            most[customer] = Math.max(most[customer], values[row]);
        }
        return most;
    }

    static double[] smallest(Selection selection, int[] customers, double[] values) {
        double[] least = new double[CUSTOMERS];
        Arrays.fill(least, Double.NaN);
        int[] rows = selection.rows();
        for (int i = 0; i < selection.size(); i++) {
            int row = rows[i];
            int customer = customers[row];
            double value = values[row];
            if (value < least[customer] || Double.isNaN(least[customer])) {
                least[customer] = value;
            }
        }
        return least;
    }

    static double[] greatest(Selection selection, int[] customers, double[] values) {
        double[] most = new double[CUSTOMERS];
        Arrays.fill(most, Double.NaN);
        int[] rows = selection.rows();
        for (int i = 0; i < selection.size(); i++) {
            int row = rows[i];
            int customer = customers[row];
            double value = values[row];
            if (value > most[customer] || Double.isNaN(most[customer])) {
                most[customer] = value;
            }
        }
        return most;
    }
}
