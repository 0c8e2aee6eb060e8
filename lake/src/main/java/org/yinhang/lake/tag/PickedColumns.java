package org.yinhang.lake.tag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.lake.Lake;
import org.yinhang.lake.fold.Vectors;

/** Keeps, of every column that goes by, the values of some customers only. */
public final class PickedColumns implements ColumnSink {

    private final Map<Integer, int[]> places = new HashMap<>();
    private final Map<String, Map<Integer, Vector>> picked = new ConcurrentHashMap<>();

    /** @param customers those wanted, ascending; a customer may come several times */
    public PickedColumns(int[] customers) {
        for (int from = 0; from < customers.length; ) {
            int block = customers[from] >>> Lake.BLOCK_BITS;
            int until = from;
            while (until < customers.length && customers[until] >>> Lake.BLOCK_BITS == block) {
                until++;
            }
            places.put(
                    block,
                    IntStream.range(from, until)
                            .map(row -> customers[row] & ((1 << Lake.BLOCK_BITS) - 1))
                            .toArray());
            from = until;
        }
    }

    @Override
    public void customers(int block, long[] present) {
        // Whoever is picked was a customer when the rows were chosen.
    }

    @Override
    public void column(CompiledTag tag, int block, Vector values) {
        int[] wanted = places.get(block);
        if (wanted != null) {
            picked.computeIfAbsent(tag.id(), id -> new ConcurrentHashMap<>())
                    .put(block, Vectors.picked(values, wanted, wanted.length));
        }
    }

    /** Hands on the values of a column in the order of the rows, block by block, each with how many there are. */
    public void into(String column, ObjIntConsumer<Vector> values) {
        Map<Integer, Vector> blocks = Objects.requireNonNull(picked.get(column), column);
        blocks.keySet().stream()
                .sorted()
                .forEach(block -> values.accept(
                        Objects.requireNonNull(blocks.get(block)), Objects.requireNonNull(places.get(block)).length));
    }

    /** The values of a column in the order of the rows, as one vector. */
    public Vector whole(String column) {
        Map<Integer, Vector> blocks = Objects.requireNonNull(picked.get(column), column);
        List<Vector> parts = new ArrayList<>();
        int rows = 0;
        for (int block : blocks.keySet().stream().sorted().toList()) {
            parts.add(Objects.requireNonNull(blocks.get(block)));
            rows += Objects.requireNonNull(places.get(block)).length;
        }
        return Vectors.joined(parts, rows);
    }

    /** A truth of every row: 1, 0, or -1 where it is not known. */
    public byte[] truths(String column, int rows) {
        byte[] truths = new byte[rows];
        int at = 0;
        Map<Integer, Vector> blocks = Objects.requireNonNull(picked.get(column), column);
        for (int block : blocks.keySet().stream().sorted().toList()) {
            byte[] part = ((Vector.Truths) Objects.requireNonNull(blocks.get(block))).values();
            int count = Objects.requireNonNull(places.get(block)).length;
            System.arraycopy(part, 0, truths, at, count);
            at += count;
        }
        return truths;
    }
}
