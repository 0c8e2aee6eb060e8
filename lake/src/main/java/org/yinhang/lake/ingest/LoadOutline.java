package org.yinhang.lake.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.fault.Faults;
import org.yinhang.lake.LoadRecord;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.ingest.mapping.Mapping;
import org.yinhang.lake.ingest.mapping.Source;
import org.yinhang.lake.ingest.mapping.SourceInput;
import org.yinhang.lake.ingest.mapping.TableMapping;
import org.yinhang.lake.schema.CanonicalSchema;
import org.yinhang.lake.schema.ColumnSchema;

/**
 * What a mapping would load, told from the mapping and the names of the files, before any of them is read.
 *
 * @param inputs every file and query, in the mapping's order
 */
public record LoadOutline(List<Input> inputs) {

    public LoadOutline {
        inputs = List.copyOf(inputs);
    }

    /**
     * One file or query.
     *
     * @param source what the mapping calls the source
     * @param name the file's name, or the source's for a query
     * @param bytes the file's size; empty for a query
     * @param tables the canonical tables it fills; none for one that is only looked up
     * @param personal the columns of personal data it has
     * @param loadedAt when an input of this name was loaded last, if ever; its content may have changed since
     */
    public record Input(
            String source,
            String name,
            Optional<Long> bytes,
            List<String> tables,
            List<String> personal,
            Optional<Instant> loadedAt) {

        public Input {
            tables = List.copyOf(tables);
            personal = List.copyOf(personal);
        }
    }

    /**
     * Reads a mapping and looks its files up.
     *
     * @param folder the folder its file patterns are relative to
     * @throws FaultException with everything that is wrong with it, missing files among it
     */
    public static LoadOutline of(Path mapping, Path folder, Snapshot snapshot) {
        Mapping read = Mapping.read(mapping, CanonicalSchema.bundled());
        Path root = folder.toAbsolutePath().normalize();
        Faults faults = new Faults();
        List<Input> inputs = new ArrayList<>();
        for (Source source : read.sources()) {
            switch (source.input()) {
                case SourceInput.Files files ->
                    faults.read(() -> Inputs.find(files, root)).stream()
                            .flatMap(List::stream)
                            .map(file ->
                                    input(source, root.relativize(file).toString(), Optional.of(size(file)), snapshot))
                            .forEach(inputs::add);
                case SourceInput.Query query -> inputs.add(input(source, source.name(), Optional.empty(), snapshot));
            }
        }
        faults.raise();
        return new LoadOutline(inputs);
    }

    private static Input input(Source source, String name, Optional<Long> bytes, Snapshot snapshot) {
        List<String> tables = source.tables().stream().map(TableMapping::name).toList();
        return new Input(
                source.name(),
                name,
                bytes,
                tables,
                source.tables().stream()
                        .flatMap(table -> table.schema().personal().stream()
                                .map(ColumnSchema::name)
                                .filter(column -> table.column(column).isPresent()))
                        .distinct()
                        .toList(),
                snapshot.loads().stream()
                        .filter(load -> load.source().equals(name) && tables.contains(load.table()))
                        .map(LoadRecord::at)
                        .max(Comparator.naturalOrder()));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
