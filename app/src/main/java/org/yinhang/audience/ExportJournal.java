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
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who took which customers out of a data folder by the command line, one JSON object a line in {@code audience-exports.jsonl}.
 * A line is on the disk before the list is where it was asked for; the application takes lines into its audit.
 */
final class ExportJournal {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    /** @param data the data folder */
    ExportJournal(Path data) {
        this.file = data.resolve("audience-exports.jsonl");
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
        byte[] bytes = (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
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

    /** The lines, the oldest first; one that a crash cut off was followed by no list. */
    List<Line> lines() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        return Files.readAllLines(file).stream()
                .filter(Predicate.not(String::isBlank))
                .flatMap(text -> {
                    try {
                        return Stream.of(JSON.readValue(text, Line.class));
                    } catch (JacksonException cut) {
                        return Stream.empty();
                    }
                })
                .toList();
    }
}
