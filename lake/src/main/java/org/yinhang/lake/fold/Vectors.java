package org.yinhang.lake.fold;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;

/** Makes and reads the arrays of vectors. */
public final class Vectors {

    private Vectors() {}

    /** A vector of a type with room for so many rows, every row missing; a dictionary of its own where it needs one. */
    public static Vector missing(ValueType type, int rows, Dictionary dictionary) {
        return switch (type) {
            case INTEGER, MONEY, RATE, DATE, MOMENT -> {
                long[] values = new long[rows];
                Arrays.fill(values, Vector.MISSING);
                yield new Vector.Wholes(values);
            }
            case NUMBER -> {
                double[] values = new double[rows];
                Arrays.fill(values, Double.NaN);
                yield new Vector.Reals(values);
            }
            case TEXT -> {
                int[] codes = new int[rows];
                Arrays.fill(codes, Vector.NO_CODE);
                yield new Vector.Codes(codes, dictionary);
            }
            case TRUTH, NOTHING -> {
                byte[] values = new byte[rows];
                Arrays.fill(values, Vector.UNKNOWN);
                yield new Vector.Truths(values);
            }
            case SET -> {
                long[] masks = new long[rows];
                Arrays.fill(masks, Vector.MISSING);
                yield new Vector.Sets(masks, dictionary);
            }
        };
    }

    /** The array inside. */
    static Object array(Vector vector) {
        return switch (vector) {
            case Vector.Wholes wholes -> wholes.values();
            case Vector.Reals reals -> reals.values();
            case Vector.Codes codes -> codes.codes();
            case Vector.Truths truths -> truths.values();
            case Vector.Sets sets -> sets.masks();
        };
    }

    /** A copy with room for so many rows, zeros behind the old ones. */
    static Vector resized(Vector vector, int rows) {
        return switch (vector) {
            case Vector.Wholes(long[] values) -> new Vector.Wholes(Arrays.copyOf(values, rows));
            case Vector.Reals(double[] values) -> new Vector.Reals(Arrays.copyOf(values, rows));
            case Vector.Codes(int[] codes, var dictionary) -> new Vector.Codes(Arrays.copyOf(codes, rows), dictionary);
            case Vector.Truths(byte[] values) -> new Vector.Truths(Arrays.copyOf(values, rows));
            case Vector.Sets(long[] masks, var dictionary) -> new Vector.Sets(Arrays.copyOf(masks, rows), dictionary);
        };
    }

    /** Vectors of one column, one after the other. */
    public static Vector joined(List<Vector> parts, int rows) {
        Vector whole = resized(parts.getFirst(), rows);
        int at = 0;
        for (Vector part : parts) {
            int length = Array.getLength(array(part));
            System.arraycopy(array(part), 0, array(whole), at, length);
            at += length;
        }
        return whole;
    }

    /** A copy in which row i is the old row {@code places[i]}, or missing where that is negative. */
    public static Vector picked(Vector vector, int[] places, int count) {
        return switch (vector) {
            case Vector.Wholes(long[] values) -> {
                long[] picked = new long[count];
                for (int i = 0; i < count; i++) {
                    picked[i] = places[i] < 0 ? Vector.MISSING : values[places[i]];
                }
                yield new Vector.Wholes(picked);
            }
            case Vector.Reals(double[] values) -> {
                double[] picked = new double[count];
                for (int i = 0; i < count; i++) {
                    picked[i] = places[i] < 0 ? Double.NaN : values[places[i]];
                }
                yield new Vector.Reals(picked);
            }
            case Vector.Codes(int[] codes, var dictionary) -> {
                int[] picked = new int[count];
                for (int i = 0; i < count; i++) {
                    picked[i] = places[i] < 0 ? Vector.NO_CODE : codes[places[i]];
                }
                yield new Vector.Codes(picked, dictionary);
            }
            case Vector.Truths(byte[] values) -> {
                byte[] picked = new byte[count];
                for (int i = 0; i < count; i++) {
                    picked[i] = places[i] < 0 ? Vector.UNKNOWN : values[places[i]];
                }
                yield new Vector.Truths(picked);
            }
            case Vector.Sets(long[] masks, var dictionary) -> {
                long[] picked = new long[count];
                for (int i = 0; i < count; i++) {
                    picked[i] = places[i] < 0 ? Vector.MISSING : masks[places[i]];
                }
                yield new Vector.Sets(picked, dictionary);
            }
        };
    }
}
