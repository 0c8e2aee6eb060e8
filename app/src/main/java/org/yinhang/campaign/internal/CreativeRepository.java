package org.yinhang.campaign.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.campaign.CreativeVersion;

/** The versions of texts. */
@Repository
public class CreativeRepository {

    private final JdbcClient jdbc;

    CreativeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the next version of a text; its number. */
    public int add(String code, String channel, String subject, String text, String by, Instant at) {
        return jdbc.sql("""
                INSERT INTO creative (code, version, channel, subject, text, state, made_by, made_at)
                SELECT :code, coalesce(max(version), 0) + 1, :channel, :subject, :text, 'draft', :by, :at
                FROM creative WHERE code = :code RETURNING version""")
                .param("code", code)
                .param("channel", channel)
                .param("subject", subject)
                .param("text", text)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** Decides on a draft; false where it is none any more. */
    public boolean decide(String code, int version, CreativeVersion.State state, String by, Instant at) {
        return jdbc.sql("""
                UPDATE creative SET state = ?, decided_by = ?, decided_at = ?
                WHERE code = ? AND version = ? AND state = 'draft'""")
                        .params(state.key(), by, at.atOffset(ZoneOffset.UTC), code, version)
                        .update()
                > 0;
    }

    /** The newest version of each text, by code. */
    public List<CreativeVersion> newest() {
        return jdbc.sql("SELECT DISTINCT ON (code) * FROM creative ORDER BY code, version DESC")
                .query(CreativeRepository::version)
                .list();
    }

    public Optional<CreativeVersion> find(String code, int version) {
        return jdbc.sql("SELECT * FROM creative WHERE code = ? AND version = ?")
                .params(code, version)
                .query(CreativeRepository::version)
                .optional();
    }

    /** The newest approved version of a text. */
    public Optional<CreativeVersion> approved(String code) {
        return jdbc.sql("SELECT * FROM creative WHERE code = ? AND state = 'approved' ORDER BY version DESC LIMIT 1")
                .param(code)
                .query(CreativeRepository::version)
                .optional();
    }

    private static CreativeVersion version(ResultSet row, int number) throws SQLException {
        return new CreativeVersion(
                row.getString("code"),
                row.getInt("version"),
                row.getString("channel"),
                row.getString("subject"),
                row.getString("text"),
                CreativeVersion.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                Optional.ofNullable(row.getString("decided_by")));
    }
}
