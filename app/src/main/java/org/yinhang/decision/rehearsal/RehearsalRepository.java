package org.yinhang.decision.rehearsal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import tools.jackson.databind.json.JsonMapper;

/** The rows of rehearsals. */
@Repository
class RehearsalRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    RehearsalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Subject subject, Rehearsal result, String askedBy, Instant now) {
        jdbc.sql("""
                INSERT INTO rehearsal (kind, definition, version, asked_by, created_at, result)
                VALUES (?, ?, ?, ?, ?, ?::jsonb)""")
                .params(
                        subject.kind().name(),
                        subject.id(),
                        subject.version(),
                        askedBy,
                        Timestamp.from(now),
                        json.writeValueAsString(result))
                .update();
    }

    boolean isThere(Subject subject) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM rehearsal WHERE kind = ? AND definition = ? AND version = ?)")
                .params(subject.kind().name(), subject.id(), subject.version())
                .query(Boolean.class)
                .single();
    }

    Optional<KeptRehearsal> newest(Subject subject) {
        return jdbc.sql("""
                SELECT * FROM rehearsal WHERE kind = ? AND definition = ? AND version = ? ORDER BY id DESC LIMIT 1""")
                .params(subject.kind().name(), subject.id(), subject.version())
                .query(this::row)
                .optional();
    }

    /** The newest first, without their customers; the text finds the name of a definition. */
    Slice<KeptRehearsal> page(ListQuery query) {
        String like = "%" + query.text().strip() + "%";
        long total = jdbc.sql("SELECT count(*) FROM rehearsal WHERE definition ILIKE ?")
                .param(like)
                .query(Long.class)
                .single();
        List<KeptRehearsal> rows = jdbc.sql("""
                SELECT id, kind, definition, version, asked_by, created_at, jsonb_set(result, '{changed}', '[]') AS result
                FROM rehearsal WHERE definition ILIKE ? ORDER BY id DESC LIMIT ? OFFSET ?""")
                .params(like, query.size(), query.offset())
                .query(this::row)
                .list();
        return new Slice<>(rows, total);
    }

    private KeptRehearsal row(ResultSet row, int number) throws SQLException {
        return new KeptRehearsal(
                row.getLong("id"),
                new Subject(
                        Subject.Kind.valueOf(row.getString("kind")),
                        row.getString("definition"),
                        row.getInt("version")),
                row.getString("asked_by"),
                row.getTimestamp("created_at").toInstant(),
                json.readValue(row.getString("result"), Rehearsal.class));
    }
}
