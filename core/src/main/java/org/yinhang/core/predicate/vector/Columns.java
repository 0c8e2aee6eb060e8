package org.yinhang.core.predicate.vector;

/** Reads vectors whose kind the type checker has promised. */
final class Columns {

    private Columns() {}

    static int length(Vector vector) {
        return switch (vector) {
            case Vector.Wholes wholes -> wholes.values().length;
            case Vector.Reals reals -> reals.values().length;
            case Vector.Codes codes -> codes.codes().length;
            case Vector.Truths truths -> truths.values().length;
            case Vector.Sets sets -> sets.masks().length;
        };
    }

    static long[] wholes(Vector vector) {
        return ((Vector.Wholes) vector).values();
    }

    static double[] reals(Vector vector) {
        return ((Vector.Reals) vector).values();
    }

    static byte[] truths(Vector vector) {
        return ((Vector.Truths) vector).values();
    }

    static Vector.Codes codes(Vector vector) {
        return (Vector.Codes) vector;
    }

    static Vector.Sets sets(Vector vector) {
        return (Vector.Sets) vector;
    }

    /** Whole or real numbers as real ones, missing as NaN. */
    static double[] asReals(Vector vector, int size) {
        if (vector instanceof Vector.Reals reals) {
            return reals.values();
        }
        long[] wholes = wholes(vector);
        double[] reals = new double[size];
        for (int i = 0; i < size; i++) {
            reals[i] = wholes[i] == Vector.MISSING ? Double.NaN : wholes[i];
        }
        return reals;
    }

    /** True, false or missing from two tests. */
    static byte truth(boolean missing, boolean holds) {
        return missing ? Vector.UNKNOWN : holds ? Vector.TRUE : Vector.FALSE;
    }
}
