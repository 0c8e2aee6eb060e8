package org.yinhang.compliance.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.compliance.RuleVersion;
import org.yinhang.compliance.rules.RuleKind;

/** A bank's own versions of the dated rules. */
@Repository
public class RuleRepository {

    private final JdbcClient jdbc;

    RuleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of every kind the approved version that began last, on a day; of two that began together the newer. */
    public List<RuleVersion> inForce(LocalDate day) {
        return jdbc.sql("""
                SELECT DISTINCT ON (kind) * FROM contact_rule WHERE state = 'approved' AND valid_from <= ?
                ORDER BY kind, valid_from DESC, version DESC""").param(day).query(RuleRepository::version).list();
    }

    public List<RuleVersion> versions(RuleKind kind) {
        return jdbc.sql("SELECT * FROM contact_rule WHERE kind = ? ORDER BY version DESC")
                .param(kind.key())
                .query(RuleRepository::version)
                .list();
    }

    public List<RuleVersion> drafts() {
        return jdbc.sql("SELECT * FROM contact_rule WHERE state = 'draft' ORDER BY saved_at")
                .query(RuleRepository::version)
                .list();
    }

    /** Adds a draft; a version that is there already is a {@code DuplicateKeyException}. */
    public void add(
            RuleKind kind, int version, String yaml, LocalDate validFrom, String note, String user, Instant now) {
        jdbc.sql("""
                INSERT INTO contact_rule (kind, version, yaml, valid_from, note, state, saved_by, saved_at)
                VALUES (?, ?, ?, ?, ?, 'draft', ?, ?)""")
                .params(kind.key(), version, yaml, validFrom, note, user, now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Decides on a draft; false when it is none any more. */
    public boolean decide(RuleKind kind, int version, RuleVersion.State state, String user, Instant now) {
        return jdbc.sql("""
                UPDATE contact_rule SET state = ?, decided_by = ?, decided_at = ?
                WHERE kind = ? AND version = ? AND state = 'draft'""")
                        .params(
                                state.name().toLowerCase(Locale.ROOT),
                                user,
                                now.atOffset(ZoneOffset.UTC),
                                kind.key(),
                                version)
                        .update()
                == 1;
    }

    private static RuleVersion version(ResultSet row, int number) throws SQLException {
        return new RuleVersion(
                RuleKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getInt("version"),
                row.getString("yaml"),
                row.getObject("valid_from", LocalDate.class),
                row.getString("note"),
                RuleVersion.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("saved_by"),
                row.getTimestamp("saved_at").toInstant(),
                Optional.ofNullable(row.getString("decided_by")),
                Optional.ofNullable(row.getTimestamp("decided_at")).map(Timestamp::toInstant));
    }
}
