package org.yinhang.core.audience;

import java.util.Arrays;
import org.roaringbitmap.Container;
import org.yinhang.core.audience.index.Block;

/** Some rows of one block, as bits while they are many and as a rising list once they are few. Not for several threads. */
final class Rows {

    /** Up to this many rows a list is quicker than bits. */
    private static final int FEW = 256;

    /** A list longer than this becomes bits again. */
    private static final int MANY = 4096;

    private final long[] words = new long[Block.WORDS];
    private final char[] list = new char[Block.ROWS];
    private boolean listed;
    private int count;

    int count() {
        return count;
    }

    boolean isListed() {
        return listed;
    }

    /** The rows as bits; only when they are not listed. */
    long[] words() {
        return words;
    }

    /** The rows one by one, in order; only when they are listed. */
    char[] list() {
        return list;
    }

    /** All these rows. */
    void set(long[] bits, int size) {
        System.arraycopy(bits, 0, words, 0, Block.WORDS);
        listed = false;
        count = size;
    }

    void set(Rows other) {
        listed = other.listed;
        count = other.count;
        if (listed) {
            System.arraycopy(other.list, 0, list, 0, count);
        } else {
            System.arraycopy(other.words, 0, words, 0, Block.WORDS);
        }
    }

    void clear() {
        listed = true;
        count = 0;
    }

    /** What was changed in {@link #words} or {@link #list} has left so many. */
    void left(int size) {
        count = size;
        if (!listed && size <= FEW) {
            makeList();
        }
    }

    /** What was written into {@link #list} is what is left. */
    void leftInList(int size) {
        listed = true;
        count = size;
    }

    void makeList() {
        if (!listed) {
            Block.rows(words, list);
            listed = true;
        }
    }

    /** Gives up the list when it is long. */
    void settle() {
        if (listed && count > MANY) {
            Arrays.fill(words, 0);
            listed = false;
            for (int i = 0; i < count; i++) {
                words[list[i] >>> 6] |= 1L << list[i];
            }
        }
    }

    /** Keeps the rows that are in these bits, or are not. */
    void keep(long[] bits, boolean in) {
        if (listed) {
            int flip = in ? 0 : 1;
            int kept = 0;
            for (int i = 0; i < count; i++) {
                char row = list[i];
                list[kept] = row;
                kept += ((int) (bits[row >>> 6] >>> row) & 1) ^ flip;
            }
            count = kept;
            return;
        }
        long flip = in ? 0 : -1;
        int kept = 0;
        for (int i = 0; i < Block.WORDS; i++) {
            long word = words[i] & (bits[i] ^ flip);
            words[i] = word;
            kept += Long.bitCount(word);
        }
        left(kept);
    }

    /** Sets the bits of the rows. */
    void addTo(long[] bits) {
        if (listed) {
            for (int i = 0; i < count; i++) {
                bits[list[i] >>> 6] |= 1L << list[i];
            }
            return;
        }
        for (int i = 0; i < Block.WORDS; i++) {
            bits[i] |= words[i];
        }
    }

    /** The rows as a part of a Roaring bitmap that shares nothing with them. */
    Container container() {
        long[] bits = new long[Block.WORDS];
        addTo(bits);
        return Block.container(bits, count);
    }
}
