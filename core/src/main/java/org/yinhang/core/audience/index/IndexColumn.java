package org.yinhang.core.audience.index;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
    private final long least;
    private final long greatest;
    private final long[] keys;
    private final long[] upTo;
    private final long[] sampled;

    private IndexColumn(ColumnEntry entry, ColumnTail tail, BlockColumn[] blocks) {
        this.entry = entry;
        this.tail = tail;
        this.blocks = blocks;
        List<BlockColumn> some =
                Arrays.stream(blocks).filter(b -> b.least() <= b.greatest()).toList();
        this.least = some.stream().mapToLong(BlockColumn::least).min().orElse(1);
        this.greatest = some.stream().mapToLong(BlockColumn::greatest).max().orElse(0);
        this.keys = tail.counts().keySet().stream().mapToLong(Long::longValue).toArray();
        this.upTo = new long[keys.length + 1];
        int at = 0;
        for (long count : tail.counts().values()) {
            upTo[at + 1] = upTo[at] + count;
            at++;
        }
        this.sampled = entry.type() == ValueType.NUMBER
                ? Arrays.stream(tail.quantiles()).map(ValueSet::orderedBits).toArray()
                : tail.quantiles();
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
            return new BlockColumn(file.asSlice(block.offset(), block.length()), block, entry.type());
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

    /** Evenly spaced values of a sorted sample, up to 257, for ordered types; real numbers as {@link ValueSet#ordered}. */
    public long[] quantiles() {
        return sampled.clone();
    }

    /** The value of a row in the order of its type: real numbers as {@link ValueSet#ordered}, others as they are. */
    public long ordered(int block, int row) {
        long value = blocks[block].at(row);
        if (entry.type() != ValueType.NUMBER) {
            return value;
        }
        return Double.isNaN(Double.longBitsToDouble(value)) ? Vector.MISSING : ValueSet.orderedBits(value);
    }

    /** The least whole value of any customer; above {@link #greatest} when there is none. Not for real numbers. */
    public long least() {
        return least;
    }

    public long greatest() {
        return greatest;
    }

    /** How many keys are in a set of values, of those listed. */
    public int keysIn(ValueSet wanted) {
        int found = wanted.hasMissing() ? 1 : 0;
        for (int i = 0; i < wanted.size(); i++) {
            found += below(keys, wanted.high(i), true) - below(keys, wanted.low(i), false);
        }
        return found;
    }

    /** How many customers have a value in a set, exactly for a keyed column, else by the sample. */
    public long customersIn(ValueSet wanted, int customers) {
        double found = wanted.hasMissing() ? missing() : 0;
        for (int i = 0; i < wanted.size(); i++) {
            if (isKeyed()) {
                found += upTo[below(keys, wanted.high(i), true)] - upTo[below(keys, wanted.low(i), false)];
            } else {
                int sample = below(sampled, wanted.high(i), true) - below(sampled, wanted.low(i), false);
                found += (customers - missing()) * (double) sample / Math.max(1, sampled.length);
            }
        }
        return Math.round(found);
    }

    /** How many of rising numbers are below one, or at most that one. */
    private static int below(long[] rising, long number, boolean orEqual) {
        int low = 0;
        int high = rising.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rising[middle] < number || (orEqual && rising[middle] == number)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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
