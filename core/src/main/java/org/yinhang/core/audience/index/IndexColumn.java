package org.yinhang.core.audience.index;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;

/** A column of an index. */
public final class IndexColumn {

    private final ColumnEntry entry;
    private final ColumnTail tail;
    private final BlockColumn[] blocks;

    private IndexColumn(ColumnEntry entry, ColumnTail tail, BlockColumn[] blocks) {
        this.entry = entry;
        this.tail = tail;
        this.blocks = blocks;
    }

    static IndexColumn of(ColumnEntry entry, MemorySegment file, Path folder) {
        MemorySegment end = file.asSlice(entry.tailAt());
        if (Checksums.of(end.asByteBuffer()) != entry.checksum()) {
            throw Manifest.damaged(folder.resolve(entry.file()));
        }
        ColumnTail tail = ColumnTail.read(end.asByteBuffer());
        BlockColumn[] blocks = new BlockColumn[tail.blocks().length];
        Arrays.setAll(blocks, i -> {
            BlockEntry block = tail.blocks()[i];
            return new BlockColumn(file.asSlice(block.offset(), block.length()), block);
        });
        return new IndexColumn(entry, tail, blocks);
    }

    public String name() {
        return entry.name();
    }

    public ValueType type() {
        return entry.type();
    }

    /** Texts or labels by number; empty for other types. */
    public Dictionary dictionary() {
        return tail.dictionary();
    }

    /** Whether the rows of every value are listed, so that every value's customers are counted. */
    public boolean isKeyed() {
        return tail.keyed();
    }

    /**
     * Customers by value: by code, by label number or by whole number, missing ones under {@link Vector#MISSING}. Of a
     * column that is not keyed, only the count of missing ones can be relied on.
     */
    public SortedMap<Long, Long> counts() {
        return tail.counts();
    }

    /** Customers whose value is missing. */
    public long missing() {
        return tail.counts().getOrDefault(Vector.MISSING, 0L);
    }

    /** Evenly spaced values of a sorted sample, up to 257, for ordered types; bits of doubles for real numbers. */
    public long[] quantiles() {
        return tail.quantiles().clone();
    }

    public BlockColumn block(int block) {
        return blocks[block];
    }

    /** The values of some rows of a block, in their order. */
    public Vector read(int block, char[] rows, int count) {
        BlockColumn column = blocks[block];
        return switch (entry.type()) {
            case NUMBER -> {
                double[] reals = new double[count];
                for (int i = 0; i < count; i++) {
                    reals[i] = Double.longBitsToDouble(column.at(rows[i]));
                }
                yield new Vector.Reals(reals);
            }
            case TEXT -> {
                int[] codes = new int[count];
                for (int i = 0; i < count; i++) {
                    long code = column.at(rows[i]);
                    codes[i] = code == Vector.MISSING ? Vector.NO_CODE : (int) code;
                }
                yield new Vector.Codes(codes, tail.dictionary());
            }
            case TRUTH -> {
                byte[] truths = new byte[count];
                for (int i = 0; i < count; i++) {
                    long truth = column.at(rows[i]);
                    truths[i] = truth == Vector.MISSING ? Vector.UNKNOWN : (byte) truth;
                }
                yield new Vector.Truths(truths);
            }
            case SET -> new Vector.Sets(wholes(column, rows, count), tail.dictionary());
            case INTEGER, MONEY, RATE, DATE, MOMENT -> new Vector.Wholes(wholes(column, rows, count));
            case NOTHING -> throw new IllegalStateException(entry.name());
        };
    }

    private static long[] wholes(BlockColumn column, char[] rows, int count) {
        long[] wholes = new long[count];
        for (int i = 0; i < count; i++) {
            wholes[i] = column.at(rows[i]);
        }
        return wholes;
    }

    /** Compares every chunk with its checksum. */
    boolean isWhole() {
        return IntStream.range(0, blocks.length)
                .allMatch(i -> tail.blocks()[i].length() == 0
                        || Checksums.of(blocks[i].chunk().asByteBuffer()) == tail.blocks()[i].checksum());
    }
}
