package org.yinhang.core.audience.index;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Vector;

/**
 * One block of one column, read where it lies. Values are whole numbers: codes for texts, 0 and 1 for truth, masks for
 * sets, bits of doubles for real numbers; {@link Vector#MISSING} where missing, but NaN for real numbers.
 * Rows without a customer must not be asked for.
 */
public final class BlockColumn {

    /** More keys than any block of a column lists. */
    public static final int MOST_KEYS = ColumnEncoder.MOST_TEXTS + 1;

    // Without asking for alignment the processor's wide instructions are used.
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfChar CHAR = ValueLayout.JAVA_CHAR_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment chunk;
    private final BlockEntry entry;
    private final KeyTable table;
    private final long none;

    BlockColumn(MemorySegment chunk, BlockEntry entry, ValueType type) {
        this.chunk = chunk;
        this.entry = entry;
        this.table = entry.keys();
        this.none = type == ValueType.NUMBER ? Double.doubleToLongBits(Double.NaN) : Vector.MISSING;
    }

    /** The least value, a real number as {@link ValueSet#ordered}; above {@link #greatest} when there is none. */
    public long least() {
        return entry.least();
    }

    public long greatest() {
        return entry.greatest();
    }

    /** Customers whose value is missing. */
    public int missing() {
        return entry.missing();
    }

    /** Whether the rows of every value are listed. */
    public boolean isKeyed() {
        return entry.keyed();
    }

    /** Plain values there are: one more than the highest row with a customer. */
    public int rows() {
        return entry.rows();
    }

    /** Width of a plain value in bits. */
    int bits() {
        return entry.bits();
    }

    BlockEntry entry() {
        return entry;
    }

    MemorySegment chunk() {
        return chunk;
    }

    /** Number of bounds with bitmaps of the rows up to them; they follow the missing key. */
    public int bounds() {
        return entry.keyed() ? 0 : table.size() - firstBound();
    }

    private int firstBound() {
        return entry.missing() > 0 ? 1 : 0;
    }

    /** How many bounds are below a value, or at most that value. */
    public int boundsBelow(long value, boolean orEqual) {
        int at = firstKeyFrom(orEqual ? value + 1 : value);
        return Math.max(0, at - firstBound());
    }

    /** Writes the bits of the rows whose value is at most a bound. */
    public void copyUpTo(int bound, long[] words) {
        MemorySegment.copy(chunk, LONG, rowsAt(firstBound() + bound), words, 0, Block.WORDS);
    }

    /** Number of keys whose rows are listed; or bounds, when the column is not keyed. */
    public int keys() {
        return table.size();
    }

    /** A key; they rise, a missing value first. */
    public long key(int i) {
        return table.keys()[i];
    }

    /** How many customers have a key. */
    public int count(int i) {
        return table.counts()[i];
    }

    /** The place of the first key that is at least this one, from 0 to {@link #keys}. */
    public int firstKeyFrom(long key) {
        return table.firstFrom(key);
    }

    /** Where the rows of a key begin in the chunk. */
    private long rowsAt(int i) {
        return Long.BYTES * (long) table.places()[i];
    }

    /** Whether the rows of a key are a bitmap; otherwise they are listed one by one. */
    public boolean isDense(int i) {
        return count(i) >= ColumnEncoder.DENSE;
    }

    /**
     * Keeps of these bits those of a key whose rows are a bitmap; returns how many.
     *
     * @param room {@link Block#WORDS} words to copy into: loops over arrays use the processor's wide instructions
     */
    public int keepDense(int i, long[] words, long[] room) {
        MemorySegment.copy(chunk, LONG, rowsAt(i), room, 0, Block.WORDS);
        int count = 0;
        for (int word = 0; word < Block.WORDS; word++) {
            long kept = words[word] & room[word];
            words[word] = kept;
            count += Long.bitCount(kept);
        }
        return count;
    }

    /**
     * Lists the rows of a sparse key whose bits are set; returns how many.
     *
     * @param into room for {@link Block#ROWS} rows
     */
    public int listSparse(int i, long[] words, char[] into) {
        int rows = count(i);
        MemorySegment.copy(chunk, CHAR, rowsAt(i), into, 0, rows);
        int listed = 0;
        for (int next = 0; next < rows; next++) {
            char row = into[next];
            into[listed] = row;
            listed += (int) (words[row >>> 6] >>> row) & 1;
        }
        return listed;
    }

    /** How many rows of a key are among these bits. */
    public int countIn(int i, long[] words, long[] room, char[] list) {
        int rows = count(i);
        int found = 0;
        if (isDense(i)) {
            MemorySegment.copy(chunk, LONG, rowsAt(i), room, 0, Block.WORDS);
            for (int word = 0; word < Block.WORDS; word++) {
                found += Long.bitCount(words[word] & room[word]);
            }
            return found;
        }
        MemorySegment.copy(chunk, CHAR, rowsAt(i), list, 0, rows);
        for (int next = 0; next < rows; next++) {
            char row = list[next];
            found += (int) (words[row >>> 6] >>> row) & 1;
        }
        return found;
    }

    /** Sets the bits of a key's rows. */
    public void addTo(int i, long[] words, long[] room, char[] list) {
        int rows = count(i);
        if (rows >= ColumnEncoder.DENSE) {
            MemorySegment.copy(chunk, LONG, rowsAt(i), room, 0, Block.WORDS);
            for (int word = 0; word < Block.WORDS; word++) {
                words[word] |= room[word];
            }
            return;
        }
        MemorySegment.copy(chunk, CHAR, rowsAt(i), list, 0, rows);
        for (int next = 0; next < rows; next++) {
            char row = list[next];
            words[row >>> 6] |= 1L << row;
        }
    }

    /** The value of a row; a real number as its bits, not a number where it is missing. */
    public long at(int row) {
        int bits = entry.bits();
        if (bits == Long.SIZE) {
            return chunk.get(LONG, (long) row * Long.BYTES);
        }
        long offset =
                switch (bits) {
                    case 0 -> 0;
                    case 8 -> chunk.get(ValueLayout.JAVA_BYTE, row) & 0xFFL;
                    case 16 -> chunk.get(CHAR, (long) row * Character.BYTES);
                    case 32 -> chunk.get(INT, (long) row * Integer.BYTES) & 0xFFFF_FFFFL;
                    default -> {
                        int bit = row * bits;
                        yield (chunk.get(ValueLayout.JAVA_BYTE, bit >>> 3) >>> (bit & 7)) & ((1 << bits) - 1);
                    }
                };
        return offset == 0 && entry.gaps() ? none : offset + entry.base();
    }
}
