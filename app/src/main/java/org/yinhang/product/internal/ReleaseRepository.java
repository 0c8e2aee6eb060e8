package org.yinhang.product.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.product.PolicyRelease;
import org.yinhang.product.PolicyVersion;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;

/** How approved versions are used, release after release. */
@Repository
public class ReleaseRepository {

    /** Any two people who release at once wait for each other. */
    private static final long LOCK = 0x72656c65617365L;

    private final JdbcClient jdbc;

    ReleaseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of the newest release, 0 before the first. */
    public long newest() {
        return jdbc.sql("SELECT coalesce(max(number), 0) FROM product_release")
                .query(Long.class)
                .single();
    }

    /** Keeps others from releasing until the transaction ends. */
    public void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((row, number) -> true)
                .single();
    }

    /** How every version that was ever released stood right after a release, by kind, name and version. */
    public List<PolicyRelease> standing(long until) {
        return jdbc.sql("""
                        SELECT DISTINCT ON (kind, id, version) * FROM product_release WHERE number <= ?
                        ORDER BY kind, id, version, number DESC""").param(until).query(ReleaseRepository::release).list();
    }

    /** How a version stands; empty where it was never released. */
    public Optional<PolicyRelease> standing(PolicyVersion version) {
        return jdbc.sql("""
                        SELECT * FROM product_release WHERE kind = ? AND id = ? AND version = ?
                        ORDER BY number DESC LIMIT 1""")
                .params(word(version.kind()), version.id(), version.version())
                .query(ReleaseRepository::release)
                .optional();
    }

    /** Releases, the newest first. */
    public Slice<PolicyRelease> page(ListQuery query) {
        String where = "WHERE id ILIKE '%' || ? || '%'";
        List<PolicyRelease> rows = jdbc.sql(
                        "SELECT * FROM product_release " + where + " ORDER BY number DESC OFFSET ? LIMIT ?")
                .params(query.text(), query.offset(), query.size())
                .query(ReleaseRepository::release)
                .list();
        long all = jdbc.sql("SELECT count(*) FROM product_release " + where)
                .param(query.text())
                .query(Long.class)
                .single();
        return new Slice<>(rows, all);
    }

    /** Adds a release. */
    public void add(
            PolicyVersion version, PolicyRelease.Stage stage, int share, String user, Instant now, String reason) {
        jdbc.sql("""
                        INSERT INTO product_release (kind, id, version, stage, share, released_by, released_at, reason)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        word(version.kind()),
                        version.id(),
                        version.version(),
                        word(stage),
                        share,
                        user,
                        Timestamp.from(now),
                        reason)
                .update();
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static PolicyRelease release(ResultSet row, int number) throws SQLException {
        return new PolicyRelease(
                row.getLong("number"),
                PolicyVersion.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("id"),
                row.getInt("version"),
                PolicyRelease.Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
                row.getInt("share"),
                row.getString("released_by"),
                row.getTimestamp("released_at").toInstant(),
                row.getString("reason"));
    }
}
