package org.yinhang.audience;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who took which customers out of a data folder by the command line, one JSON object a line in {@code audience-exports.jsonl}.
 * A line is on the disk before the list is where it was asked for; the application takes lines into its audit.
 */
final class ExportJournal {

    /** Its name in the data folder. */
    static final String FILE = "audience-exports.jsonl";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    /** @param data the data folder */
    ExportJournal(Path data) {
        this.file = data.resolve(FILE);
    }

    /**
     * One list taken out.
     *
     * @param id names the line
     * @param user who was signed in to the machine
     * @param predicate whom it meant
     * @param file where it was written
     */
    record Line(UUID id, Instant at, String user, String predicate, int customers, String file, String reason) {

        /** A list taken out now by whoever is signed in. */
        static Line of(Clock clock, String predicate, int customers, Path file, String reason) {
            return new Line(
                    UUID.randomUUID(),
                    clock.instant(),
                    System.getProperty("user.name"),
                    predicate,
                    customers,
                    file.toAbsolutePath().normalize().toString(),
                    reason);
        }
    }

    /**
     * Adds a line, which is on the disk when this returns.
     *
     * @throws FaultException {@code GRP-1018} when it cannot be written
     */
    void add(Line line) {
        // Begins on a line of its own, should a crash have cut the one before.
        byte[] bytes = ("\n" + JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of(
                            "GRP-1018",
                            "The export cannot be put on record, so nothing was exported.",
                            file.toString(),
                            "Run it as somebody who may write to the data folder, and see that its disk has space."),
                    e);
        }
    }

    /** How long it is; 0 while nothing was ever taken out. */
    long length() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** The lines as they stand, the oldest first. */
    List<String> lines() throws IOException {
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .filter(Predicate.not(String::isBlank))
                        .toList()
                : List.of();
    }

    /** What a line says; empty where it cannot be read, because a crash cut it off or somebody changed it. */
    static Optional<Line> read(String text) {
        try {
            return Optional.of(JSON.readValue(text, Line.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
