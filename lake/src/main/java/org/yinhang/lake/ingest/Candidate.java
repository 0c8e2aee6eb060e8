package org.yinhang.lake.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.yinhang.lake.ingest.mapping.Source;
import org.yinhang.lake.ingest.mapping.TableMapping;
import org.yinhang.lake.ingest.source.Rows;

/**
 * An input that may have to be loaded.
 *
 * @param source its source
 * @param name the file's name relative to the data folder, or the source's name
 * @param file the file; empty for a query
 * @param answer a query's rows; empty for a file, which is opened only when it is needed
 * @param hash of its bytes
 */
record Candidate(Source source, String name, Optional<Path> file, Optional<Rows> answer, String hash) {

    /** Tells this input, read by this mapping into this table, from every other. */
    String fingerprint(List<Candidate> all, TableMapping table) {
        return Inputs.hash(List.of(content(all), table.name()));
    }

    /** Tells this input, read by this mapping, from every other. */
    String content(List<Candidate> all) {
        String lookedUp = String.join(
                ",",
                source.joins().stream()
                        .flatMap(join ->
                                all.stream().filter(c -> c.source().name().equals(join.source())))
                        .map(c -> c.hash() + c.source().text())
                        .toList());
        return Inputs.hash(List.of(hash, source.text(), lookedUp));
    }
}
