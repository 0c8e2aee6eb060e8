package org.yinhang.core.predicate;

import java.util.List;
import java.util.Optional;

/**
 * A table of things that happened to customers, or of things they hold, that aggregates read.
 *
 * @param name identifier
 * @param zh Chinese name, which a predicate may use as well
 * @param en English name
 * @param state whether rows are states of a thing, of which the newest before the as-of day counts, and windows make no
 *     sense; otherwise rows are events, each counted where its {@code occurred_at} lies in the window
 * @param columns what a row says; {@code occurred_at} among them
 * @param knownAt the column that says when later-known columns became known, where there is one
 */
public record FactTable(
        String name, String zh, String en, boolean state, List<Field> columns, Optional<String> knownAt) {

    public FactTable {
        columns = List.copyOf(columns);
    }

    /** The instant a row happened, by which windows select. */
    public static final String OCCURRED_AT = "occurred_at";
}
