package org.yinhang.core.audience.index;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What encoding one block of one column needs in memory; used by one thread at a time, then by another. */
final class Scratch {

    /** Plain values, 4,096 keys and their rows, or 64 dense sets, fit. */
    private static final int CHUNK_BYTES = 2 << 20;

    final long[] values = new long[Block.ROWS];
    final RowsByKey keyed = new RowsByKey();
    final ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
}
