package org.yinhang.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.audit.AuditEntry;
import org.yinhang.audit.AuditNote;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;

/** The rows of the chain. */
@Repository
public class AuditRepository {

    private static final String SELECT =
            "SELECT number, at, actor, action, subject, reason, detail, hash FROM audit_entry ";
    /** Any number serves, as long as nothing else in the database locks on it. */
    private static final long CHAIN_LOCK = 7_214_533_001L;

    private final JdbcClient jdbc;

    AuditRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes every other writer wait until this transaction ends. */
    void holdChain() {
        jdbc.sql("SELECT 1 FROM (SELECT pg_advisory_xact_lock(?)) held")
                .param(CHAIN_LOCK)
                .query(Integer.class)
                .single();
    }

    public Optional<AuditEntry> head() {
        return jdbc.sql(SELECT + "ORDER BY number DESC LIMIT 1")
                .query(AuditRepository::entry)
                .optional();
    }

    long count() {
        return jdbc.sql("SELECT count(*) FROM audit_entry").query(Long.class).single();
    }

    List<AuditEntry> from(long number, int limit) {
        return jdbc.sql(SELECT + "WHERE number >= ? ORDER BY number LIMIT ?")
                .params(number, limit)
                .query(AuditRepository::entry)
                .list();
    }

    void add(AuditEntry entry) {
        AuditNote note = entry.note();
        jdbc.sql("""
                INSERT INTO audit_entry (number, at, actor, action, subject, reason, detail, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        entry.number(),
                        entry.at().atOffset(ZoneOffset.UTC),
                        note.actor(),
                        note.action(),
                        note.subject(),
                        note.reason(),
                        note.detail(),
                        HexFormat.of().parseHex(entry.hash()))
                .update();
    }

    public Slice<AuditEntry> page(ListQuery query, ZoneId zone) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder where = new StringBuilder("WHERE TRUE");
        if (!query.text().isEmpty()) {
            where.append(" AND (actor = :text OR subject ILIKE :like OR reason ILIKE :like OR detail ILIKE :like)");
            parameters.put("text", query.text());
            parameters.put("like", "%" + query.text() + "%");
        }
        query.filter("action").ifPresent(action -> {
            where.append(" AND action = :action");
            parameters.put("action", action);
        });
        day(query, "from").ifPresent(day -> {
            where.append(" AND at >= :from");
            parameters.put("from", day.atStartOfDay(zone).toOffsetDateTime());
        });
        day(query, "to").ifPresent(day -> {
            where.append(" AND at < :to");
            parameters.put("to", day.plusDays(1).atStartOfDay(zone).toOffsetDateTime());
        });
        long total = jdbc.sql("SELECT count(*) FROM audit_entry " + where)
                .params(parameters)
                .query(Long.class)
                .single();
        boolean rising = query.sort().equals("number") && !query.isDescending();
        parameters.put("size", query.size());
        parameters.put("offset", query.offset());
        List<AuditEntry> entries = jdbc.sql(
                        SELECT + where + " ORDER BY number" + (rising ? "" : " DESC") + " LIMIT :size OFFSET :offset")
                .params(parameters)
                .query(AuditRepository::entry)
                .list();
        return new Slice<>(entries, total);
    }

    public Map<String, Long> countsSince(Instant from) {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql("SELECT action, count(*) AS times FROM audit_entry WHERE at >= ? GROUP BY action ORDER BY action")
                .param(from.atOffset(ZoneOffset.UTC))
                .query((row, number) -> counts.put(row.getString("action"), row.getLong("times")))
                .list();
        return counts;
    }

    public Map<LocalDate, Long> perDay(LocalDate from, ZoneId zone) {
        Map<LocalDate, Long> days = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT (at AT TIME ZONE :zone)::date AS day, count(*) AS times FROM audit_entry
                WHERE at >= :from GROUP BY day ORDER BY day""")
                .param("zone", zone.getId())
                .param("from", from.atStartOfDay(zone).toOffsetDateTime())
                .query((row, number) -> days.put(row.getObject("day", LocalDate.class), row.getLong("times")))
                .list();
        return days;
    }

    private static Optional<LocalDate> day(ListQuery query, String filter) {
        try {
            return query.filter(filter).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                new AuditNote(
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("reason"),
                        row.getString("detail")),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }
}
