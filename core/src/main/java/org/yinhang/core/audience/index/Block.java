package org.yinhang.core.audience.index;

import org.roaringbitmap.ArrayContainer;
import org.roaringbitmap.BitmapContainer;
import org.roaringbitmap.Container;

/**
 * The stretch of customers everything is stored and computed by: 65,536 consecutive customer numbers, which is one
 * container of a Roaring bitmap and one stretch of a bucket of the lake.
 */
public final class Block {

    /** Customers of a block. */
    public static final int ROWS = 1 << 16;

    /** 64-bit words that hold one bit a customer of a block. */
    public static final int WORDS = ROWS / Long.SIZE;

    /** A Roaring container lists up to this many rows one by one. */
    private static final int MOST_LISTED = 4096;

    private Block() {}

    /** How many blocks hold customers 0 to {@code numbers - 1}. */
    public static int count(int numbers) {
        return (numbers + ROWS - 1) >>> 16;
    }

    /** The block of a customer. */
    public static int of(int customer) {
        return customer >>> 16;
    }

    /** The row of a customer in its block. */
    public static int row(int customer) {
        return customer & (ROWS - 1);
    }

    /** The rows whose bits are set as a container of a Roaring bitmap, which may keep the words. */
    public static Container container(long[] words, int count) {
        if (count > MOST_LISTED) {
            return new BitmapContainer(words, count);
        }
        char[] rows = new char[count];
        rows(words, rows);
        return new ArrayContainer(count, rows);
    }

    /** Writes the rows whose bits are set, rising; returns how many. */
    public static int rows(long[] words, char[] into) {
        int at = 0;
        for (int i = 0; i < words.length; i++) {
            for (long rest = words[i]; rest != 0; rest &= rest - 1) {
                into[at++] = (char) (i * Long.SIZE + Long.numberOfTrailingZeros(rest));
            }
        }
        return at;
    }

    /** How many bits are set. */
    public static int count(long[] words) {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** One more than the highest bit set; 0 when none is. */
    static int length(long[] words) {
        for (int i = words.length - 1; i >= 0; i--) {
            if (words[i] != 0) {
                return i * Long.SIZE + Long.SIZE - Long.numberOfLeadingZeros(words[i]);
            }
        }
        return 0;
    }
}
