package org.yinhang.lake.ingest.source;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes rows of any origin to a temporary file the engine reads, each with its place in the bank's own file. */
final class RowFile implements AutoCloseable {

    private static final String PLACE = "_line";

    private final Path file;
    private final BufferedWriter writer;

    RowFile(Path file) throws IOException {
        this.file = PrivateFile.create(file);
        this.writer = Files.newBufferedWriter(file);
    }

    void write(long line, List<? extends @Nullable String> values) throws IOException {
        writer.write(Long.toString(line));
        for (String value : values) {
            writer.write(',');
            if (value != null && !value.isEmpty()) {
                writer.write('"');
                writer.write(value.replace("\"", "\"\""));
                writer.write('"');
            }
        }
        writer.write('\n');
    }

    Rows rows(List<String> columns, List<String> nulls) {
        List<String> all = new ArrayList<>();
        all.add(PLACE);
        all.addAll(columns);
        Delimited text = new Delimited(file, ",", "\"", "\"", 0, all.size(), true);
        String from = "(SELECT * EXCLUDE (%s) FROM %s)".formatted(PLACE, CsvSql.read(text, all, nulls));
        return new Rows(from, columns, Optional.of(text));
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    /** Names that are not empty and differ from each other, as the engine needs them. */
    static List<String> names(List<String> header) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).strip();
            String first = name.isEmpty() ? "column" + (i + 1) : name;
            String unique = first;
            for (int n = 1; contains(names, unique); n++) {
                unique = first + "_" + n;
            }
            names.add(unique);
        }
        return names;
    }

    private static boolean contains(List<String> names, String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }
}
