package org.yinhang.core.audience;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.zip.CRC32C;
import org.roaringbitmap.RoaringBitmap;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/**
 * An audience as it was: who was in it, on which day's values and by which predicate. Its file is a few lines of text,
 * a blank one and the customers as a Roaring bitmap in its portable format.
 *
 * @param audience the customers
 * @param asOf the day the values were of
 * @param predicate its text; may have line breaks, which are kept
 */
public record FrozenAudience(Audience audience, LocalDate asOf, String predicate) {

    private static final String FORMAT = "yinhang-audience 1";

    /** Writes the file as a whole or not at all; an older one is replaced. */
    public void write(Path file) throws IOException {
        RoaringBitmap bitmap = audience.bitmap();
        ByteBuffer customers = ByteBuffer.allocate(bitmap.serializedSizeInBytes());
        bitmap.serialize(customers);
        customers.flip();
        byte[] text = predicate.getBytes(StandardCharsets.UTF_8);
        String described =
                "%s\nas-of %s\ncount %d\npredicate %d\n".formatted(FORMAT, asOf, audience.count(), text.length);
        byte[] head = (described + "checksum %08x\n\n".formatted(checksum(described, text, customers)))
                .getBytes(StandardCharsets.UTF_8);
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (ByteBuffer part : new ByteBuffer[] {ByteBuffer.wrap(head), ByteBuffer.wrap(text), customers}) {
                while (part.hasRemaining()) {
                    channel.write(part);
                }
            }
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Reads a file.
     *
     * @throws FaultException when it is no such file, damaged or cut short (SEL-1003)
     */
    public static FrozenAudience read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        try {
            String format = line(bytes);
            String asOf = line(bytes);
            String count = line(bytes);
            String length = line(bytes);
            String checksum = line(bytes);
            if (!format.equals(FORMAT) || !line(bytes).isEmpty()) {
                throw damaged(file);
            }
            byte[] text = new byte[Integer.parseInt(after("predicate ", length))];
            bytes.get(text);
            ByteBuffer customers = bytes.slice();
            String described = String.join("\n", format, asOf, count, length) + "\n";
            if (!checksum.equals("checksum %08x".formatted(checksum(described, text, customers)))) {
                throw damaged(file);
            }
            RoaringBitmap bitmap = new RoaringBitmap();
            bitmap.deserialize(customers);
            return new FrozenAudience(
                    Audience.owning(bitmap),
                    LocalDate.parse(after("as-of ", asOf)),
                    new String(text, StandardCharsets.UTF_8));
        } catch (BufferUnderflowException | NumberFormatException | NegativeArraySizeException e) {
            throw damaged(file);
        }
    }

    private static String line(ByteBuffer bytes) {
        ByteBuffer line = bytes.slice();
        int length = 0;
        while (bytes.get() != '\n') {
            length++;
        }
        byte[] text = new byte[length];
        line.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static String after(String word, String line) {
        return line.startsWith(word) ? line.substring(word.length()) : "";
    }

    private static int checksum(String described, byte[] text, ByteBuffer customers) {
        CRC32C crc = new CRC32C();
        crc.update(described.getBytes(StandardCharsets.UTF_8));
        crc.update(text);
        crc.update(customers.duplicate());
        return (int) crc.getValue();
    }

    private static FaultException damaged(Path file) {
        return new FaultException(Fault.of(
                "SEL-1003",
                "This is no frozen audience, or it is damaged.",
                file.toString(),
                "Take it from a backup, or freeze the audience again."));
    }
}
