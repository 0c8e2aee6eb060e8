package org.yinhang.lake.fold;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.vector.Batch;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.core.predicate.vector.VectorProgram;

/** Some consecutive rows of a block, few enough to stay in the processor's cache. */
final class RowBatch implements Batch {

    private static final int ROWS = 8_192;

    private final Map<String, Vector> columns;
    private final int from;
    private final int size;
    private final Map<Leaf, Vector> slices = new HashMap<>();

    private RowBatch(Map<String, Vector> columns, int from, int size) {
        this.columns = columns;
        this.from = from;
        this.size = size;
    }

    /** A program's value for every row. */
    static Vector run(VectorProgram program, Map<String, Vector> columns, int rows) {
        Vector whole = program.run(new RowBatch(columns, 0, Math.min(rows, ROWS)));
        if (rows <= ROWS) {
            return whole;
        }
        whole = Vectors.resized(whole, rows);
        for (int from = ROWS; from < rows; from += ROWS) {
            int size = Math.min(rows - from, ROWS);
            Vector part = program.run(new RowBatch(columns, from, size));
            System.arraycopy(Vectors.array(part), 0, Vectors.array(whole), from, size);
        }
        return whole;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Vector column(Leaf leaf) {
        return slices.computeIfAbsent(leaf, this::slice);
    }

    private Vector slice(Leaf leaf) {
        if (!(leaf instanceof Reference(var field))) {
            throw new IllegalArgumentException("an aggregate reads columns only");
        }
        Vector column = columns.get(field.name());
        if (column == null) {
            throw new IllegalArgumentException("column %s was not read".formatted(field.name()));
        }
        return switch (column) {
            case Vector.Wholes(long[] values) -> new Vector.Wholes(Arrays.copyOfRange(values, from, from + size));
            case Vector.Reals(double[] values) -> new Vector.Reals(Arrays.copyOfRange(values, from, from + size));
            case Vector.Codes(int[] codes, var dictionary) ->
                new Vector.Codes(Arrays.copyOfRange(codes, from, from + size), dictionary);
            case Vector.Truths(byte[] values) -> new Vector.Truths(Arrays.copyOfRange(values, from, from + size));
            case Vector.Sets sets -> throw new IllegalStateException("the lake has no sets");
        };
    }
}
