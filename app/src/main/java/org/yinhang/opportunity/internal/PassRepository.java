package org.yinhang.opportunity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.opportunity.Opportunity;
import org.yinhang.opportunity.PassedOn;

/** Opportunities that went from who attacks to who follows up. */
@Repository
public class PassRepository {

    /** A pass whose opportunity is open and still with whoever got it. */
    private static final String STANDING = """
            SELECT p.opportunity, o.customer, o.product, p.from_staff, coalesce(f.name, p.from_staff) AS from_name, p.to_staff,
                   coalesce(t.name, p.to_staff) AS to_name, p.at, o.next_at, p.read_at IS NOT NULL AS is_read
            FROM opportunity_pass p JOIN opportunity o ON o.id = p.opportunity AND o.owner = p.to_staff AND o.closed_at IS NULL
            LEFT JOIN staff_member f ON f.code = p.from_staff LEFT JOIN staff_member t ON t.code = p.to_staff
            WHERE p.back_at IS NULL
            """;

    private static final String UNWORKED = " AND o.assigned_at = p.at AND o.last_contact_at <= p.at";

    private final JdbcClient jdbc;

    PassRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The branch of who works an open opportunity that may be passed on: they do not keep its customer, no claim locks it, and it never
     * came back.
     */
    public Optional<String> branchOfPassable(long opportunity, String staff, Instant now) {
        return jdbc.sql("""
                SELECT b.path FROM opportunity o JOIN customer c ON c.number = o.customer
                JOIN staff_member s ON s.code = o.owner JOIN branch b ON b.id = s.branch_id
                WHERE o.id = :id AND o.owner = :staff AND o.closed_at IS NULL AND (o.locked_until IS NULL OR o.locked_until <= :now)
                  AND c.manager_code IS DISTINCT FROM o.owner AND c.deputy_code IS DISTINCT FROM o.owner
                  AND NOT EXISTS (SELECT FROM opportunity_pass p WHERE p.opportunity = o.id AND p.back_at IS NOT NULL)""")
                .param("id", opportunity)
                .param("staff", staff)
                .param("now", Timestamp.from(now))
                .query(String.class)
                .optional();
    }

    /** Passes one on. */
    public void pass(long opportunity, String from, String to, String why, Instant at) {
        give(opportunity, to, why, at);
        jdbc.sql("INSERT INTO opportunity_pass (opportunity, from_staff, to_staff, at) VALUES (?, ?, ?, ?)")
                .params(opportunity, from, to, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Gives one back to who passed it on. */
    public void back(long opportunity, PassedOn passed, String by, Instant at) {
        give(opportunity, passed.from().code(), "passed-back", at);
        jdbc.sql(
                        "UPDATE opportunity_pass SET back_at = ?, back_by = ? WHERE opportunity = ? AND at = ? AND back_at IS NULL")
                .params(at.atOffset(ZoneOffset.UTC), by, opportunity, Timestamp.from(passed.at()))
                .update();
    }

    private void give(long opportunity, String staff, String why, Instant at) {
        jdbc.sql(
                        "UPDATE opportunity SET owner = ?, assigned_at = ?, assigned_why = ?, locked_until = NULL WHERE id = ?")
                .params(staff, at.atOffset(ZoneOffset.UTC), why, opportunity)
                .update();
    }

    /** What somebody passed on since, the newest first. */
    public List<PassedOn> from(String staff, Instant since) {
        return jdbc.sql(STANDING + " AND p.from_staff = ? AND p.at >= ? ORDER BY p.id DESC")
                .params(staff, Timestamp.from(since))
                .query(PassRepository::passed)
                .list();
    }

    /** What was passed on to somebody who neither read nor worked it, the promises that come first before others. */
    public List<PassedOn> unread(String staff) {
        return jdbc.sql(STANDING + UNWORKED + " AND p.to_staff = ? AND p.read_at IS NULL ORDER BY o.next_at, p.id")
                .param(staff)
                .query(PassRepository::passed)
                .list();
    }

    /** How one came to somebody who has not worked it. */
    public Optional<PassedOn> unworked(long opportunity, String staff) {
        return jdbc.sql(STANDING + UNWORKED + " AND p.opportunity = ? AND p.to_staff = ? ORDER BY p.id DESC LIMIT 1")
                .params(opportunity, staff)
                .query(PassRepository::passed)
                .optional();
    }

    /** One that somebody may give back: they got it, or they passed it on since. */
    public Optional<PassedOn> returnable(long opportunity, String staff, Instant since) {
        return jdbc.sql(STANDING + UNWORKED
                        + " AND p.opportunity = :id AND (p.to_staff = :staff OR (p.from_staff = :staff AND p.at >= :since))"
                        + " ORDER BY p.id DESC LIMIT 1")
                .param("id", opportunity)
                .param("staff", staff)
                .param("since", Timestamp.from(since))
                .query(PassRepository::passed)
                .optional();
    }

    /** Notes that whoever got it has read about it; false where they had, or it is not theirs. */
    public boolean read(long opportunity, String staff, Instant at) {
        return jdbc.sql("""
                        UPDATE opportunity_pass p SET read_at = :at FROM opportunity o
                        WHERE p.opportunity = :id AND p.to_staff = :staff AND p.read_at IS NULL AND p.back_at IS NULL
                          AND o.id = p.opportunity AND o.owner = p.to_staff""")
                        .param("id", opportunity)
                        .param("staff", staff)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    private static PassedOn passed(ResultSet row, int number) throws SQLException {
        return new PassedOn(
                row.getLong("opportunity"),
                row.getInt("customer"),
                row.getString("product"),
                new Opportunity.Owner(row.getString("from_staff"), row.getString("from_name")),
                new Opportunity.Owner(row.getString("to_staff"), row.getString("to_name")),
                row.getTimestamp("at").toInstant(),
                Optional.ofNullable(row.getTimestamp("next_at")).map(Timestamp::toInstant),
                row.getBoolean("is_read"));
    }
}
