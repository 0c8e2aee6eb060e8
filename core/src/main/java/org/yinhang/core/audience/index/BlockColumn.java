package org.yinhang.core.audience.index;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.yinhang.core.predicate.vector.Vector;

/**
 * One block of one column, read where it lies. Values are whole numbers: codes for texts, 0 and 1 for truth, masks for
 * sets, bits of doubles for real numbers; {@link Vector#MISSING} where missing, but NaN for real numbers.
 * Rows without a customer must not be asked for.
 */
public final class BlockColumn {

    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfChar CHAR = ValueLayout.JAVA_CHAR.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment chunk;
    private final BlockEntry entry;
    private final int keysAt;

    BlockColumn(MemorySegment chunk, BlockEntry entry) {
        this.chunk = chunk;
        this.entry = entry;
        this.keysAt = entry.keysAt();
    }

    /** The least value; above {@link #greatest} when there is none. */
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

    /** Number of keys whose rows are listed. */
    public int keys() {
        return entry.keys();
    }

    /** A key; they rise, a missing value first. */
    public long key(int i) {
        return chunk.get(LONG, keysAt + (long) i * ColumnEncoder.KEY_BYTES);
    }

    /** How many customers have a key. */
    public int count(int i) {
        return chunk.get(INT, keysAt + (long) i * ColumnEncoder.KEY_BYTES + Long.BYTES);
    }

    /** The place of the first key that is at least this one, from 0 to {@link #keys}. */
    public int firstKeyFrom(long key) {
        int low = 0;
        int high = entry.keys();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (key(middle) < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The place of a key, or -1 when no customer of the block has it. */
    public int find(long key) {
        int at = firstKeyFrom(key);
        return at < entry.keys() && key(at) == key ? at : -1;
    }

    /** Where the rows of a key begin in the chunk. */
    long rowsAt(int i) {
        return Long.BYTES * (long) chunk.get(INT, keysAt + (long) i * ColumnEncoder.KEY_BYTES + Long.BYTES + Integer.BYTES);
    }

    /** Whether the rows of a key are a bitmap; otherwise they are listed one by one. */
    public boolean isDense(int i) {
        return count(i) >= ColumnEncoder.DENSE;
    }

    /** Keeps of these bits those of a key whose rows are a bitmap; returns how many. */
    public int keepDense(int i, long[] words) {
        long at = rowsAt(i);
        int count = 0;
        for (int word = 0; word < Block.WORDS; word++) {
            long kept = words[word] & chunk.get(LONG, at + (long) word * Long.BYTES);
            words[word] = kept;
            count += Long.bitCount(kept);
        }
        return count;
    }

    /** Lists the rows of a sparse key whose bits are set; returns how many. */
    public int listSparse(int i, long[] words, char[] into) {
        long at = rowsAt(i);
        int rows = count(i);
        int listed = 0;
        for (int next = 0; next < rows; next++) {
            char row = chunk.get(CHAR, at + (long) next * Character.BYTES);
            into[listed] = row;
            listed += (int) (words[row >>> 6] >>> row) & 1;
        }
        return listed;
    }

    /** Sets the bits of a key's rows. */
    public void addTo(int i, long[] words) {
        long at = rowsAt(i);
        int rows = count(i);
        if (rows >= ColumnEncoder.DENSE) {
            for (int word = 0; word < Block.WORDS; word++) {
                words[word] |= chunk.get(LONG, at + (long) word * Long.BYTES);
            }
            return;
        }
        for (int next = 0; next < rows; next++) {
            char row = chunk.get(CHAR, at + (long) next * Character.BYTES);
            words[row >>> 6] |= 1L << row;
        }
    }

    /** The value of a row. */
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
        return offset == 0 && entry.gaps() ? Vector.MISSING : offset + entry.base();
    }
}
