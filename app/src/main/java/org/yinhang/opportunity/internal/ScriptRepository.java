package org.yinhang.opportunity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.opportunity.ScriptFigures;
import org.yinhang.opportunity.ScriptVersion;

/** The versions of scripts. */
@Repository
public class ScriptRepository {

    private final JdbcClient jdbc;

    ScriptRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a draft; nothing where the version is there already. */
    public boolean add(String code, int version, String yaml, String by, Instant now) {
        return jdbc.sql("""
                        INSERT INTO opportunity_script (code, version, yaml, state, made_by, made_at)
                        VALUES (?, ?, ?, 'draft', ?, ?) ON CONFLICT DO NOTHING""")
                        .params(code, version, yaml, by, now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** Decides on a draft; false where it is none any more. */
    public boolean decide(String code, int version, ScriptVersion.State state, String by, Instant now) {
        return jdbc.sql("""
                        UPDATE opportunity_script SET state = ?, decided_by = ?, decided_at = ?
                        WHERE code = ? AND version = ? AND state = 'draft'""")
                        .params(state.key(), by, now.atOffset(ZoneOffset.UTC), code, version)
                        .update()
                > 0;
    }

    /** Every version of every script, by code, the newest first. */
    public List<ScriptVersion> all() {
        return jdbc.sql("SELECT * FROM opportunity_script ORDER BY code, version DESC")
                .query(ScriptRepository::version)
                .list();
    }

    /** The newest approved version of each script, by code. */
    public List<ScriptVersion> approved() {
        return jdbc.sql("""
                SELECT DISTINCT ON (code) * FROM opportunity_script WHERE state = 'approved' ORDER BY code, version DESC""").query(ScriptRepository::version).list();
    }

    /** What came of the contacts that followed each version. */
    public List<ScriptFigures> figures() {
        return jdbc.sql("""
                SELECT script, script_version, count(*) AS contacts,
                       count(*) FILTER (WHERE outcome <> 'not-reached') AS reached,
                       count(*) FILTER (WHERE outcome = 'reached' AND next_step IN ('appointment', 'applied')) AS agreed
                FROM opportunity_contact WHERE script <> '' GROUP BY script, script_version""")
                .query((row, _) -> new ScriptFigures(
                        row.getString("script"),
                        row.getInt("script_version"),
                        row.getInt("contacts"),
                        row.getInt("reached"),
                        row.getInt("agreed")))
                .list();
    }

    public Optional<ScriptVersion> find(String code, int version) {
        return jdbc.sql("SELECT * FROM opportunity_script WHERE code = ? AND version = ?")
                .params(code, version)
                .query(ScriptRepository::version)
                .optional();
    }

    private static ScriptVersion version(ResultSet row, int number) throws SQLException {
        return new ScriptVersion(
                row.getString("code"),
                row.getInt("version"),
                row.getString("yaml"),
                ScriptVersion.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                Optional.ofNullable(row.getString("decided_by")));
    }
}
