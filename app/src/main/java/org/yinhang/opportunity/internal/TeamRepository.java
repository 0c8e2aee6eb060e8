package org.yinhang.opportunity.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.customer.CustomerReach;
import org.yinhang.opportunity.AssignmentPlan;
import org.yinhang.opportunity.OpportunityReach;
import org.yinhang.opportunity.Placement;
import org.yinhang.opportunity.Seat;
import org.yinhang.opportunity.WorkSettings;
import org.yinhang.opportunity.WorkTeam;

/** Who works opportunities, what waits for them, and giving it to them. */
@Repository
public class TeamRepository {

    private static final long LOCK = 0x4f50_5002L;

    private final JdbcClient jdbc;

    TeamRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lets one at a time find, assign, claim, give, give back, expire or escalate, until the transaction ends: nobody gets more than
     * their capacity, and no two wait for rows of each other.
     */
    public void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((_, _) -> 0)
                .list();
    }

    /** Somebody's role in the bank's staff list. */
    public Optional<String> role(String staff) {
        return jdbc.sql("SELECT role FROM staff_member WHERE code = ? AND role IS NOT NULL")
                .param(staff)
                .query(String.class)
                .optional();
    }

    /** Everybody whose role takes opportunities, with what they have now. */
    public List<Seat> seats(WorkSettings settings) {
        return jdbc.sql("""
                SELECT s.code, s.role, b.path, coalesce(w.team, 'both') AS team, w.skills,
                       (SELECT count(*) FROM opportunity o WHERE o.owner = s.code AND o.closed_at IS NULL) AS load
                FROM staff_member s JOIN branch b ON b.id = s.branch_id LEFT JOIN opportunity_worker w ON w.staff = s.code
                WHERE s.role = ANY(:roles) ORDER BY s.code""")
                .param("roles", settings.capacity().keySet().toArray(String[]::new))
                .query((row, _) -> new Seat(
                        row.getString("code"),
                        row.getString("path"),
                        settings.online().contains(row.getString("role")),
                        settings.capacity().getOrDefault(row.getString("role"), 0),
                        row.getInt("load"),
                        WorkTeam.of(row.getString("team")).orElseThrow(),
                        WorkerRepository.skills(row)))
                .list();
    }

    /**
     * Open opportunities given to nobody, of the customers within reach.
     *
     * @param fields by product, what somebody good at it is good at
     */
    public List<AssignmentPlan.Waiting> waiting(OpportunityReach reach, Function<String, Set<String>> fields) {
        return jdbc.sql("""
                SELECT o.id, o.customer, o.product, o.attempts, b.path, c.manager_code, coalesce(o.value_fen, 0) AS value_fen
                FROM opportunity o
                """ + CustomerReach.of("o.customer") + """
                WHERE o.place = 'unassigned' AND o.closed_at IS NULL AND
                """ + reach.condition())
                .params(reach.parameters())
                .query((row, _) -> new AssignmentPlan.Waiting(
                        row.getLong("id"),
                        row.getInt("customer"),
                        row.getString("path"),
                        Optional.ofNullable(row.getString("manager_code")),
                        row.getLong("value_fen"),
                        row.getInt("attempts") == 0,
                        fields.apply(row.getString("product"))))
                .list();
    }

    /** Carries placements out of what still waits. */
    public void place(List<Placement> placements, Instant at, String by) {
        jdbc.sql("""
                WITH n AS (SELECT * FROM unnest(:ids::bigint[], :staff::text[], :whys::text[]) AS n (id, staff, why)),
                given AS (
                    UPDATE opportunity o SET owner = nullif(n.staff, ''), place = CASE WHEN n.staff = '' THEN 'public' ELSE 'private' END,
                        assigned_at = :at, assigned_why = n.why
                    FROM n WHERE o.id = n.id AND o.place = 'unassigned' AND o.closed_at IS NULL RETURNING o.id, n.staff, n.why)
                INSERT INTO opportunity_event (opportunity, at, by, kind, detail)
                SELECT id, :at, :by, CASE WHEN staff = '' THEN 'pooled' ELSE 'assigned' END, concat_ws(' ', nullif(staff, ''), why)
                FROM given ORDER BY id""")
                .param("ids", placements.stream().map(Placement::opportunity).toArray(Long[]::new))
                .param(
                        "staff",
                        placements.stream().map(one -> one.staff().orElse("")).toArray(String[]::new))
                .param("whys", placements.stream().map(one -> one.why().key()).toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }
}
