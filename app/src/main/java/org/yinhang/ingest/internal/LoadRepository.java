package org.yinhang.ingest.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.lake.ingest.LoadResult;
import org.yinhang.lake.ingest.RejectReason;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;

/** Remembers the loads from the inbox. */
@Repository
public class LoadRepository {

    private static final Map<String, String> SORTABLE =
            Map.of("mapping", "mapping", "requested", "requested_at", "rows", "rows", "rejected", "rejected");

    private final JdbcClient jdbc;

    LoadRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that a load begins, or begins again after the worker died. */
    void begin(long run, String mapping, String requestedBy, Instant now) {
        jdbc.sql("""
                INSERT INTO ingest_load (run, mapping, requested_by, requested_at, outcome) VALUES (?, ?, ?, ?, 'WORKING')
                ON CONFLICT (run) DO UPDATE SET outcome = 'WORKING', finished_at = NULL""").params(run, mapping, requestedBy, at(now)).update();
    }

    /** Notes what a load did. */
    @Transactional
    public void finish(long run, LoadResult result, Instant now) {
        List<LoadResult.Table> tables = result.inputs().stream()
                .flatMap(input -> input.tables().stream())
                .toList();
        jdbc.sql("""
                UPDATE ingest_load SET outcome = ?, snapshot = ?, rows = ?, rejected = ?, personal = ?, finished_at = ?
                WHERE run = ?""")
                .params(
                        (result.changed() ? LoadOutcome.LOADED : LoadOutcome.UNCHANGED).name(),
                        result.snapshot(),
                        tables.stream().mapToLong(LoadResult.Table::rows).sum(),
                        tables.stream().mapToLong(LoadResult.Table::rejected).sum(),
                        (int) tables.stream()
                                .filter(table -> !table.loadedBefore()
                                        && !table.personal().isEmpty())
                                .count(),
                        at(now),
                        run)
                .update();
        jdbc.sql("DELETE FROM ingest_load_table WHERE run = ?").param(run).update();
        int place = 0;
        for (LoadResult.Input input : result.inputs()) {
            for (LoadResult.Table table : input.tables()) {
                add(run, place++, input, table);
            }
        }
    }

    /** Notes that a load was stopped and changed nothing. */
    void stop(long run, Instant now) {
        jdbc.sql("UPDATE ingest_load SET outcome = 'STOPPED', finished_at = ? WHERE run = ?")
                .params(at(now), run)
                .update();
    }

    /** One page, the newest first. */
    public Slice<PastLoad> page(ListQuery query) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder where = new StringBuilder("WHERE TRUE");
        query.filter("outcome").ifPresent(outcome -> {
            where.append(" AND outcome = :outcome");
            parameters.put("outcome", outcome);
        });
        long total = jdbc.sql("SELECT count(*) FROM ingest_load " + where)
                .params(parameters)
                .query(Long.class)
                .single();
        boolean falling = query.sort().isEmpty() || query.isDescending();
        parameters.put("size", query.size());
        parameters.put("offset", query.offset());
        return new Slice<>(
                jdbc.sql("SELECT * FROM ingest_load " + where + " ORDER BY "
                                + SORTABLE.getOrDefault(query.sort(), "run") + (falling ? " DESC" : "")
                                + ", run DESC LIMIT :size OFFSET :offset")
                        .params(parameters)
                        .query((row, number) -> load(row, List.of()))
                        .list(),
                total);
    }

    /** One load with its tables. */
    public Optional<PastLoad> find(long run) {
        List<LoadedTable> tables = jdbc.sql("SELECT * FROM ingest_load_table WHERE run = ? ORDER BY place")
                .param(run)
                .query((row, number) -> table(row))
                .list();
        return jdbc.sql("SELECT * FROM ingest_load WHERE run = ?")
                .param(run)
                .query((row, number) -> load(row, tables))
                .optional();
    }

    private void add(long run, int place, LoadResult.Input input, LoadResult.Table table) {
        jdbc.sql("""
                INSERT INTO ingest_load_table
                    (run, place, source, file, name, loaded_before, rows, known, rejected, reasons, personal)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        run,
                        place,
                        input.source(),
                        input.name(),
                        table.table(),
                        table.loadedBefore(),
                        table.rows(),
                        table.known(),
                        table.rejected(),
                        table.reasons().entrySet().stream()
                                .map(reason -> reason.getKey().name() + "=" + reason.getValue())
                                .sorted()
                                .toArray(String[]::new),
                        table.personal().toArray(String[]::new))
                .update();
    }

    private static PastLoad load(ResultSet row, List<LoadedTable> tables) throws SQLException {
        long snapshot = row.getLong("snapshot");
        return new PastLoad(
                row.getLong("run"),
                row.getString("mapping"),
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                LoadOutcome.valueOf(row.getString("outcome")),
                snapshot == 0 ? Optional.empty() : Optional.of(snapshot),
                row.getLong("rows"),
                row.getLong("rejected"),
                row.getInt("personal"),
                tables);
    }

    private static LoadedTable table(ResultSet row) throws SQLException {
        Map<RejectReason, Long> reasons = new EnumMap<>(RejectReason.class);
        texts(row, "reasons").forEach(reason -> {
            int equals = reason.indexOf('=');
            reasons.put(RejectReason.valueOf(reason.substring(0, equals)), Long.valueOf(reason.substring(equals + 1)));
        });
        return new LoadedTable(
                row.getString("source"),
                row.getString("file"),
                row.getString("name"),
                row.getBoolean("loaded_before"),
                row.getLong("rows"),
                row.getLong("known"),
                row.getLong("rejected"),
                reasons,
                texts(row, "personal"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Object[]) row.getArray(column).getArray())
                .map(String::valueOf)
                .collect(Collectors.toList());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
