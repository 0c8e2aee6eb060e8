package org.yinhang.lake.ingest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yinhang.lake.ingest.mapping.Expression;
import org.yinhang.lake.ingest.mapping.Join;
import org.yinhang.lake.ingest.mapping.Source;
import org.yinhang.lake.sql.Sql;

/** Puts what a source joins and derives around its rows, one layer for each, so that each may use those before it. */
final class SourceSql {

    private final Set<String> columns;
    private String sql;

    /**
     * Begins with the rows as they were read.
     *
     * @param base table expression
     * @param columns its columns
     */
    SourceSql(String base, List<String> columns) {
        this.sql = base;
        this.columns = new LinkedHashSet<>(columns);
    }

    /** All layers of a source. */
    static String of(Source source, String base, List<String> columns, Map<String, String> lookUps) {
        SourceSql layers = new SourceSql(base, columns);
        source.joins().forEach(join -> layers.join(join, lookUps.getOrDefault(join.source(), "")));
        source.derived().forEach(layers::derive);
        return layers.sql();
    }

    /** The table expression so far. */
    String sql() {
        return sql;
    }

    /** Looks another source up for every row. */
    void join(Join join, String other) {
        sql = ("(SELECT _here.* EXCLUDE (_here_key), _there._row_there AS %s"
                        + " FROM (SELECT *, CAST((%s\n) AS VARCHAR) AS _here_key FROM %s) _here"
                        + " LEFT JOIN %s _there ON _here._here_key = _there._there_key)")
                .formatted(Sql.quoted(join.name()), join.here().sql(), sql, lookUp(join, other));
        columns.add(join.name());
    }

    /** The rows of another source that count, each with its key. */
    static String lookUp(Join join, String other) {
        return "(SELECT CAST((%s\n) AS VARCHAR) AS _there_key, _other AS _row_there FROM %s _other%s)"
                .formatted(
                        join.there().sql(),
                        other,
                        join.rows().map(r -> " WHERE (" + r.sql() + "\n)").orElse(""));
    }

    /** Adds a named expression; one named like a column takes its place. */
    void derive(String name, Expression expression) {
        boolean known = columns.stream().anyMatch(name::equalsIgnoreCase);
        sql = (known ? "(SELECT * REPLACE ((%s\n) AS %s) FROM %s)" : "(SELECT *, (%s\n) AS %s FROM %s)")
                .formatted(expression.sql(), Sql.quoted(name), sql);
        columns.add(name);
    }
}
