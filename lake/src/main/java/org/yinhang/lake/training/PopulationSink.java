package org.yinhang.lake.training;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.lake.tag.ColumnSink;
import org.yinhang.lake.tag.CompiledTag;

/** Finds out who takes part: customers for whom a condition is true, as one bit each. */
final class PopulationSink implements ColumnSink {

    private final Map<Integer, long[]> present = new ConcurrentHashMap<>();
    private final Map<Integer, long[]> members = new ConcurrentHashMap<>();

    @Override
    public void customers(int block, long[] customers) {
        present.put(block, customers);
    }

    @Override
    public void column(CompiledTag tag, int block, Vector values) {
        byte[] truths = ((Vector.Truths) values).values();
        long[] customers = Objects.requireNonNull(present.remove(block));
        long[] taking = new long[customers.length];
        for (int row = 0; row < customers.length << 6; row++) {
            if (truths[row] == Vector.TRUE) {
                taking[row >>> 6] |= 1L << row;
            }
        }
        for (int word = 0; word < taking.length; word++) {
            taking[word] &= customers[word];
        }
        members.put(block, taking);
    }

    /** Who of a block takes part: bit i of word j says whether row 64 j + i does. */
    long[] members(int block) {
        return members.getOrDefault(block, new long[0]);
    }

    /** The blocks there are, in order. */
    int[] blocks() {
        return members.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    boolean contains(int block, int row) {
        long[] words = members(block);
        return row >>> 6 < words.length && (words[row >>> 6] >>> row & 1) == 1;
    }
}
