package org.yinhang.core.table;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** A dictionary position per row, in as few bytes as the dictionary allows. */
final class Codes {

    private final int size;
    private final IntUnaryOperator byRow;

    private Codes(int size, IntUnaryOperator byRow) {
        this.size = size;
        this.byRow = byRow;
    }

    /** Packs the first {@code size} codes, each from 0 to {@code cardinality} − 1. */
    static Codes pack(int[] codes, int size, int cardinality) {
        if (cardinality <= 1 << 8) {
            byte[] bytes = new byte[size];
            for (int i = 0; i < size; i++) {
                bytes[i] = (byte) codes[i];
            }
            return new Codes(size, row -> bytes[row] & 0xff);
        }
        if (cardinality <= 1 << 16) {
            char[] chars = new char[size];
            for (int i = 0; i < size; i++) {
                chars[i] = (char) codes[i];
            }
            return new Codes(size, row -> chars[row]);
        }
        int[] ints = Arrays.copyOf(codes, size);
        return new Codes(size, row -> ints[row]);
    }

    int get(int row) {
        return byRow.applyAsInt(row);
    }

    int size() {
        return size;
    }

    /** The codes of some rows, in the order given. */
    Codes select(int[] rows, int cardinality) {
        return pack(Arrays.stream(rows).map(byRow).toArray(), rows.length, cardinality);
    }
}
