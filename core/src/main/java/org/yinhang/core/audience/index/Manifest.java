package org.yinhang.core.audience.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.ValueType;

/**
 * The file that makes a folder an index; written last. Lines of words, readable by people, the last one their checksum.
 *
 * @param customers how many customers there are
 * @param everyoneSize bytes of the file of all customers
 * @param everyoneChecksum its CRC-32C
 */
record Manifest(
        IndexSubject subject, int customers, long everyoneSize, int everyoneChecksum, List<ColumnEntry> columns) {

    static final String FILE = "manifest.txt";
    static final String EVERYONE = "everyone.bitmap";
    private static final String FORMAT = "yinhang-index 1";

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(FORMAT).append('\n');
        text.append("as-of ").append(subject.asOf()).append('\n');
        text.append("numbers ").append(subject.numbers()).append('\n');
        text.append("customers ").append(customers).append('\n');
        text.append("everyone %d %08x\n".formatted(everyoneSize, everyoneChecksum));
        subject.about().forEach((key, value) -> text.append("about %s %s\n".formatted(key, value)));
        for (ColumnEntry column : columns) {
            text.append("column %s %s %s %d %d %08x\n"
                    .formatted(
                            column.name(),
                            column.type(),
                            column.file(),
                            column.size(),
                            column.tailAt(),
                            column.checksum()));
        }
        return text.append("checksum %08x\n".formatted(checksum(text.toString())))
                .toString();
    }

    private static int checksum(String text) {
        return Checksums.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Reads the manifest of a folder.
     *
     * @throws FaultException when there is none (IDX-1001), it is damaged (IDX-1002) or of another version (IDX-1003)
     */
    static Manifest read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new FaultException(
                    Fault.of(
                            "IDX-1001",
                            "There is no complete index here.",
                            folder.toString(),
                            "Run the tags; a run that was stopped half-way leaves nothing to read."),
                    e);
        }
        int last = text.lastIndexOf("checksum ");
        if (last < 0 || !text.substring(last).equals("checksum %08x\n".formatted(checksum(text.substring(0, last))))) {
            throw damaged(file);
        }
        if (!text.startsWith(FORMAT + "\n")) {
            throw new FaultException(Fault.of(
                    "IDX-1003",
                    "The index is of another version: %s."
                            .formatted(text.lines().findFirst().orElse("")),
                    file.toString(),
                    "This program reads %s. Run the tags again.".formatted(FORMAT)));
        }
        return parsed(text.substring(0, last).lines().skip(1).toList());
    }

    private static Manifest parsed(List<String> lines) {
        LocalDate asOf = LocalDate.EPOCH;
        int numbers = 0;
        int customers = 0;
        long everyoneSize = 0;
        int everyoneChecksum = 0;
        SortedMap<String, String> about = new TreeMap<>();
        List<ColumnEntry> columns = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "as-of" -> asOf = LocalDate.parse(words[1]);
                case "numbers" -> numbers = Integer.parseInt(words[1]);
                case "customers" -> customers = Integer.parseInt(words[1]);
                case "everyone" -> {
                    everyoneSize = Long.parseLong(words[1]);
                    everyoneChecksum = Integer.parseUnsignedInt(words[2], 16);
                }
                case "about" -> about.put(words[1], line.substring("about  ".length() + words[1].length()));
                case "column" ->
                    columns.add(new ColumnEntry(
                            columns.size(),
                            words[1],
                            ValueType.valueOf(words[2]),
                            words[3],
                            Long.parseLong(words[4]),
                            Long.parseLong(words[5]),
                            Integer.parseUnsignedInt(words[6], 16)));
                default -> throw new IllegalArgumentException("manifest line: " + line);
            }
        }
        return new Manifest(
                new IndexSubject(asOf, numbers, about),
                customers,
                everyoneSize,
                everyoneChecksum,
                List.copyOf(columns));
    }

    static FaultException damaged(Path file) {
        return new FaultException(Fault.of(
                "IDX-1002",
                "The index is damaged or cut short.",
                file.toString(),
                "Remove the folder and run the tags again: an index holds nothing that the lake does not."));
    }
}
