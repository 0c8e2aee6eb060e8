package org.yinhang.lake.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Small whole numbers as Parquet's hybrid of runs and bit-packed groups (parquet-format, Encodings.md, RLE). */
final class BitPacked {

    /** Bytes that may be read behind the last one. */
    static final int SLACK = 8;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private BitPacked() {}

    /**
     * Decodes {@code count} numbers of {@code width} bits (0 to 32) that begin at a byte, into an array from an index on.
     * The source has {@link #SLACK} bytes more than its content.
     */
    static void decode(byte[] source, int from, int width, int count, int[] into, int index) {
        if (width == 0) {
            Arrays.fill(into, index, index + count, 0);
            return;
        }
        int at = from;
        int done = 0;
        long mask = (1L << width) - 1;
        while (done < count) {
            int head = 0;
            int shift = 0;
            byte next;
            do {
                next = source[at++];
                head |= (next & 0x7F) << shift;
                shift += 7;
            } while (next < 0);
            if ((head & 1) == 0) {
                int run = Math.min(head >>> 1, count - done);
                int value = (int) ((long) LONGS.get(source, at) & mask);
                at += (width + 7) >>> 3;
                Arrays.fill(into, index + done, index + done + run, value);
                done += run;
            } else {
                int packed = (head >>> 1) * 8;
                unpack(source, at, width, mask, Math.min(packed, count - done), into, index + done);
                at += (head >>> 1) * width;
                done += packed;
            }
        }
    }

    private static void unpack(byte[] source, int at, int width, long mask, int count, int[] into, int index) {
        long bit = (long) at << 3;
        for (int i = 0; i < count; i++) {
            into[index + i] = (int) (((long) LONGS.get(source, (int) (bit >>> 3)) >>> (bit & 7)) & mask);
            bit += width;
        }
    }
}
