package org.yinhang.lake.ingest;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yinhang.lake.LakeCommit;
import org.yinhang.lake.schema.ColumnSchema;
import org.yinhang.lake.schema.TableSchema;
import org.yinhang.lake.sql.Sql;

/** Puts the good rows of one reference table into the lake, in the place of what was there; one row for each key. */
final class ReferenceLoad implements Target {

    private final Engine engine;
    private final LakeCommit commit;
    private final List<TablePlan> plans;
    private final TableSchema schema;
    private final String joined;

    ReferenceLoad(Engine engine, LakeCommit commit, List<TablePlan> plans) {
        this.engine = engine;
        this.commit = commit;
        this.plans = plans;
        List<ColumnSchema> extra = plans.stream()
                .flatMap(p -> p.mapping().extra().stream())
                .distinct()
                .toList();
        this.schema = commit.base().table(plans.getFirst().table()).schema().with(extra);
        this.joined = "joined_" + plans.getFirst().number();
        commit.declare(schema.name(), extra);
    }

    /** Gathers the rows of all inputs; a second row with the same key is explained as bad. */
    @Override
    public void prepare() {
        String rows = plans.stream().map(this::rows).collect(Collectors.joining(" UNION ALL "));
        engine.execute("CREATE TABLE %s AS %s".formatted(joined, rows));
        String key = schema.key().stream().map(Sql::quoted).collect(Collectors.joining(", "));
        engine.execute(("CREATE TABLE twice AS SELECT _plan, _row FROM %s"
                        + " QUALIFY row_number() OVER (PARTITION BY %s ORDER BY _plan, _row) > 1")
                .formatted(joined, key));
        engine.execute("DELETE FROM %s WHERE (_plan, _row) IN (SELECT (_plan, _row) FROM twice)".formatted(joined));
        for (TablePlan plan : plans) {
            engine.execute("INSERT INTO %s SELECT _row, 0, %s, '%s', NULL FROM twice WHERE _plan = %d"
                    .formatted(
                            plan.reasons(),
                            Sql.literal(String.join(" ", schema.key())),
                            RejectReason.DUPLICATE.name(),
                            plan.number()));
        }
        engine.execute("DROP TABLE twice");
    }

    /** A reference table is replaced whole, so nothing is known. */
    @Override
    public Map<Integer, Long> removeKnown() {
        return Map.of();
    }

    /** Writes the file, sorted by key. */
    @Override
    public Map<Integer, Long> write() {
        commit.replace(schema.name());
        Map<Integer, Long> counts = new HashMap<>();
        engine.each(
                "SELECT _plan, count(*) FROM %s GROUP BY _plan".formatted(joined),
                row -> counts.put(row.getInt(1), row.getLong(2)));
        long rows = counts.values().stream().mapToLong(Long::longValue).sum();
        if (rows > 0) {
            String columns =
                    schema.stored().stream().map(c -> Sql.quoted(c.name())).collect(Collectors.joining(", "));
            String key = schema.key().stream().map(Sql::quoted).collect(Collectors.joining(", "));
            Path file = commit.newFile(schema.name(), 0);
            engine.execute("COPY (SELECT %s FROM %s ORDER BY %s) TO %s (FORMAT parquet, COMPRESSION zstd)"
                    .formatted(columns, joined, key, Sql.literal(file.toString())));
            commit.add(schema.name(), file, 0, rows, 0, 0);
        }
        engine.execute("DROP TABLE " + joined);
        return counts;
    }

    private String rows(TablePlan plan) {
        String columns = schema.stored().stream()
                .map(column -> plan.fields().stream().anyMatch(f -> f.name().equals(column.name()))
                        ? "CAST(%1$s AS %2$s) AS %1$s"
                                .formatted(
                                        Sql.quoted(column.name()), column.type().sql())
                        : "CAST(NULL AS %s) AS %s".formatted(column.type().sql(), Sql.quoted(column.name())))
                .collect(Collectors.joining(", "));
        return "SELECT %s, %d AS _plan, _row FROM %s".formatted(columns, plan.number(), plan.stagedRows());
    }
}
