package org.yinhang.lake.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeCommit;
import org.yinhang.lake.LakeFile;
import org.yinhang.lake.OwnedPart;
import org.yinhang.lake.ingest.mapping.TableMapping.Mode;
import org.yinhang.lake.schema.ColumnSchema;
import org.yinhang.lake.schema.TableKind;
import org.yinhang.lake.schema.TableSchema;
import org.yinhang.lake.sql.Sql;

/**
 * Puts the good rows of one bucketed table into the lake: numbers for identifiers, no row twice, 16 buckets, each sorted
 * by customer, instant and id.
 */
final class TableLoad implements Target {

    private final Engine engine;
    private final Lake lake;
    private final LakeCommit commit;
    private final Instant now;
    private final List<TablePlan> plans;
    private final TableSchema schema;
    private final String joined;
    private final List<LakeFile> earlier;

    TableLoad(Engine engine, Lake lake, LakeCommit commit, Instant now, List<TablePlan> plans) {
        this.engine = engine;
        this.lake = lake;
        this.commit = commit;
        this.now = now;
        this.plans = plans;
        String name = plans.getFirst().table();
        List<ColumnSchema> extra = plans.stream()
                .flatMap(p -> p.mapping().extra().stream())
                .distinct()
                .toList();
        this.schema = commit.base().table(name).schema().with(extra);
        this.joined = "joined_" + plans.getFirst().number();
        this.earlier = isReplaced(plans) ? List.of() : commit.base().table(name).files();
        commit.declare(name, extra);
    }

    static boolean isReplaced(List<TablePlan> plans) {
        return plans.stream().anyMatch(plan -> plan.mapping().mode() == Mode.REPLACE);
    }

    /** Numbers the rows. */
    @Override
    public void prepare() {
        String rows = plans.stream()
                .map(plan -> new JoinedRows(plan, schema, now).sql())
                .collect(Collectors.joining(" UNION ALL "));
        engine.execute("CREATE TABLE %s AS %s".formatted(joined, rows));
        plans.forEach(plan -> engine.execute("DROP TABLE " + plan.staged()));
        if (schema.kind() == TableKind.FACT && plans.stream().anyMatch(JoinedRows::hasHashedId)) {
            tellEqualRowsApart();
        }
    }

    /** Leaves out rows that earlier loads brought. Gives how many of each plan. */
    @Override
    public Map<Integer, Long> removeKnown() {
        if (earlier.isEmpty()) {
            return Map.of();
        }
        Map<Integer, Long> before = counts();
        for (int bucket = 0; bucket < Lake.BUCKETS; bucket++) {
            List<LakeFile> files = in(bucket, earlier);
            if (!files.isEmpty()) {
                engine.execute("DELETE FROM %s AS n WHERE %s AND EXISTS (SELECT 1 FROM %s AS e WHERE %s)"
                        .formatted(joined, isIn(bucket, "n."), read(files), isSame()));
            }
        }
        Map<Integer, Long> after = counts();
        before.replaceAll((plan, rows) -> rows - after.getOrDefault(plan, 0L));
        return before;
    }

    /**
     * Writes the files, without the rows that are there twice; what a file itself has twice is explained as bad. Small
     * earlier runs are merged with the new one when there are too many.
     */
    @Override
    public Map<Integer, Long> write() {
        if (isReplaced(plans)) {
            commit.replace(schema.name());
        }
        Set<Integer> filled = Set.copyOf(engine.query(
                "SELECT DISTINCT (customer >> %d) & %d FROM %s".formatted(Lake.BLOCK_BITS, Lake.BUCKETS - 1, joined),
                row -> row.getInt(1)));
        List<LakeFile> merged = new ArrayList<>();
        if (!filled.isEmpty()) {
            Set<Long> owned = OwnedPart.runs(commit.base(), schema.name());
            merged.addAll(RunMerge.choose(
                    earlier.stream().filter(file -> !owned.contains(file.run())).toList()));
            commit.merge(schema.name(), merged.stream().map(LakeFile::run).collect(Collectors.toSet()));
        }
        List<BucketFile> files = IntStream.range(0, Lake.BUCKETS)
                .filter(bucket -> filled.contains(bucket) || !in(bucket, merged).isEmpty())
                .mapToObj(bucket -> file(bucket, in(bucket, merged)))
                .toList();
        // Two at a time: while one file's last rows are being packed or looked through, the next one is sorted.
        List<Boolean> again = TwoLanes.run(engine, files, BucketFile::write);
        for (int i = 0; i < files.size(); i++) {
            BucketFile file = files.get(i);
            if (again.get(i) && removeDuplicates(isIn(file.bucket(), ""))) {
                file.write(engine);
            }
            file.addTo(commit, engine);
        }
        Map<Integer, Long> written = counts();
        engine.execute("DROP TABLE " + joined);
        return written;
    }

