package org.yinhang.core.audience;

import java.util.HashMap;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.vector.Batch;
import org.yinhang.core.predicate.vector.Vector;

/** Some rows of a block as a program sees them. */
final class IndexBatch implements Batch {

    /** Rows to give a program at once, so that what it computes stays in the processor's cache. */
    static final int SIZE = 4096;

    private final Index index;
    private final LeafSource source;
    private final int block;
    private final char[] rows;
    private final int size;
    private final Map<Expression.Leaf, Vector> columns = new HashMap<>();

    IndexBatch(Index index, LeafSource source, int block, char[] rows, int size) {
        this.index = index;
        this.source = source;
        this.block = block;
        this.rows = rows;
        this.size = size;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Vector column(Expression.Leaf leaf) {
        Vector known = columns.get(leaf);
        if (known != null) {
            return known;
        }
        Vector column =
                switch (leaf) {
                    case Expression.Reference reference ->
                        index.column(reference.field().name()).orElseThrow().read(block, rows, size);
                    case Expression.Aggregate facts -> source.values(facts, block, rows, size);
                    case Expression.Member member -> members(source.members(member));
                };
        columns.put(leaf, column);
        return column;
    }

    private Vector members(RoaringBitmap members) {
        byte[] truths = new byte[size];
        for (int i = 0; i < size; i++) {
            truths[i] = members.contains((block << 16) + rows[i]) ? Vector.TRUE : Vector.FALSE;
        }
        return new Vector.Truths(truths);
    }
}
