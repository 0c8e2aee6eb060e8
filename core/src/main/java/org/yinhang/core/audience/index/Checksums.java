package org.yinhang.core.audience.index;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** CRC-32C, which finds torn and damaged files and guards against nobody. */
final class Checksums {

    private Checksums() {}

    /** Of what remains in a buffer, which stays as it is. */
    static int of(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.duplicate());
        return (int) crc.getValue();
    }
}
