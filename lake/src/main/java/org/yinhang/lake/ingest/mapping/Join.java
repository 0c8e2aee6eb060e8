package org.yinhang.lake.ingest.mapping;

import java.util.Optional;

/**
 * Another source looked up for every row; its columns are then read as {@code name.column}.
 *
 * @param name what expressions call it
 * @param source the other source
 * @param here the key in this source
 * @param there the key in the other source, one row for each value
 * @param rows which of the other source's rows count; all when empty
 * @param where where the mapping says so
 */
public record Join(
        String name, String source, Expression here, Expression there, Optional<Expression> rows, String where) {}
