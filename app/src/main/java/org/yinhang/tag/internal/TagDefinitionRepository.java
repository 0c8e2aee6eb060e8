package org.yinhang.tag.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.tag.TagVersion;

/** A bank's own versions of tags. */
@Repository
public class TagDefinitionRepository {

    private final JdbcClient jdbc;

    TagDefinitionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest approved version of every tag the bank has changed. */
    public List<TagVersion> inForce() {
        return jdbc.sql("""
                SELECT DISTINCT ON (id) * FROM tag_definition WHERE state = 'approved' ORDER BY id, version DESC""").query((row, number) -> version(row)).list();
    }

    /** Every version of a tag, the newest first. */
    public List<TagVersion> versions(String id) {
        return jdbc.sql("SELECT * FROM tag_definition WHERE id = ? ORDER BY version DESC")
                .param(id)
                .query((row, number) -> version(row))
                .list();
    }

    /** The versions nobody has decided on, the oldest first. */
    public List<TagVersion> drafts() {
        return jdbc.sql("SELECT * FROM tag_definition WHERE state = 'draft' ORDER BY saved_at")
                .query((row, number) -> version(row))
                .list();
    }

    /** Adds a draft; a version that is there already is a {@code DuplicateKeyException}. */
    public void add(String id, int version, String yaml, String user, Instant now) {
        jdbc.sql(
                        "INSERT INTO tag_definition (id, version, yaml, state, saved_by, saved_at) VALUES (?, ?, ?, 'draft', ?, ?)")
                .params(id, version, yaml, user, Timestamp.from(now))
                .update();
    }

    /** Decides on a draft; false when it is none any more. */
    public boolean decide(String id, int version, TagVersion.State state, String user, Instant now) {
        return jdbc.sql("""
                UPDATE tag_definition SET state = ?, decided_by = ?, decided_at = ?
                WHERE id = ? AND version = ? AND state = 'draft'""")
                        .params(state.name().toLowerCase(Locale.ROOT), user, Timestamp.from(now), id, version)
                        .update()
                == 1;
    }

    private static TagVersion version(ResultSet row) throws SQLException {
        return new TagVersion(
                row.getString("id"),
                row.getInt("version"),
                row.getString("yaml"),
                TagVersion.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("saved_by"),
                row.getTimestamp("saved_at").toInstant(),
                Optional.ofNullable(row.getString("decided_by")),
                Optional.ofNullable(row.getTimestamp("decided_at")).map(Timestamp::toInstant));
    }
}
