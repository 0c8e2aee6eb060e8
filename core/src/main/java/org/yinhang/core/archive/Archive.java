package org.yinhang.core.archive;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/**
 * Writes a value as bytes and reads it back, to the same bits: records with what they are made of, lists, maps, arrays,
 * words, numbers, choices, and everything {@link Archived.Archivable}. Equal values give equal bytes. Only records and
 * choices of Yinhang's own packages are read, and always through their constructors, which check what they are given.
 */
public final class Archive {

    private static final int MAGIC = 0x59484152;
    private static final int VERSION = 1;

    private Archive() {}

    /** The bytes of a value. */
    public static byte[] write(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            DataOutputStream head = new DataOutputStream(bytes);
            head.writeInt(MAGIC);
            head.writeInt(VERSION);
            head.flush();
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(bytes)))) {
                new ArchiveWriter(out).write(value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The value of some bytes.
     *
     * @param name what the bytes are called in messages, such as a file's name
     * @throws FaultException ARC-1001 when they are no archive of such a value, or were cut short
     */
    public static <T> T read(byte[] bytes, Class<T> type, String name) {
        try {
            ByteArrayInputStream in = new ByteArrayInputStream(bytes);
            DataInputStream head = new DataInputStream(in);
            if (head.readInt() != MAGIC) {
                throw unreadable(name, "It does not begin as an archive does.", null);
            }
            int version = head.readInt();
            if (version != VERSION) {
                throw unreadable(name, "It has version %d; this release reads %d.".formatted(version, VERSION), null);
            }
            try (DataInputStream body = new DataInputStream(new BufferedInputStream(new GZIPInputStream(in)))) {
                T value = type.cast(Objects.requireNonNull(new ArchiveReader(body).read()));
                if (body.read() >= 0) {
                    throw unreadable(name, "There is more in it than one value.", null);
                }
                return value;
            }
        } catch (EOFException | ZipException e) {
            throw unreadable(name, "It was cut short or changed.", e);
        } catch (ReflectiveOperationException
                | ClassCastException
                | NullPointerException
                | IllegalArgumentException e) {
            throw unreadable(name, "It holds something else than expected: %s.".formatted(e.getMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FaultException unreadable(String name, String why, @Nullable Throwable cause) {
        Fault fault = Fault.of(
                "ARC-1001",
                "'%s' cannot be read. %s".formatted(name, why),
                name,
                "Restore it from a copy or make it anew.");
        return cause == null ? new FaultException(fault) : new FaultException(fault, cause);
    }
}
