package org.yinhang.core.audience.index;

import java.nio.ByteBuffer;

/**
 * Where and how one block of one column is stored; the default says a block without customers.
 *
 * @param offset first byte of its chunk in the file, a multiple of 8
 * @param length bytes of the chunk
 * @param checksum CRC-32C of the chunk
 * @param rows plain values there are: one more than the highest row with a customer
 * @param missing customers whose value is missing
 * @param bits of a plain value: 0, 1, 2, 4, 8, 16, 32 or 64; fewer than 64 are offsets from {@link #base}
 * @param keyed whether every value has its rows in the key table; otherwise only the missing value may have, and the other
 *     keys are bounds of {@link Bands}
 * @param gaps whether some plain values are missing; below 64 bits they are then 0
 * @param least the least value; above {@code greatest} when there is none; real numbers as {@link
 *     ValueSet#ordered}
 * @param greatest the greatest value
 * @param keys the values whose rows are listed
 */
record BlockEntry(
        long offset,
        int length,
        int checksum,
        int rows,
        int missing,
        int bits,
        boolean keyed,
        boolean gaps,
        long least,
        long greatest,
        KeyTable keys) {

    static final BlockEntry EMPTY = new BlockEntry(0, 0, 0, 0, 0, 0, true, true, 1, 0, KeyTable.EMPTY);

    /** What a plain value of fewer than 64 bits is added to. */
    long base() {
        return gaps ? least - 1 : least;
    }

    /** The same, stored from another byte of the file on. */
    BlockEntry at(long place) {
        return new BlockEntry(place, length, checksum, rows, missing, bits, keyed, gaps, least, greatest, keys);
    }

    /** Bytes it takes in the tail. */
    int bytes() {
        return 3 * Long.BYTES + 7 * Integer.BYTES + keys.bytes();
    }

    /** Bytes of plain values, a multiple of 8. */
    static int plainBytes(int rows, int bits) {
        return (int) (((long) rows * bits + 63) / 64 * 8);
    }

    void write(ByteBuffer into) {
        into.putLong(offset)
                .putLong(least)
                .putLong(greatest)
                .putInt(length)
                .putInt(checksum)
                .putInt(rows)
                .putInt(missing)
                .putInt(bits)
                .putInt(keyed ? 1 : 0)
                .putInt(gaps ? 1 : 0);
        keys.write(into);
    }

    static BlockEntry read(ByteBuffer from) {
        long offset = from.getLong();
        long least = from.getLong();
        long greatest = from.getLong();
        int length = from.getInt();
        int checksum = from.getInt();
        int rows = from.getInt();
        int missing = from.getInt();
        int bits = from.getInt();
        boolean keyed = from.getInt() != 0;
        boolean gaps = from.getInt() != 0;
        return new BlockEntry(
                offset, length, checksum, rows, missing, bits, keyed, gaps, least, greatest, KeyTable.read(from));
    }
}
