package org.yinhang.opportunity.internal;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.customer.CustomerReach;
import org.yinhang.opportunity.OpportunityStage;
import org.yinhang.opportunity.TeamMember;
import org.yinhang.opportunity.WorkSettings;
import org.yinhang.opportunity.WorkTeam;

/** Opportunities that change hands: claimed, recycled, given over. */
@Repository
public class PoolRepository {

    private final JdbcClient jdbc;

    PoolRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many open opportunities somebody has. */
    public int load(String staff) {
        return jdbc.sql("SELECT count(*) FROM opportunity WHERE owner = ? AND closed_at IS NULL")
                .param(staff)
                .query(Integer.class)
                .single();
    }

    /** How many somebody has claimed since an instant. */
    public int claimedSince(String staff, Instant since) {
        return jdbc.sql("SELECT count(*) FROM opportunity_event WHERE kind = 'claimed' AND detail = ? AND at >= ?")
                .params(staff, Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /**
     * Takes one out of the public pool of a branch and everything below it, and locks it.
     *
     * @return false where it is not there any more
     */
    public boolean claim(long opportunity, String staff, String branchPath, Instant at, Instant lockedUntil) {
        return jdbc.sql("""
                        UPDATE opportunity o SET place = 'private', owner = :staff, assigned_at = :at, assigned_why = 'claimed',
                            locked_until = :until
                        FROM customer c JOIN branch b ON b.id = c.branch_id
                        WHERE o.id = :id AND o.place = 'public' AND o.closed_at IS NULL AND c.number = o.customer
                          AND b.path LIKE :path""")
                        .param("staff", staff)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("until", lockedUntil.atOffset(ZoneOffset.UTC))
                        .param("id", opportunity)
                        .param("path", branchPath + "%")
                        .update()
                > 0;
    }

    /** Whether somebody left one to the pool after an instant, and it still lies there. */
    public boolean hasLeft(long opportunity, String staff, Instant after) {
        return jdbc.sql("""
                        SELECT count(*) FROM opportunity
                        WHERE id = ? AND place = 'public' AND left_by = ? AND assigned_at > ?""")
                        .params(opportunity, staff, Timestamp.from(after))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Puts one somebody works back into the public pool; false where it is not open or not theirs. */
    public boolean putBack(long opportunity, String staff, Instant at) {
        return jdbc.sql("""
                        UPDATE opportunity SET place = 'public', owner = NULL, left_by = owner, assigned_why = 'put-back',
                            assigned_at = ?, locked_until = NULL
                        WHERE id = ? AND owner = ? AND closed_at IS NULL AND next_at IS NULL""").params(Timestamp.from(at), opportunity, staff).update() > 0;
    }

    /** How many of these are locked at an instant. */
    public int locked(List<Long> opportunities, Instant at) {
        return jdbc.sql("SELECT count(*) FROM opportunity WHERE id = ANY(?) AND closed_at IS NULL AND locked_until > ?")
                .params(opportunities.toArray(Long[]::new), Timestamp.from(at))
                .query(Integer.class)
                .single();
    }

    /**
     * Gives the deputy of its customer an opportunity the lead works.
     *
     * @return false for anybody else
     */
    public boolean stepIn(long opportunity, String staff, Instant at) {
        return jdbc.sql("""
                        UPDATE opportunity o SET owner = :staff, assigned_at = :at, assigned_why = 'stepped-in', locked_until = NULL
                        FROM customer c WHERE o.id = :id AND o.closed_at IS NULL AND c.number = o.customer
                          AND o.owner = c.manager_code AND c.deputy_code = :staff""")
                        .param("staff", staff)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", opportunity)
                        .update()
                > 0;
    }

    /** Whether somebody is the deputy of the customer of an opportunity the lead works. */
    public boolean mayStepIn(long opportunity, String staff) {
        return jdbc.sql("""
                        SELECT count(*) FROM opportunity o JOIN customer c ON c.number = o.customer
                        WHERE o.id = ? AND o.closed_at IS NULL AND o.owner = c.manager_code AND c.deputy_code = ?""").params(opportunity, staff).query(Long.class).single() > 0;
    }

    /**
     * Puts back into the public pool what nobody touched for too long: neither contact nor assignment within the days of its
     * stage, no follow-up agreed for later, and not locked.
     *
     * @param days by stage
     * @param highFen from this value on
     * @param highDays these days hold instead, where they are fewer
     */
    public List<Long> recycle(Map<OpportunityStage, Integer> days, long highFen, int highDays, Instant now) {
        List<Long> recycled = new ArrayList<>();
        days.forEach((stage, limit) -> recycled.addAll(jdbc.sql("""
                UPDATE opportunity SET place = 'public', owner = NULL, left_by = owner, assigned_why = 'recycled', assigned_at = :now,
                    locked_until = NULL
                WHERE closed_at IS NULL AND place = 'private' AND stage = :stage AND (next_at IS NULL OR next_at < :now)
                  AND (locked_until IS NULL OR locked_until <= :now)
                  AND greatest(assigned_at, coalesce(last_contact_at, assigned_at), coalesce(next_at, assigned_at))
                      < CAST(:now AS timestamptz) - make_interval(days => CASE WHEN coalesce(value_fen, 0) >= :high
                            THEN least(:days, :high_days) ELSE :days END)
                RETURNING id""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("stage", stage.key())
                .param("high", highFen)
                .param("days", limit)
                .param("high_days", highDays)
                .query(Long.class)
                .list()));
        return recycled;
    }

    /** Who works below a branch, and how they stand. */
    public List<TeamMember> team(String branchPath, WorkSettings settings, Instant now, Instant startOfDay) {
        return jdbc.sql("""
                SELECT s.code, s.name, s.role, b.name AS branch, b.name_en AS branch_en,
                       coalesce(w.team, 'both') AS team, w.skills,
                       count(o.id) AS load, coalesce(sum(o.value_fen), 0) AS value,
                       count(o.id) FILTER (WHERE o.stage = 'new' AND o.due_at < :now) AS overdue,
                       count(o.id) FILTER (WHERE o.next_at < :now) AS promised,
                       (SELECT count(*) FROM opportunity_dial d WHERE d.staff = s.code AND d.at >= :start) AS called
                FROM staff_member s JOIN branch b ON b.id = s.branch_id LEFT JOIN opportunity_worker w ON w.staff = s.code
                LEFT JOIN opportunity o ON o.owner = s.code AND o.closed_at IS NULL
                WHERE b.path LIKE :path AND s.role = ANY(:roles)
                GROUP BY s.code, s.name, s.role, b.path, b.name, b.name_en, w.team, w.skills ORDER BY load DESC, s.code""")
                .param("now", Timestamp.from(now))
                .param("start", Timestamp.from(startOfDay))
                .param("path", branchPath + "%")
                .param("roles", settings.capacity().keySet().toArray(String[]::new))
                .query((row, _) -> new TeamMember(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("branch"),
                        row.getString("branch_en"),
                        WorkTeam.of(row.getString("team")).orElseThrow(),
                        WorkerRepository.skills(row),
                        row.getInt("load"),
                        settings.capacity().getOrDefault(row.getString("role"), 0),
                        org.yinhang.core.unit.Money.ofFen(row.getLong("value")),
                        row.getInt("overdue"),
                        row.getInt("promised"),
                        row.getInt("called")))
                .list();
    }

    /**
     * Opportunities changing hands together.
     *
     * @param staff who gets them
     * @param branchPath only those of customers below it
     * @param by user name of who gives them
     * @param handover the handover it belongs to, if any
     * @param real when, real time
     */
    public record Move(String staff, String branchPath, String by, Optional<Long> handover, Instant real) {}

    /**
     * Gives open opportunities to somebody, remembering who had them; what is locked goes only with its customer. The number of the
     * move.
     */
    public long move(List<Long> opportunities, Move wanted, Instant at) {
        String staff = wanted.staff();
        long move = jdbc.sql("""
                INSERT INTO opportunity_move (to_staff, made_by, made_at, handover)
                VALUES (:staff, :by, :real, :handover) RETURNING id""")
                .param("staff", staff)
                .param("by", wanted.by())
                .param("real", wanted.real().atOffset(ZoneOffset.UTC))
                .param("handover", wanted.handover().orElse(null), Types.BIGINT)
                .query(Long.class)
                .single();
        jdbc.sql("""
                INSERT INTO opportunity_moved (move, opportunity, from_place, from_staff)
                SELECT :move, o.id, o.place, o.owner FROM opportunity o
                """ + CustomerReach.of("o.customer") + """
                WHERE o.id = ANY(:ids) AND o.closed_at IS NULL AND o.owner IS DISTINCT FROM :staff AND b.path LIKE :path
                  AND (:leaves OR o.locked_until IS NULL OR o.locked_until <= :at)
                ORDER BY o.id FOR UPDATE OF o""")
                .param("move", move)
                .param("ids", opportunities.toArray(Long[]::new))
                .param("staff", staff)
                .param("path", wanted.branchPath() + "%")
                .param("leaves", wanted.handover().isPresent())
                .param("at", Timestamp.from(at))
                .update();
        jdbc.sql("""
                WITH given AS (
                    UPDATE opportunity o SET owner = :staff, place = 'private', assigned_at = :at, assigned_why = 'given',
                        locked_until = NULL
                    FROM opportunity_moved m WHERE m.move = :move AND o.id = m.opportunity RETURNING o.id)
                INSERT INTO opportunity_event (opportunity, at, by, kind, detail)
                SELECT id, :at, :by, 'assigned', :staff || ' given' FROM given ORDER BY id""")
                .param("move", move)
                .param("staff", staff)
                .param("at", Timestamp.from(at))
                .param("by", wanted.by())
                .update();
        return move;
    }

    /** The moves of a handover. */
    public List<Long> movesOf(long handover) {
        return jdbc.sql("SELECT id FROM opportunity_move WHERE handover = ? ORDER BY id")
                .param(handover)
                .query(Long.class)
                .list();
    }

    /** How many opportunities a move concerned. */
    public int moved(long move) {
        return jdbc.sql("SELECT count(*) FROM opportunity_moved WHERE move = ?")
                .param(move)
                .query(Integer.class)
                .single();
    }

    /** The newest move somebody made by itself that was not undone. */
    public Optional<Long> newestMove(String by) {
        return jdbc.sql(
                        "SELECT max(id) FROM opportunity_move WHERE made_by = ? AND undone_at IS NULL AND handover IS NULL")
                .param(by)
                .query(Long.class)
                .optional();
    }

    /**
     * Gives back what a move gave, where the person it was given to has neither worked nor claimed it since and whoever had it
     * has room; how many.
     *
     * @param handover the handover the move belongs to, if any: another one is not undone
     */
    public int undo(long move, String by, Optional<Long> handover, WorkSettings settings, Instant at, Instant real) {
        int marked = jdbc.sql("""
                UPDATE opportunity_move SET undone_at = :real
                WHERE id = :move AND made_by = :by AND handover IS NOT DISTINCT FROM :handover AND undone_at IS NULL""")
                .param("real", real.atOffset(ZoneOffset.UTC))
                .param("move", move)
                .param("by", by)
                .param("handover", handover.orElse(null), Types.BIGINT)
                .update();
        if (marked == 0) {
            return 0;
        }
        List<String> roles = List.copyOf(settings.capacity().keySet());
        return jdbc.sql("""
                WITH wanted AS (
                    SELECT o.id, m.from_place, m.from_staff,
                           row_number() OVER (PARTITION BY m.from_staff ORDER BY o.value_fen DESC NULLS LAST, o.id) AS rank
                    FROM opportunity_moved m JOIN opportunity_move v ON v.id = m.move JOIN opportunity o ON o.id = m.opportunity
                    WHERE m.move = :move AND o.owner = v.to_staff AND o.closed_at IS NULL
                      AND (o.last_contact_at IS NULL OR o.last_contact_at < o.assigned_at)
                      AND (o.locked_until IS NULL OR o.locked_until <= :at)),
                room AS (
                    SELECT s.code, n.capacity
                        - (SELECT count(*) FROM opportunity o WHERE o.owner = s.code AND o.closed_at IS NULL) AS free
                    FROM staff_member s JOIN unnest(:roles::text[], :capacities::int[]) AS n (role, capacity) ON n.role = s.role),
                back AS (
                    UPDATE opportunity o SET owner = w.from_staff, place = w.from_place, assigned_at = :at, assigned_why = 'given-back'
                    FROM wanted w LEFT JOIN room ON room.code = w.from_staff
                    WHERE o.id = w.id AND (w.from_staff IS NULL OR w.rank <= room.free)
                    RETURNING o.id, o.owner)
                INSERT INTO opportunity_event (opportunity, at, by, kind, detail)
                SELECT id, :at, :by, 'assigned', concat_ws(' ', owner, 'given-back') FROM back ORDER BY id""")
                .param("move", move)
                .param("roles", roles.toArray(String[]::new))
                .param(
                        "capacities",
                        roles.stream().map(settings.capacity()::get).toArray(Integer[]::new))
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }
}
