package org.yinhang.audience.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.audience.AudienceSnapshot;
import org.yinhang.audience.AudienceVersion;
import org.yinhang.audience.SavedAudience;

/** Saved audiences, their versions and their frozen members. */
@Repository
public class AudienceRepository {

    private static final String COLUMNS =
            "id, name, note, predicate, version, owner, is_shared, standard_key IS NOT NULL AS is_standard, changed_by, changed_at";

    private final JdbcClient jdbc;

    AudienceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those a user sees: their own, shared and standard ones, by name. */
    public List<SavedAudience> visibleTo(String user) {
        return jdbc.sql(
                        "SELECT " + COLUMNS
                                + " FROM audience WHERE NOT is_archived AND (owner = ? OR is_shared) ORDER BY standard_key IS NOT NULL, name")
                .param(user)
                .query((row, number) -> audience(row))
                .list();
    }

    public Optional<SavedAudience> find(long id, String user) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM audience WHERE id = ? AND NOT is_archived AND (owner = ? OR is_shared)")
                .params(id, user)
                .query((row, number) -> audience(row))
                .optional();
    }

    public Optional<SavedAudience> named(String name, String user) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM audience WHERE name = ? AND NOT is_archived AND (owner = ? OR is_shared)")
                .params(name, user)
                .query((row, number) -> audience(row))
                .optional();
    }

    /** Whether a ready audience is in, even if the bank has archived it. */
    public boolean hasStandard(String key) {
        return jdbc.sql("SELECT count(*) FROM audience WHERE standard_key = ?")
                        .param(key)
                        .query(Long.class)
                        .single()
                > 0;
    }

    public long add(
            String name,
            String note,
            String predicate,
            boolean isShared,
            Optional<String> standard,
            String user,
            Instant now) {
        long id = jdbc.sql("""
                INSERT INTO audience (name, note, predicate, version, owner, is_shared, standard_key, changed_by, changed_at)
                VALUES (?, ?, ?, 1, ?, ?, nullif(?, ''), ?, ?) RETURNING id""")
                .params(name, note, predicate, user, isShared, standard.orElse(""), user, Timestamp.from(now))
                .query(Long.class)
                .single();
        addVersion(id, 1, predicate, user, now);
        return id;
    }

    /** Changes it if it still has the version the user saw; false when somebody else was quicker. */
    public boolean change(
            SavedAudience seen,
            String name,
            String note,
            String predicate,
            boolean isShared,
            String user,
            Instant now) {
        int version = predicate.equals(seen.predicate()) ? seen.version() : seen.version() + 1;
        int changed = jdbc.sql("""
                UPDATE audience SET name = ?, note = ?, predicate = ?, version = ?, is_shared = ?, changed_by = ?, changed_at = ?
                WHERE id = ? AND version = ? AND changed_at = ? AND NOT is_archived""")
                .params(
                        name,
                        note,
                        predicate,
                        version,
                        isShared,
                        user,
                        Timestamp.from(now),
                        seen.id(),
                        seen.version(),
                        Timestamp.from(seen.changedAt()))
                .update();
        if (changed == 1 && version > seen.version()) {
            addVersion(seen.id(), version, predicate, user, now);
        }
        return changed == 1;
    }

    private void addVersion(long audience, int version, String predicate, String user, Instant now) {
        jdbc.sql(
                        "INSERT INTO audience_version (audience, version, predicate, changed_by, changed_at) VALUES (?, ?, ?, ?, ?)")
                .params(audience, version, predicate, user, Timestamp.from(now))
                .update();
    }

    public void archive(long id) {
        jdbc.sql("UPDATE audience SET is_archived = true WHERE id = ?")
                .param(id)
                .update();
    }

    /** Every text it had, the newest first. */
    public List<AudienceVersion> versions(long audience) {
        return jdbc.sql("SELECT * FROM audience_version WHERE audience = ? ORDER BY version DESC")
                .param(audience)
                .query((row, number) -> new AudienceVersion(
                        row.getInt("version"),
                        row.getString("predicate"),
                        row.getString("changed_by"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    public long freeze(AudienceSnapshot snapshot, long run, byte[] members) {
        return jdbc.sql("""
                INSERT INTO audience_snapshot (audience, version, predicate, as_of, run, customers, members, checksum, taken_by, taken_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""")
                .params(
                        snapshot.audience(),
                        snapshot.version(),
                        snapshot.predicate(),
                        snapshot.asOf(),
                        run,
                        snapshot.customers(),
                        members,
                        snapshot.checksum(),
                        snapshot.takenBy(),
                        Timestamp.from(snapshot.takenAt()))
                .query(Long.class)
                .single();
    }

    /** The frozen members of an audience, the newest first. */
    public List<AudienceSnapshot> snapshots(long audience) {
        return jdbc.sql("SELECT * FROM audience_snapshot WHERE audience = ? ORDER BY taken_at DESC, id DESC")
                .param(audience)
                .query((row, number) -> new AudienceSnapshot(
                        row.getLong("id"),
                        row.getLong("audience"),
                        row.getInt("version"),
                        row.getString("predicate"),
                        row.getObject("as_of", LocalDate.class),
                        row.getInt("customers"),
                        row.getString("checksum"),
                        row.getString("taken_by"),
                        row.getTimestamp("taken_at").toInstant()))
                .list();
    }

    /** The members of a frozen audience, as they were written. */
    public Optional<byte[]> members(long snapshot) {
        return jdbc.sql("SELECT members FROM audience_snapshot WHERE id = ?")
                .param(snapshot)
                .query((row, number) -> row.getBytes("members"))
                .optional();
    }

    private static SavedAudience audience(ResultSet row) throws SQLException {
        return new SavedAudience(
                row.getLong("id"),
                row.getString("name"),
                row.getString("note"),
                row.getString("predicate"),
                row.getInt("version"),
                row.getString("owner"),
                row.getBoolean("is_shared"),
                row.getBoolean("is_standard"),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }
}
