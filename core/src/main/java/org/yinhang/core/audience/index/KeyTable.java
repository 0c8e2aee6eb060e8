package org.yinhang.core.audience.index;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The keys of one block: values whose rows are listed, or bounds of {@link Bands}.
 *
 * @param keys rising, a missing value first
 * @param counts customers of each
 * @param places where in the chunk the rows of each begin, in units of 8 bytes
 */
record KeyTable(long[] keys, int[] counts, int[] places) {

    static final KeyTable EMPTY = new KeyTable(new long[0], new int[0], new int[0]);

    int size() {
        return keys.length;
    }

    /** The place of the first key that is at least this one, from 0 to {@link #size}. */
    int firstFrom(long key) {
        int at = Arrays.binarySearch(keys, key);
        return at < 0 ? -at - 1 : at;
    }

    int bytes() {
        return Integer.BYTES + size() * (Long.BYTES + 2 * Integer.BYTES);
    }

    void write(ByteBuffer into) {
        into.putInt(size());
        for (int i = 0; i < size(); i++) {
            into.putLong(keys[i]).putInt(counts[i]).putInt(places[i]);
        }
    }

    static KeyTable read(ByteBuffer from) {
        int size = from.getInt();
        KeyTable table = new KeyTable(new long[size], new int[size], new int[size]);
        for (int i = 0; i < size; i++) {
            table.keys[i] = from.getLong();
            table.counts[i] = from.getInt();
            table.places[i] = from.getInt();
        }
        return table;
    }
}
