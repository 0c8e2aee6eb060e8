package org.yinhang.lake.ingest;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.yinhang.lake.ingest.mapping.Source;
import org.yinhang.lake.ingest.source.Rows;
import org.yinhang.lake.sql.Sql;

/**
 * One input of a load: a file of a source, or the answer to its query.
 *
 * @param number its place in the load, from 0
 * @param source the source it belongs to
 * @param name the file's name relative to the data folder, or the source's name
 * @param file the file; empty for a query
 * @param rows how the engine reads it
 * @param fingerprint hash of its bytes, of those it looks up, and of the source's section of the mapping
 * @param lookedUp whether another source looks it up
 */
record Unit(
        int number, Source source, String name, Optional<Path> file, Rows rows, String fingerprint, boolean lookedUp) {

    /** Whether one pass over the input is enough: one table, and no expression that looks at other rows. */
    boolean isDirect() {
        return source.tables().size() == 1
                && source.joins().isEmpty()
                && !lookedUp
                && source.tables().getFirst().rows().isEmpty()
                && expressions().noneMatch(Sql::looksAtOtherRows);
    }

    /** The engine's table that holds the input as it was read. */
    String table() {
        return "raw_" + number;
    }

    private Stream<String> expressions() {
        return Stream.of(
                        source.derived().values().stream(),
                        source.tables().stream().flatMap(t -> t.key().stream()),
                        source.tables().stream()
                                .flatMap(t -> t.columns().stream())
                                .map(c -> c.expression()))
                .flatMap(s -> s)
                .map(expression -> expression.sql());
    }
}
