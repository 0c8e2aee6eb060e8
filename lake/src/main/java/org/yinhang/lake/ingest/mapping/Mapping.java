package org.yinhang.lake.ingest.mapping;

import java.nio.file.Path;
import java.util.List;
import org.yinhang.core.fault.FaultException;
import org.yinhang.lake.schema.CanonicalSchema;

/**
 * How a bank's own files become canonical tables.
 *
 * @param sources its sources, in order
 */
public record Mapping(List<Source> sources) {

    public Mapping {
        sources = List.copyOf(sources);
    }

    /**
     * Reads a mapping file.
     *
     * @throws FaultException with everything that is wrong with it
     */
    public static Mapping read(Path file, CanonicalSchema schema) {
        return new MappingReader(schema).read(file);
    }

    /**
     * The source of that name.
     *
     * @throws IllegalArgumentException when there is none; the reader has checked every name a mapping uses
     */
    public Source source(String name) {
        return sources.stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("source: " + name));
    }
}