    private Map<Integer, Long> counts() {
        Map<Integer, Long> counts = new HashMap<>();
        engine.each(
                "SELECT _plan, count(*) FROM %s GROUP BY _plan".formatted(joined),
                row -> counts.put(row.getInt(1), row.getLong(2)));
        return counts;
    }

    private BucketFile file(int bucket, List<LakeFile> merged) {
        String columns = stored().stream().map(Sql::quoted).collect(Collectors.joining(", "));
        String rows = "SELECT %s FROM %s WHERE %s".formatted(columns, joined, isIn(bucket, ""));
        if (!merged.isEmpty()) {
            rows += " UNION ALL BY NAME SELECT * FROM " + read(merged);
        }
        return new BucketFile(
                schema.name(),
                bucket,
                "SELECT %s FROM (%s)".formatted(columns, rows),
                commit.newFile(schema.name(), bucket));
    }

    /** A row without an identifier of its own is told from an equal one of the same load by counting them. */
    private void tellEqualRowsApart() {
        engine.execute(("CREATE TABLE told AS SELECT * EXCLUDE (_nth) REPLACE (CASE WHEN _nth = 1 THEN id"
                        + " ELSE %s(id::VARCHAR || '#' || _nth) END AS id) FROM (SELECT *, row_number() OVER"
                        + " (PARTITION BY _plan, customer, occurred_at, id ORDER BY _row) AS _nth FROM %s)")
                .formatted(Engine.NUMBER_OF, joined));
        engine.execute("DROP TABLE " + joined);
        engine.execute("ALTER TABLE told RENAME TO " + joined);
    }

    /** Leaves the second of two rows with one key out of a bucket; whether there was one. */
    private boolean removeDuplicates(String isIn) {
        engine.execute(("CREATE OR REPLACE TABLE twice AS SELECT _plan, _row, _first FROM (SELECT _plan, _row,"
                        + " first_value(_plan) OVER w AS _first, row_number() OVER w AS _nth FROM %s WHERE %s"
                        + " WINDOW w AS (PARTITION BY customer, occurred_at, id ORDER BY _plan, _row)) WHERE _nth > 1")
                .formatted(joined, isIn));
        engine.execute("DELETE FROM %s WHERE (_plan, _row) IN (SELECT (_plan, _row) FROM twice)".formatted(joined));
        for (TablePlan plan : plans) {
            engine.execute(
                    "INSERT INTO %s SELECT _row, 0, 'id', '%s', NULL FROM twice WHERE _plan = %d AND _first = _plan"
                            .formatted(plan.reasons(), RejectReason.DUPLICATE.name(), plan.number()));
        }
        return engine.count("SELECT count(*) FROM twice") > 0;
    }

    /** A fact is the same when its key is; a state may be corrected, so it is the same when all of it is. */
    private String isSame() {
        String key = "e.customer = n.customer AND e.occurred_at = n.occurred_at AND e.id = n.id";
        if (schema.kind() == TableKind.FACT) {
            return key;
        }
        return stored().stream()
                .filter(column ->
                        !List.of("customer", "occurred_at", "recorded_at", "id").contains(column))
                .map(column -> "e.%1$s IS NOT DISTINCT FROM n.%1$s".formatted(Sql.quoted(column)))
                .collect(Collectors.joining(" AND ", key + " AND ", ""));
    }

    private List<String> stored() {
        return schema.stored().stream().map(ColumnSchema::name).toList();
    }

    /** Earlier files with every column of today's schema. */
    private String read(List<LakeFile> files) {
        String empty = schema.stored().stream()
                .map(c -> "CAST(NULL AS %s) AS %s".formatted(c.type().sql(), Sql.quoted(c.name())))
                .collect(Collectors.joining(", "));
        return "(SELECT %s WHERE false UNION ALL BY NAME SELECT * FROM read_parquet(%s, union_by_name = true))"
                .formatted(
                        empty,
                        Sql.literals(files.stream()
                                .map(file -> lake.folder().resolve(file.path()).toString())
                                .toList()));
    }

    private static List<LakeFile> in(int bucket, List<LakeFile> files) {
        return files.stream().filter(file -> file.bucket() == bucket).toList();
    }

    private static String isIn(int bucket, String alias) {
        return "((%scustomer >> %d) & %d) = %d".formatted(alias, Lake.BLOCK_BITS, Lake.BUCKETS - 1, bucket);
    }
}
