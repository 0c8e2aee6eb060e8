package org.yinhang.lake.ingest.source;

import java.util.List;
import java.util.Optional;

/**
 * One input made readable for the engine.
 *
 * @param from the engine's table expression that reads it
 * @param columns the names of its columns
 * @param text the text whose lines must be counted to place a row; empty where a row's number is its place
 */
public record Rows(String from, List<String> columns, Optional<Delimited> text) {

    public Rows {
        columns = List.copyOf(columns);
    }
}
