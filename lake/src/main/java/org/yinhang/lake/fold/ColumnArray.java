package org.yinhang.lake.fold;

import java.lang.reflect.Array;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.lake.parquet.ColumnTarget;

/** The growing array of one column, used again for block after block. */
final class ColumnArray {

    private final ValueType type;
    private final Dictionary dictionary;
    private Vector vector;

    ColumnArray(ValueType type, Dictionary dictionary) {
        this.type = type;
        this.dictionary = dictionary;
        this.vector = Vectors.missing(type, 0, dictionary);
    }

    Vector vector() {
        return vector;
    }

    /** Makes room for so many rows; what was in is lost. */
    void reserve(int rows) {
        if (length(vector) < rows) {
            vector = Vectors.missing(type, rows + (rows >>> 3), dictionary);
        }
    }

    /** A target that fills the rows from 0 on. */
    ColumnTarget target() {
        return switch (vector) {
            case Vector.Wholes wholes -> new ColumnTarget.Wholes(wholes.values());
            case Vector.Reals reals -> new ColumnTarget.Reals(reals.values());
            case Vector.Codes codes -> new ColumnTarget.Codes(codes.codes(), codes.dictionary());
            case Vector.Truths truths -> new ColumnTarget.Truths(truths.values());
            case Vector.Sets sets -> throw new IllegalStateException("the lake has no sets");
        };
    }

    /** Moves rows to another place of the array. */
    void move(int from, int to, int count) {
        if (from != to) {
            System.arraycopy(Vectors.array(vector), from, Vectors.array(vector), to, count);
        }
    }

    /** Brings rows into an order: row {@code order[i]} becomes row i. */
    void reorder(int[] order, int count) {
        vector = Vectors.picked(vector, order, count);
    }

    private static int length(Vector vector) {
        return Array.getLength(Vectors.array(vector));
    }
}
