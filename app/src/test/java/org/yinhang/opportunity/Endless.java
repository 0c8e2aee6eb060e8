package org.yinhang.opportunity;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** More bytes than a Java array holds, should anybody ask for all of them. */
final class Endless extends InputStream {

    private long given;

    @Override
    public int read() throws IOException {
        return read(new byte[1], 0, 1) < 0 ? -1 : 0;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        given += length;
        if (given > 64L * 1024 * 1024) {
            throw new IOException("read far too much");
        }
        Arrays.fill(into, from, from + length, (byte) 0);
        return length;
    }
}
