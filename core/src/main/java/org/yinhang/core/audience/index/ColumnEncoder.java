package org.yinhang.core.audience.index;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Vector;

/**
 * Turns the values of one block into a chunk: plain values in the narrowest width that holds them, then the rows of each
 * value that is a key, as 16-bit numbers when few and as a bitmap when many. Where values are too many to be keys, bounds
 * of {@link Bands} are, each with a bitmap of the rows up to it. Everything little-endian, each part at a multiple of 8.
 */
final class ColumnEncoder {

    /** Up to this many different texts of a block have their rows listed. */
    static final int MOST_TEXTS = 4096;

    /** Up to this many different whole numbers of a block have their rows listed. */
    static final int MOST_WHOLES = 128;

    /** From this many rows on a bitmap is the smaller way to list them. */
    static final int DENSE = Block.ROWS / 32;

    private ColumnEncoder() {}

    /**
     * Encodes {@code scratch.values} into {@code scratch.chunk}.
     *
     * @param present the customers there are; other rows hold {@link Vector#MISSING}
     */
    static BlockEntry encode(ValueType type, long[] present, Scratch scratch) {
        long[] values = scratch.values;
        int rows = Block.length(present);
        long least = 0;
        long greatest = 0;
        boolean any = false;
        int gaps = 0;
        for (int row = 0; row < rows; row++) {
            long value = values[row];
            if (value == Vector.MISSING) {
                gaps++;
            } else {
                least = !any || isLess(type, value, least) ? value : least;
                greatest = !any || isLess(type, greatest, value) ? value : greatest;
                any = true;
            }
        }
        int missing = gaps - (rows - Block.count(present));
        if (!any) {
            least = 1;
            greatest = 0;
        }
        boolean withGaps = gaps > 0 || !any;
        boolean keyed = gather(type, present, rows, least, greatest, scratch);
        ByteBuffer chunk = scratch.chunk.clear();
        int bits = any && type == ValueType.NUMBER ? Long.SIZE : bits(any, least, greatest, withGaps);
        plain(type, values, rows, bits, withGaps ? least - 1 : least, chunk);
        Bands bands = !keyed && type.isOrdered()
                ? Bands.of(type, values, rows, Block.count(present) - missing)
                : Bands.none();
        KeyTable keys = keys(scratch.keyed, bands, chunk);
        chunk.flip();
        CRC32C crc = new CRC32C();
        crc.update(chunk.duplicate());
        return new BlockEntry(
                0,
                chunk.limit(),
                (int) crc.getValue(),
                rows,
                missing,
                bits,
                keyed,
                withGaps,
                type == ValueType.NUMBER ? ValueSet.orderedBits(least) : least,
                type == ValueType.NUMBER ? ValueSet.orderedBits(greatest) : greatest,
                keys);
    }

    private static boolean isLess(ValueType type, long a, long b) {
        return type == ValueType.NUMBER ? Double.longBitsToDouble(a) < Double.longBitsToDouble(b) : a < b;
    }

    private static boolean gather(
            ValueType type, long[] present, int rows, long least, long greatest, Scratch scratch) {
        RowsByKey keyed = scratch.keyed;
        if (type == ValueType.SET) {
            keyed.gatherLabels(scratch.values, rows, present);
            return true;
        }
        boolean few = type != ValueType.NUMBER
                && keyed.gather(
                        scratch.values, rows, present, least, greatest, type.isWhole() ? MOST_WHOLES : MOST_TEXTS);
        if (!few) {
            keyed.markMissing(scratch.values, rows, present);
        }
        return few;
    }

    private static int bits(boolean any, long least, long greatest, boolean gaps) {
        if (!any) {
            return 0;
        }
        long span = greatest - (gaps ? least - 1 : least);
        if (span < 0 || span > 0xFFFF_FFFFL) {
            return Long.SIZE;
        }
        for (int bits : new int[] {0, 1, 2, 4, 8, 16}) {
            if (span < 1L << bits) {
                return bits;
            }
        }
        return Integer.SIZE;
    }

