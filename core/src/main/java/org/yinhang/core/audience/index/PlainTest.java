package org.yinhang.core.audience.index;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Vector;

/**
 * Tests the plain values of one block against a set of values, with a loop of its own for every width. In fewer than 64
 * bits values are compared as they are stored, where a missing one is 0.
 */
public final class PlainTest {

    /** Up to this many different stored values a set of several intervals becomes a table. */
    private static final int MOST_TABLE = 1 << 16;

    private final MemorySegment chunk;
    private final BlockColumn column;
    private final int bits;
    private final boolean real;
    private final ValueSet wanted;
    private final long low;
    private final long span;
    private final boolean never;
    private final boolean simple;
    private final boolean[] table;

    /** A test of a block's values; missing ones pass when they are in the set. */
    public PlainTest(BlockColumn column, ValueType type, ValueSet wanted) {
        this.column = column;
        this.chunk = column.chunk();
        this.bits = column.bits();
        this.real = type == ValueType.NUMBER;
        this.wanted = wanted;
        BlockEntry entry = column.entry();
        ValueSet here = bits == Long.SIZE
                ? wanted
                : wanted.and(ValueSet.between(entry.least(), entry.greatest()).or(ValueSet.onlyMissing()));
        boolean missingToo = here.hasMissing() && entry.gaps();
        this.never = here.size() == 0 && !missingToo;
        this.simple = here.size() == 0
                || (here.size() == 1 && !(missingToo && (bits == Long.SIZE || here.low(0) != entry.least())));
        long base = bits == Long.SIZE ? 0 : entry.base();
        if (here.size() == 0) {
            // Only the missing value can pass, which is stored as 0 or as the least number there is.
            low = bits == Long.SIZE ? Vector.MISSING : 0;
            span = 0;
        } else {
            low = missingToo && simple ? 0 : here.low(0) - base;
            span = here.high(0) - base - low;
        }
        boolean tabled = !simple && bits < Long.SIZE && entry.greatest() - base < MOST_TABLE;
        table = tabled ? table(here, missingToo, base, (int) (entry.greatest() - base)) : new boolean[0];
    }

    private static boolean[] table(ValueSet here, boolean missing, long base, int most) {
        boolean[] table = new boolean[most + 1];
        table[0] = missing;
        for (int i = 0; i < here.size(); i++) {
            for (int at = (int) (here.low(i) - base); at <= here.high(i) - base; at++) {
                table[at] = true;
            }
        }
        return table;
    }

    /** Keeps the rows that pass, in their order; returns how many. */
    public int keep(char[] rows, int count) {
        if (never) {
            return 0;
        }
        if (!simple) {
            return table.length > 0 ? keepByTable(rows, count) : keepOneByOne(rows, count);
        }
        return switch (bits) {
            case 8 -> keepBytes(rows, count);
            case 16 -> keepShorts(rows, count);
            case 32 -> keepInts(rows, count);
            case 64 -> real ? keepReals(rows, count) : keepLongs(rows, count);
            default -> keepBits(rows, count);
        };
    }

