package org.yinhang.reach.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.compliance.policy.StaffMember;
import org.yinhang.reach.OfferTerms;
import org.yinhang.reach.PlannedTouch;
import org.yinhang.reach.TouchState;
import tools.jackson.databind.json.JsonMapper;

/** The outbox: touches queued, taken, attempted, settled. */
@Repository
public class OutboxRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json = TermsJson.MAPPER;

    OutboxRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Queues touches.
     *
     * @param reasons why one is withheld from the beginning, a list a touch; none for those that wait
     */
    public void add(long dispatch, List<PlannedTouch> touches, List<List<String>> reasons, Instant at) {
        jdbc.sql("""
                INSERT INTO touch (dispatch, customer, state, due_at, arm, details, reasons, settled_at)
                SELECT :dispatch, t.customer, CASE WHEN t.reasons = '' THEN 'pending' ELSE 'withheld' END, :at, t.arm,
                       t.details::jsonb, CASE WHEN t.reasons <> '' THEN string_to_array(t.reasons, ';') END,
                       CASE WHEN t.reasons <> '' THEN :at END
                FROM unnest(:customers::int[], :arms::text[], :details::text[], :reasons::text[])
                     AS t (customer, arm, details, reasons)""")
                .param("dispatch", dispatch)
                .param("at", utc(at))
                .param("customers", touches.stream().map(PlannedTouch::customer).toArray(Integer[]::new))
                .param("arms", touches.stream().map(PlannedTouch::arm).toArray(String[]::new))
                .param(
                        "details",
                        touches.stream()
                                .map(touch -> touch.offer()
                                        .map(json::writeValueAsString)
                                        .orElse(null))
                                .toArray(String[]::new))
                .param(
                        "reasons",
                        reasons.stream().map(list -> String.join(";", list)).toArray(String[]::new))
                .update();
    }

    /** Takes touches that are due and nobody else is taking, the longest due first; held until the transaction ends. */
    List<QueuedTouch> take(long dispatch, Instant now, int most) {
        return jdbc.sql("""
                SELECT t.id, t.customer, t.details, t.attempts, s.code AS staff, s.role
                FROM touch t
                LEFT JOIN customer c ON c.number = t.customer
                LEFT JOIN staff_member s ON s.code = c.manager_code
                WHERE t.dispatch = ? AND t.state = 'pending' AND t.due_at <= ?
                ORDER BY t.due_at, t.id LIMIT ? FOR UPDATE OF t SKIP LOCKED""")
                .params(dispatch, utc(now), most)
                .query(this::queued)
                .list();
    }

    private QueuedTouch queued(ResultSet row, int number) throws SQLException {
        String details = row.getString("details");
        String staff = row.getString("staff");
        String role = row.getString("role");
        return new QueuedTouch(
                row.getLong("id"),
                row.getInt("customer"),
                Optional.ofNullable(details).map(text -> json.readValue(text, OfferTerms.class)),
                row.getInt("attempts"),
                Optional.ofNullable(staff).map(code -> new StaffMember(code, role == null ? "" : role)));
    }

    /**
     * Writes that an attempt of each begins. A database told to confirm commits before they are on disk would forget
     * attempts when it crashes, and they would be made again: for this transaction it is told otherwise.
     */
    void begin(List<QueuedTouch> touches, UUID node, Instant at) {
        jdbc.sql("""
                SELECT set_config('synchronous_commit', CASE current_setting('synchronous_commit')
                    WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END, true)""").query(String.class).single();
        Long[] ids = touches.stream().map(QueuedTouch::id).toArray(Long[]::new);
        jdbc.sql("""
                UPDATE touch SET state = 'attempting', attempts = attempts + 1, node = ?, attempted_at = ?, reasons = NULL
                WHERE id = ANY(?)""").params(node, utc(at), ids).update();
        jdbc.sql("""
                INSERT INTO touch_attempt (touch, number, node, began_at)
                SELECT id, attempts, node, attempted_at FROM touch WHERE id = ANY(?)""").param(ids).update();
    }

    /** Withholds touches, each with its reasons. */
    void withhold(List<Long> touches, List<List<String>> reasons, Instant at) {
        jdbc.sql("""
                UPDATE touch SET state = 'withheld', reasons = string_to_array(w.reasons, ';'), settled_at = ?
                FROM unnest(?::bigint[], ?::text[]) AS w (id, reasons) WHERE touch.id = w.id""")
                .param(utc(at))
                .param(touches.toArray(Long[]::new))
                .param(reasons.stream().map(list -> String.join(";", list)).toArray(String[]::new))
                .update();
    }

    /** Puts touches off. */
    void defer(List<Long> touches, Instant until) {
        jdbc.sql("UPDATE touch SET due_at = ? WHERE id = ANY(?)")
                .params(utc(until), touches.toArray(Long[]::new))
                .update();
    }

    /**
     * Writes how attempts ended. One that was given up as unknown meanwhile is settled all the same; one that was settled
     * otherwise, or begun again, is left as it is.
     *
     * @param mostTries how often a touch is tried that gateways do not take, before it fails
     * @return the touches that failed
     */
    List<Long> settle(List<Settlement> settlements, int mostTries, Instant at) {
        List<Long> failed = jdbc.sql("""
                UPDATE touch SET state = s.next, due_at = s.due, reference = coalesce(s.reference, touch.reference),
                       settled_at = CASE WHEN s.next IN ('sent', 'failed') THEN :at END, node = NULL,
                       reasons = CASE WHEN s.next = 'failed' THEN ARRAY[s.detail] END
                FROM (SELECT u.*, CASE WHEN u.answer = 'not-taken' AND :most <= 1 + (
                                 SELECT count(*) FROM touch_attempt a WHERE a.touch = u.id AND a.answer = 'not-taken')
                             THEN 'failed' ELSE u.state END AS next
                      FROM unnest(:ids::bigint[], :attempts::int[], :states::text[], :due::timestamptz[],
                                  :references::text[], :details::text[], :answers::text[])
                           AS u (id, attempt, state, due, reference, detail, answer)) AS s
                WHERE touch.id = s.id AND touch.attempts = s.attempt AND touch.state IN ('attempting', 'unknown')
                RETURNING CASE WHEN s.next = 'failed' THEN touch.id END""")
                .param("at", utc(at))
                .param("most", mostTries)
                .param("ids", settlements.stream().map(Settlement::touch).toArray(Long[]::new))
                .param("attempts", settlements.stream().map(Settlement::attempt).toArray(Integer[]::new))
                .param("states", texts(settlements, s -> s.state().key()))
                .param("due", texts(settlements, s -> s.due().toString()))
                .param(
                        "references",
                        settlements.stream()
                                .map(s -> s.reference().orElse(null))
                                .toArray(String[]::new))
                .param("details", texts(settlements, Settlement::detail))
                .param("answers", texts(settlements, Settlement::answer))
                .query(Long.class)
                .list();
        jdbc.sql("""
                UPDATE touch_attempt SET ended_at = ?, answer = s.answer, detail = s.detail
                FROM unnest(?::bigint[], ?::int[], ?::text[], ?::text[]) AS s (id, attempt, answer, detail)
                WHERE touch = s.id AND number = s.attempt""")
                .param(utc(at))
                .param(settlements.stream().map(Settlement::touch).toArray(Long[]::new))
                .param(settlements.stream().map(Settlement::attempt).toArray(Integer[]::new))
                .param(texts(settlements, Settlement::answer))
                .param(texts(settlements, Settlement::detail))
                .update();
        return failed.stream().filter(Objects::nonNull).toList();
    }

    private static String[] texts(List<Settlement> settlements, Function<Settlement, String> text) {
        return settlements.stream().map(text).toArray(String[]::new);
    }

    /** Says that a process lives; by the database's clock, the only one all processes share. */
    void seen(UUID node) {
        jdbc.sql(
                        "INSERT INTO reach_node (id, seen_at) VALUES (?, now()) ON CONFLICT (id) DO UPDATE SET seen_at = now()")
                .param(node)
                .update();
    }

    /** What dead processes were attempting becomes unknown; returns how many. */
    int abandon(int deadAfterSeconds, Instant now) {
        int unknown = jdbc.sql("""
                UPDATE touch SET state = 'unknown', due_at = ?
                WHERE state = 'attempting' AND node NOT IN (
                    SELECT id FROM reach_node WHERE seen_at > now() - make_interval(secs => ?))""").params(utc(now), deadAfterSeconds).update();
        jdbc.sql("DELETE FROM reach_node WHERE seen_at < now() - INTERVAL '1 day'")
                .update();
        return unknown;
    }

    /** Touches of a channel nobody knows about and whose gateway has not been asked lately; claimed until an instant. */
    List<Unclear> unclear(String channel, Instant now, Instant claimedUntil, int most) {
        return jdbc.sql("""
                UPDATE touch SET due_at = :until WHERE id IN (
                    SELECT t.id FROM touch t JOIN dispatch d ON d.id = t.dispatch
                    WHERE t.state = 'unknown' AND t.due_at <= :now AND d.channel = :channel
                    ORDER BY t.due_at, t.id LIMIT :most FOR UPDATE OF t SKIP LOCKED)
                RETURNING id, attempts, attempted_at, EXISTS (
                    SELECT FROM touch_attempt a
                    WHERE a.touch = touch.id AND a.number = touch.attempts AND a.answer IS NOT NULL) AS is_called""")
                .param("until", utc(claimedUntil))
                .param("now", utc(now))
                .param("channel", channel)
                .param("most", most)
                .query((row, _) -> new Unclear(
                        row.getLong("id"),
                        row.getInt("attempts"),
                        row.getTimestamp("attempted_at").toInstant(),
                        row.getBoolean("is_called")))
                .list();
    }

    /**
     * A touch nobody knows about.
     *
     * @param id its number
     * @param attempt its last attempt
     * @param attemptedAt when that began
     * @param isCalled whether its gateway is known to have been called; not so where the process died
     */
    record Unclear(long id, int attempt, Instant attemptedAt, boolean isCalled) {}

    /** What killed dispatches still had waiting is withheld, some at a time; returns which. */
    List<Long> sweep(String reason, Instant at, int most) {
        return jdbc.sql("""
                UPDATE touch SET state = 'withheld', reasons = ARRAY[?], settled_at = ? WHERE id IN (
                    SELECT t.id FROM touch t JOIN dispatch d ON d.id = t.dispatch
                    WHERE d.state = 'killed' AND t.state = 'pending' LIMIT ? FOR UPDATE OF t SKIP LOCKED)
                RETURNING id""").params(reason, utc(at), most).query(Long.class).list();
    }

    /** Puts failed touches of a dispatch into the queue again; returns how many. */
    public int retry(long dispatch, Instant now) {
        return jdbc.sql("UPDATE touch SET state = 'pending', due_at = ?, reasons = NULL, settled_at = NULL"
                        + " WHERE dispatch = ? AND state = 'failed'")
                .params(utc(now), dispatch)
                .update();
    }

    /** Settles a touch nobody knows about by what a person found out; false where it is not unknown any more. */
    public boolean decide(long touch, TouchState state, String reason, Instant at) {
        return jdbc.sql("""
                UPDATE touch SET state = ?, settled_at = ?, reasons = ARRAY[?] WHERE id = ? AND state = 'unknown'""").params(state.key(), utc(at), reason, touch).update() > 0;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
