package org.yinhang.lake.dictionary;

import java.util.Arrays;
import org.yinhang.lake.dictionary.IdentifierKey.Pseudonym;

/** Pseudonyms with their numbers 0, 1, 2… in an open-addressed table of plain arrays: about 40 bytes a customer. */
final class PseudonymTable {

    private static final int NONE = -1;

    private long[] high = new long[16];
    private long[] low = new long[16];
    private int[] slots = empty(64);
    private int size;

    int size() {
        return size;
    }

    /** The number of a pseudonym, or -1. */
    int find(Pseudonym pseudonym) {
        return slots[slot(pseudonym.high(), pseudonym.low())];
    }

    /** Adds a pseudonym that is not in yet, under the next number. */
    int add(Pseudonym pseudonym) {
        if (size == high.length) {
            high = Arrays.copyOf(high, 2 * size);
            low = Arrays.copyOf(low, 2 * size);
        }
        high[size] = pseudonym.high();
        low[size] = pseudonym.low();
        if (2 * size >= slots.length) {
            slots = empty(2 * slots.length);
            for (int i = 0; i < size; i++) {
                slots[slot(high[i], low[i])] = i;
            }
        }
        slots[slot(pseudonym.high(), pseudonym.low())] = size;
        return size++;
    }

    Pseudonym get(int number) {
        return new Pseudonym(high[number], low[number]);
    }

    /** Where a pseudonym is, or the free place where it belongs. A pseudonym is random, so its bits are the hash. */
    private int slot(long h, long l) {
        int mask = slots.length - 1;
        int slot = (int) h & mask;
        while (slots[slot] != NONE && (high[slots[slot]] != h || low[slots[slot]] != l)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int[] empty(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, NONE);
        return slots;
    }
}
