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
import org.yinhang.core.unit.Rate;
import org.yinhang.lake.LakeSession;
import org.yinhang.product.PolicyVersion;
import org.yinhang.product.ReferenceRates;

/** A bank's own versions of products, tables and caps, and the reference rates of its lake. */
@Repository
public class PolicyRepository {

    private final JdbcClient jdbc;

    PolicyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every approved version, the oldest first. */
    public List<PolicyVersion> approved() {
        return jdbc.sql("SELECT * FROM product_definition WHERE state = 'approved' ORDER BY kind, id, version")
                .query((row, number) -> version(row))
                .list();
    }

    /** Changes whenever another version comes to be approved. */
    public long stamp() {
        return jdbc.sql("SELECT count(*) FROM product_definition WHERE state = 'approved'")
                .query(Long.class)
                .single();
    }

    /** Every version of a definition, the newest first. */
    public List<PolicyVersion> versions(PolicyVersion.Kind kind, String id) {
        return jdbc.sql("SELECT * FROM product_definition WHERE kind = ? AND id = ? ORDER BY version DESC")
                .params(word(kind), id)
                .query((row, number) -> version(row))
                .list();
    }

    /** The versions nobody has decided on, the oldest first. */
    public List<PolicyVersion> drafts() {
        return jdbc.sql("SELECT * FROM product_definition WHERE state = 'draft' ORDER BY saved_at, kind, id")
                .query((row, number) -> version(row))
                .list();
    }

    /** Adds a draft; a version that is there already is a {@code DuplicateKeyException}. */
    public void add(PolicyVersion.Kind kind, String id, int version, String yaml, String user, Instant now) {
        jdbc.sql("""
                INSERT INTO product_definition (kind, id, version, yaml, state, saved_by, saved_at)
                VALUES (?, ?, ?, ?, 'draft', ?, ?)""")
                .params(word(kind), id, version, yaml, user, Timestamp.from(now))
                .update();
    }

    /** Decides on a draft; false when it is none any more. */
    public boolean decide(PolicyVersion draft, PolicyVersion.State state, String user, Instant now) {
        return jdbc.sql("""
                UPDATE product_definition SET state = ?, decided_by = ?, decided_at = ?
                WHERE kind = ? AND id = ? AND version = ? AND state = 'draft'""")
                        .params(word(state), user, Timestamp.from(now), word(draft.kind()), draft.id(), draft.version())
                        .update()
                == 1;
    }

    /** What funds cost by the lake's reference rates; empty where it holds none. */
    public static List<ReferenceRates.Quote> quotes(LakeSession session) {
        return session.snapshot().tables().containsKey("reference_rates")
                ? session.query(
                        "SELECT series, effective_on, rate FROM reference_rates WHERE rate IS NOT NULL ORDER BY 1, 2",
                        row -> new ReferenceRates.Quote(
                                row.getString(1), row.getDate(2).toLocalDate(), new Rate(row.getInt(3))))
                : List.of();
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static PolicyVersion version(ResultSet row) throws SQLException {
        return new PolicyVersion(
                PolicyVersion.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("id"),
                row.getInt("version"),
                row.getString("yaml"),
                PolicyVersion.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("saved_by"),
                row.getTimestamp("saved_at").toInstant(),
                Optional.ofNullable(row.getString("decided_by")),
                Optional.ofNullable(row.getTimestamp("decided_at")).map(Timestamp::toInstant));
    }
}