    private static void plain(ValueType type, long[] values, int rows, int bits, long base, ByteBuffer chunk) {
        int end = BlockEntry.plainBytes(rows, bits);
        switch (bits) {
            case 0 -> {}
            case 1, 2, 4 -> {
                for (int row = 0; row < rows; ) {
                    int packed = 0;
                    for (int shift = 0; shift < 8 && row < rows; shift += bits, row++) {
                        packed |= (int) offset(values[row], base) << shift;
                    }
                    chunk.put((byte) packed);
                }
            }
            case 8 -> {
                for (int row = 0; row < rows; row++) {
                    chunk.put((byte) offset(values[row], base));
                }
            }
            case 16 -> {
                for (int row = 0; row < rows; row++) {
                    chunk.putShort((short) offset(values[row], base));
                }
            }
            case 32 -> {
                for (int row = 0; row < rows; row++) {
                    chunk.putInt((int) offset(values[row], base));
                }
            }
            case 64 -> {
                for (int row = 0; row < rows; row++) {
                    boolean real = type == ValueType.NUMBER && values[row] == Vector.MISSING;
                    chunk.putLong(real ? Double.doubleToLongBits(Double.NaN) : values[row]);
                }
            }
            default -> throw new IllegalArgumentException("bits: " + bits);
        }
        while (chunk.position() < end) {
            chunk.put((byte) 0);
        }
    }

    private static long offset(long value, long base) {
        return value == Vector.MISSING ? 0 : value - base;
    }

    private static KeyTable keys(RowsByKey keyed, Bands bands, ByteBuffer chunk) {
        int size = keyed.size() + bands.size();
        KeyTable table = new KeyTable(new long[size], new int[size], new int[size]);
        for (int i = 0; i < keyed.size(); i++) {
            table.keys()[i] = keyed.key(i);
            table.counts()[i] = keyed.count(i);
            table.places()[i] = chunk.position() / Long.BYTES;
            if (keyed.isMarked()) {
                marked(keyed.marks(i), keyed.count(i), chunk);
            } else {
                rows(keyed.rows(), keyed.start(i), keyed.count(i), chunk);
            }
        }
        for (int i = 0; i < bands.size(); i++) {
            int at = keyed.size() + i;
            table.keys()[at] = bands.bounds()[i];
            table.counts()[at] = bands.counts()[i];
            table.places()[at] = chunk.position() / Long.BYTES;
            words(bands.rows()[i], chunk);
        }
        return table;
    }

    private static void words(long[] words, ByteBuffer chunk) {
        chunk.asLongBuffer().put(words);
        chunk.position(chunk.position() + words.length * Long.BYTES);
    }

    /** Rows whose bits are set. */
    private static void marked(long[] marks, int count, ByteBuffer chunk) {
        if (count >= DENSE) {
            words(marks, chunk);
            return;
        }
        int stop = chunk.position() + rowBytes(count);
        for (int word = 0; word < marks.length; word++) {
            for (long rest = marks[word]; rest != 0; rest &= rest - 1) {
                chunk.putChar((char) (word * Long.SIZE + Long.numberOfTrailingZeros(rest)));
            }
        }
        while (chunk.position() < stop) {
            chunk.put((byte) 0);
        }
    }

    private static int rowBytes(int count) {
        return count >= DENSE ? Block.WORDS * Long.BYTES : (count * Character.BYTES + 7) / 8 * 8;
    }

    private static void rows(char[] rows, int start, int count, ByteBuffer chunk) {
        if (count >= DENSE) {
            int at = start;
            int end = start + count;
            for (int word = 0; word < Block.WORDS; word++) {
                long bits = 0;
                for (; at < end && rows[at] >>> 6 == word; at++) {
                    bits |= 1L << rows[at];
                }
                chunk.putLong(bits);
            }
            return;
        }
        int stop = chunk.position() + rowBytes(count);
        for (int i = start; i < start + count; i++) {
            chunk.putChar(rows[i]);
        }
        while (chunk.position() < stop) {
            chunk.put((byte) 0);
        }
    }
}
