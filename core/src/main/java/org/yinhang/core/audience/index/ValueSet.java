package org.yinhang.core.audience.index;

import java.util.Arrays;
import org.yinhang.core.predicate.vector.Vector;

/**
 * Some values of a column, the missing one perhaps among them, as closed intervals that rise and do not touch.
 * Values are what {@link BlockColumn} holds, real numbers as {@link #ordered}.
 */
public final class ValueSet {

    private static final ValueSet NONE = new ValueSet(new long[0], false);

    /** Low and high in turn. */
    private final long[] bounds;

    private final boolean missing;

    private ValueSet(long[] bounds, boolean missing) {
        this.bounds = bounds;
        this.missing = missing;
    }

    public static ValueSet none() {
        return NONE;
    }

    /** Nothing but the missing value. */
    public static ValueSet onlyMissing() {
        return new ValueSet(new long[0], true);
    }

    /** Every value that is not missing. */
    public static ValueSet known() {
        return between(Vector.MISSING + 1, Long.MAX_VALUE);
    }

    /** The values from low to high, both included; none when high is lower. */
    public static ValueSet between(long low, long high) {
        long least = Math.max(low, Vector.MISSING + 1);
        return least > high ? NONE : new ValueSet(new long[] {least, high}, false);
    }

    /** These values, which rise, and perhaps the missing one. */
    public static ValueSet of(long[] rising, boolean missing) {
        long[] bounds = new long[rising.length * 2];
        int size = 0;
        for (long value : rising) {
            if (size > 0 && bounds[size - 1] == value - 1) {
                bounds[size - 1] = value;
            } else {
                bounds[size++] = value;
                bounds[size++] = value;
            }
        }
        return new ValueSet(Arrays.copyOf(bounds, size), missing);
    }

    /** A whole number that stands where the real one does in their order; not for NaN. */
    public static long ordered(double real) {
        return orderedBits(Double.doubleToRawLongBits(real + 0.0));
    }

    /** The real number that {@link #ordered} gave this whole number for. */
    public static double real(long ordered) {
        return Double.longBitsToDouble(orderedBits(ordered));
    }

    static long orderedBits(long bits) {
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    public boolean hasMissing() {
        return missing;
    }

    /** Number of intervals. */
    public int size() {
        return bounds.length / 2;
    }

    public long low(int interval) {
        return bounds[2 * interval];
    }

    public long high(int interval) {
        return bounds[2 * interval + 1];
    }

    public boolean isEmpty() {
        return bounds.length == 0 && !missing;
    }

    /** Whether a value that is not missing is in it. */
    public boolean contains(long value) {
        int at = Arrays.binarySearch(bounds, value);
        return at >= 0 || (-at - 1) % 2 == 1;
    }

    /** What is not in it. */
    public ValueSet complement() {
        long[] others = new long[bounds.length + 2];
        int size = 0;
        long next = Vector.MISSING + 1;
        boolean open = true;
        for (int i = 0; i < size(); i++) {
            if (low(i) > next) {
                others[size++] = next;
                others[size++] = low(i) - 1;
            }
            open = high(i) < Long.MAX_VALUE;
            next = high(i) + 1;
        }
        if (open) {
            others[size++] = next;
            others[size++] = Long.MAX_VALUE;
        }
        return new ValueSet(Arrays.copyOf(others, size), !missing);
    }

    public ValueSet and(ValueSet other) {
        long[] both = new long[bounds.length + other.bounds.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < size() && j < other.size()) {
            long low = Math.max(low(i), other.low(j));
            long high = Math.min(high(i), other.high(j));
            if (low <= high) {
                both[size++] = low;
                both[size++] = high;
            }
            if (high(i) < other.high(j)) {
                i++;
            } else {
                j++;
            }
        }
        return new ValueSet(Arrays.copyOf(both, size), missing && other.missing);
    }

    public ValueSet or(ValueSet other) {
        return complement().and(other.complement()).complement();
    }
}
