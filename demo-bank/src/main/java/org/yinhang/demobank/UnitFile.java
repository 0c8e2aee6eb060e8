package org.yinhang.demobank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** A file of equally long records, one for each customer of a unit, written and read in order. */
final class UnitFile implements AutoCloseable {

    private static final int RECORDS = 512;

    private final FileChannel channel;
    private final ByteBuffer buffer;
    private final int recordBytes;
    private final boolean writing;

    private UnitFile(FileChannel channel, int recordBytes, boolean writing) {
        this.channel = channel;
        this.recordBytes = recordBytes;
        this.writing = writing;
        this.buffer = ByteBuffer.allocate(recordBytes * RECORDS);
        if (!writing) {
            buffer.limit(0);
        }
    }

    static Path path(Path folder, String kind, int unit) {
        return folder.resolve(String.format(Locale.ROOT, "%s-%05d.bin", kind, unit));
    }

    static UnitFile create(Path folder, String kind, int unit, int recordBytes) {
        return open(
                path(folder, kind, unit),
                recordBytes,
                true,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
    }

    static UnitFile read(Path folder, String kind, int unit, int recordBytes) {
        return open(path(folder, kind, unit), recordBytes, false, StandardOpenOption.READ);
    }

    private static UnitFile open(Path path, int recordBytes, boolean writing, StandardOpenOption... options) {
        try {
            return new UnitFile(FileChannel.open(path, options), recordBytes, writing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The buffer with room for, or with, exactly one more record. */
    ByteBuffer next() {
        try {
            if (buffer.remaining() < recordBytes) {
                if (writing) {
                    drain();
                } else {
                    buffer.clear();
                    while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                        // a read may give less than was asked for
                    }
                    buffer.limit(buffer.position() / recordBytes * recordBytes).position(0);
                }
            }
            return buffer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void drain() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    @Override
    public void close() {
        try (channel) {
            if (writing) {
                drain();
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
