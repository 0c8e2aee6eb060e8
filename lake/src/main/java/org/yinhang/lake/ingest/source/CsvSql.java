package org.yinhang.lake.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.yinhang.lake.sql.Sql;

/** The engine's table expression that reads delimited text, every value as text, and keeps broken rows apart. */
final class CsvSql {

    private CsvSql() {}

    static String read(Delimited text, List<String> columns, List<String> nulls) {
        List<String> absent = new ArrayList<>(nulls);
        absent.add("");
        String types = columns.stream()
                .map(column -> Sql.literal(column) + ": 'VARCHAR'")
                .collect(Collectors.joining(", ", "{", "}"));
        return "read_csv(%s, auto_detect = false, columns = %s, delim = %s, quote = %s, escape = %s, header = %s, skip = %d, nullstr = %s, store_rejects = true, rejects_limit = 0)"
                .formatted(
                        Sql.literal(text.file().toString()),
                        types,
                        Sql.literal(text.delimiter()),
                        Sql.literal(text.quote()),
                        Sql.literal(text.escape()),
                        text.before() > 0,
                        Math.max(0, text.before() - 1),
                        Sql.literals(absent));
    }
}