    private int keepBytes(char[] rows, int count) {
        int kept = 0;
        int from = clamped(low);
        int width = clamped(span) + Integer.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            char row = rows[i];
            int stored = chunk.get(ValueLayout.JAVA_BYTE, row) & 0xFF;
            rows[kept] = row;
            kept += (stored - from) + Integer.MIN_VALUE <= width ? 1 : 0;
        }
        return kept;
    }

    private int keepShorts(char[] rows, int count) {
        int kept = 0;
        int from = clamped(low);
        int width = clamped(span) + Integer.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            char row = rows[i];
            int stored = chunk.get(BlockColumn.CHAR, (long) row * Character.BYTES);
            rows[kept] = row;
            kept += (stored - from) + Integer.MIN_VALUE <= width ? 1 : 0;
        }
        return kept;
    }

    private int keepInts(char[] rows, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            char row = rows[i];
            long stored = chunk.get(BlockColumn.INT, (long) row * Integer.BYTES) & 0xFFFF_FFFFL;
            rows[kept] = row;
            kept += isNear(stored) ? 1 : 0;
        }
        return kept;
    }

    private int keepLongs(char[] rows, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            char row = rows[i];
            long stored = chunk.get(BlockColumn.LONG, (long) row * Long.BYTES);
            rows[kept] = row;
            kept += isNear(stored) ? 1 : 0;
        }
        return kept;
    }

    private int keepReals(char[] rows, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            char row = rows[i];
            kept = keep(rows, kept, row, inReals(row));
        }
        return kept;
    }

    private boolean inReals(int row) {
        long stored = chunk.get(BlockColumn.LONG, (long) row * Long.BYTES);
        long ordered = isNaN(stored) ? Vector.MISSING : ValueSet.orderedBits(stored);
        return isNear(ordered);
    }

    private static boolean isNaN(long stored) {
        return (stored & Long.MAX_VALUE) > 0x7FF0_0000_0000_0000L;
    }

    private int keepBits(char[] rows, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            char row = rows[i];
            kept = keep(rows, kept, row, isNear(stored(row)));
        }
        return kept;
    }

    private int keepByTable(char[] rows, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            char row = rows[i];
            kept = keep(rows, kept, row, table[(int) stored(row)]);
        }
        return kept;
    }

    private int keepOneByOne(char[] rows, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            char row = rows[i];
            kept = keep(rows, kept, row, passes(row));
        }
        return kept;
    }

    private static int keep(char[] rows, int kept, char row, boolean passes) {
        rows[kept] = row;
        return passes ? kept + 1 : kept;
    }

    /** What is stored of a row in fewer than 64 bits. */
    private long stored(int row) {
        return switch (bits) {
            case 0 -> 0;
            case 8 -> chunk.get(ValueLayout.JAVA_BYTE, row) & 0xFFL;
            case 16 -> chunk.get(BlockColumn.CHAR, (long) row * Character.BYTES);
            case 32 -> chunk.get(BlockColumn.INT, (long) row * Integer.BYTES) & 0xFFFF_FFFFL;
            default -> {
                int bit = row * bits;
                yield (chunk.get(ValueLayout.JAVA_BYTE, bit >>> 3) >>> (bit & 7)) & ((1 << bits) - 1);
            }
        };
    }

    private boolean passes(int row) {
        long value = column.at(row);
        if (real) {
            value = isNaN(value) ? Vector.MISSING : ValueSet.orderedBits(value);
        }
        return value == Vector.MISSING ? wanted.hasMissing() : wanted.contains(value);
    }

    private static int clamped(long value) {
        return (int) Math.min(value, Integer.MAX_VALUE);
    }

    /** Keeps of these bits those whose rows pass, testing whole words of rows at a time; for when most bits are set. */
    public void keepDense(long[] words, int rows) {
        int end = Math.min(words.length, (rows + Long.SIZE - 1) / Long.SIZE);
        if (never) {
            Arrays.fill(words, 0);
            return;
        }
        for (int word = 0; word < end; word++) {
            if (words[word] != 0) {
                words[word] &= lanes(word * Long.SIZE, Math.min(Long.SIZE, rows - word * Long.SIZE));
            }
        }
    }

    private long lanes(int first, int length) {
        if (!simple) {
            return slowLanes(first, length);
        }
        return switch (bits) {
            case 8 -> byteLanes(first, length);
            case 16 -> shortLanes(first, length);
            case 32 -> intLanes(first, length);
            case 64 -> real ? realLanes(first, length) : longLanes(first, length);
            default -> slowLanes(first, length);
        };
    }

    private long byteLanes(int first, int length) {
        int from = clamped(low);
        int width = clamped(span) + Integer.MIN_VALUE;
        long mask = 0;
        for (int i = 0; i < length; i++) {
            int stored = chunk.get(ValueLayout.JAVA_BYTE, (long) first + i) & 0xFF;
            mask |= ((stored - from) + Integer.MIN_VALUE <= width ? 1L : 0L) << i;
        }
        return mask;
    }

    private long shortLanes(int first, int length) {
        int from = clamped(low);
        int width = clamped(span) + Integer.MIN_VALUE;
        long mask = 0;
        for (int i = 0; i < length; i++) {
            int stored = chunk.get(BlockColumn.CHAR, ((long) first + i) * Character.BYTES);
            mask |= ((stored - from) + Integer.MIN_VALUE <= width ? 1L : 0L) << i;
        }
        return mask;
    }

    private long intLanes(int first, int length) {
        long mask = 0;
        for (int i = 0; i < length; i++) {
            long stored = chunk.get(BlockColumn.INT, ((long) first + i) * Integer.BYTES) & 0xFFFF_FFFFL;
            mask |= (isNear(stored) ? 1L : 0L) << i;
        }
        return mask;
    }

    private long longLanes(int first, int length) {
        long mask = 0;
        for (int i = 0; i < length; i++) {
            long stored = chunk.get(BlockColumn.LONG, ((long) first + i) * Long.BYTES);
            mask |= (isNear(stored) ? 1L : 0L) << i;
        }
        return mask;
    }

    private long realLanes(int first, int length) {
        long mask = 0;
        for (int i = 0; i < length; i++) {
            mask |= (inReals(first + i) ? 1L : 0L) << i;
        }
        return mask;
    }

    private long slowLanes(int first, int length) {
        long mask = 0;
        for (int i = 0; i < length; i++) {
            mask |= (slowly(first + i) ? 1L : 0L) << i;
        }
        return mask;
    }

    private boolean slowly(int row) {
        if (table.length > 0) {
            return table[(int) stored(row)];
        }
        return simple ? isNear(stored(row)) : passes(row);
    }

    /** Whether a stored value is one of the {@code span} from {@code low} on; one comparison, without sign. */
    private boolean isNear(long stored) {
        return (stored - low) + Long.MIN_VALUE <= span + Long.MIN_VALUE;
    }
}
