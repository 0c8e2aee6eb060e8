package org.yinhang.lake.fold;

import java.util.Arrays;
import org.yinhang.core.predicate.vector.Vector;

/** The value of the first or the last row of each customer that has one; rows come in order of time and id. */
final class Order {

    private Order() {}

    static Vector last(Selection selection, int[] customers, Vector values) {
        return pick(selection, customers, values, 0, 1);
    }

    static Vector first(Selection selection, int[] customers, Vector values) {
        return pick(selection, customers, values, selection.size() - 1, -1);
    }

    /** Goes through the rows one way; what comes later replaces what came before. */
    private static Vector pick(Selection selection, int[] customers, Vector values, int start, int step) {
        int[] rows = selection.rows();
        int size = selection.size();
        return switch (values) {
            case Vector.Wholes(long[] from) -> {
                long[] into = new long[Numbers.CUSTOMERS];
                Arrays.fill(into, Vector.MISSING);
                for (int n = 0, i = start; n < size; n++, i += step) {
                    if (from[rows[i]] != Vector.MISSING) {
                        into[customers[rows[i]]] = from[rows[i]];
                    }
                }
                yield new Vector.Wholes(into);
            }
            case Vector.Reals(double[] from) -> {
                double[] into = new double[Numbers.CUSTOMERS];
                Arrays.fill(into, Double.NaN);
                for (int n = 0, i = start; n < size; n++, i += step) {
                    if (!Double.isNaN(from[rows[i]])) {
                        into[customers[rows[i]]] = from[rows[i]];
                    }
                }
                yield new Vector.Reals(into);
            }
            case Vector.Codes(int[] from, var dictionary) -> {
                int[] into = new int[Numbers.CUSTOMERS];
                Arrays.fill(into, Vector.NO_CODE);
                for (int n = 0, i = start; n < size; n++, i += step) {
                    if (from[rows[i]] != Vector.NO_CODE) {
                        into[customers[rows[i]]] = from[rows[i]];
                    }
                }
                yield new Vector.Codes(into, dictionary);
            }
            case Vector.Truths(byte[] from) -> {
                byte[] into = new byte[Numbers.CUSTOMERS];
                Arrays.fill(into, Vector.UNKNOWN);
                for (int n = 0, i = start; n < size; n++, i += step) {
                    if (from[rows[i]] != Vector.UNKNOWN) {
                        into[customers[rows[i]]] = from[rows[i]];
                    }
                }
                yield new Vector.Truths(into);
            }
            case Vector.Sets sets -> throw new IllegalArgumentException("a set is neither first nor last");
        };
    }
}
