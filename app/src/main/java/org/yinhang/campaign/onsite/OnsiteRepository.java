package org.yinhang.campaign.onsite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.access.DataScope;
import org.yinhang.customer.CustomerReach;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;

/** Events, their checklists and guests. */
@Repository
class OnsiteRepository {

    private static final String EVENT = """
            SELECT e.*, b.code AS branch_code, b.name AS branch_name, b.path AS branch_path,
                (SELECT count(*) FROM onsite_task t WHERE t.event = e.id AND t.done_by IS NOT NULL) AS tasks_done,
                g.guests, g.came, g.interested, g.applied
            FROM onsite_event e JOIN branch b ON b.id = e.branch_id
            CROSS JOIN LATERAL (SELECT count(*) AS guests, count(x.signed_in_at) AS came,
                count(*) FILTER (WHERE x.outcome = 'interested') AS interested,
                count(*) FILTER (WHERE x.outcome = 'applied') AS applied
                FROM onsite_guest x WHERE x.event = e.id) g
            """;

    private static final Map<String, String> SORTS = Map.of("day", "e.day", "theme", "e.theme", "came", "g.came");

    private final JdbcClient jdbc;

    OnsiteRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(EventPlan plan, long branch, String user, Instant at) {
        return jdbc.sql("""
                INSERT INTO onsite_event (theme, programme, entry, product, branch_id, place, day, from_time, until, expected,
                    state, made_by, made_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'planned', ?, ?) RETURNING id""")
                .params(
                        plan.theme(),
                        plan.programme(),
                        plan.entry(),
                        plan.product(),
                        branch,
                        plan.place(),
                        plan.day(),
                        plan.from(),
                        plan.until(),
                        plan.expected(),
                        user,
                        utc(at))
                .query(Long.class)
                .single();
    }

    void addTask(long event, EventTask task, String owner, LocalDate due) {
        jdbc.sql("INSERT INTO onsite_task (event, task, place, owner, due) VALUES (?, ?, ?, ?, ?)")
                .params(event, task.key(), List.of(EventTask.values()).indexOf(task), owner, due)
                .update();
    }

    Optional<OnsiteEvent> find(long id, DataScope scope, String ownPath) {
        return jdbc.sql(EVENT + " WHERE e.id = :id AND " + seen(scope))
                .param("id", id)
                .param("own", ownPath)
                .params(scope.parameters())
                .query(OnsiteRepository::event)
                .optional();
    }

    Slice<OnsiteEvent> page(ListQuery query, DataScope scope, String ownPath) {
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        parameters.put("own", ownPath);
        StringBuilder where = new StringBuilder(" WHERE " + seen(scope));
        if (!query.text().isBlank()) {
            where.append(" AND (e.theme ILIKE :like OR e.place ILIKE :like OR b.name ILIKE :like)");
            parameters.put("like", "%" + query.text() + "%");
        }
        query.filter("state").ifPresent(state -> {
            where.append(" AND e.state = :state");
            parameters.put("state", state);
        });
        long total = jdbc.sql("SELECT count(*) FROM onsite_event e JOIN branch b ON b.id = e.branch_id" + where)
                .params(parameters)
                .query(Long.class)
                .single();
        String order = SORTS.containsKey(query.sort())
                ? SORTS.get(query.sort()) + (query.isDescending() ? " DESC" : "") + ", e.id"
                : "e.state IN ('closed', 'cancelled'), e.day DESC, e.id DESC";
        parameters.put("size", query.size());
        parameters.put("offset", query.offset());
        List<OnsiteEvent> rows = jdbc.sql(EVENT + where + " ORDER BY " + order + " LIMIT :size OFFSET :offset")
                .params(parameters)
                .query(OnsiteRepository::event)
                .list();
        return new Slice<>(rows, total);
    }

    /** The state of an event, kept from changing until the transaction ends. */
    EventState held(long id) {
        return EventState.named(jdbc.sql("SELECT state FROM onsite_event WHERE id = ? FOR UPDATE")
                .param(id)
                .query(String.class)
                .single());
    }

    void turnTo(long id, EventState state) {
        jdbc.sql("UPDATE onsite_event SET state = ? WHERE id = ?")
                .params(state.key(), id)
                .update();
    }

    void countWalkIns(long id, int walkIns) {
        jdbc.sql("UPDATE onsite_event SET walk_ins = ? WHERE id = ?")
                .params(walkIns, id)
                .update();
    }

    List<ChecklistEntry> checklist(long event) {
        return jdbc.sql("SELECT * FROM onsite_task WHERE event = ? ORDER BY place")
                .param(event)
                .query((row, number) -> new ChecklistEntry(
                        EventTask.named(row.getString("task")),
                        row.getString("owner"),
                        row.getObject("due", LocalDate.class),
                        Optional.ofNullable(row.getString("done_by")),
                        instant(row.getTimestamp("done_at")),
                        row.getString("note")))
                .list();
    }

    void done(long event, EventTask task, String note, String user, Instant at) {
        jdbc.sql("UPDATE onsite_task SET done_by = ?, done_at = ?, note = ? WHERE event = ? AND task = ?")
                .params(user, utc(at), note, event, task.key())
                .update();
    }

    void undone(long event, EventTask task) {
        jdbc.sql("UPDATE onsite_task SET done_by = NULL, done_at = NULL WHERE event = ? AND task = ?")
                .params(event, task.key())
                .update();
    }

    void give(long event, EventTask task, String owner, LocalDate due) {
        jdbc.sql("UPDATE onsite_task SET owner = ?, due = ? WHERE event = ? AND task = ?")
                .params(owner, due, event, task.key())
                .update();
    }

    /** Adds those who are not on the list yet; gives how many. */
    int addGuests(long event, Collection<Integer> customers, String user, Instant at) {
        return jdbc.sql("""
                INSERT INTO onsite_guest (event, customer, added_by, added_at)
                SELECT ?, unnest(?::int[]), ?, ? ON CONFLICT DO NOTHING""")
                .params(event, customers.toArray(Integer[]::new), user, utc(at))
                .update();
    }

    int removeGuest(long event, int customer) {
        return jdbc.sql("DELETE FROM onsite_guest WHERE event = ? AND customer = ? AND signed_in_at IS NULL")
                .params(event, customer)
                .update();
    }

    /** Signs a guest in or, with no instant, out again; gives how many were. */
    int signIn(long event, int customer, Optional<Instant> at, String user) {
        return jdbc.sql("""
                UPDATE onsite_guest SET signed_in_at = ?, signed_in_by = ?, outcome = NULL WHERE event = ? AND customer = ?
                AND (signed_in_at IS NULL) = ?""")
                .param(at.map(OnsiteRepository::utc).orElse(null))
                .params(user, event, customer, at.isPresent())
                .update();
    }

    int outcome(long event, int customer, GuestOutcome outcome, String user) {
        return jdbc.sql("""
                UPDATE onsite_guest SET outcome = ?, outcome_by = ? WHERE event = ? AND customer = ? AND signed_in_at IS NOT NULL""").params(outcome.key(), user, event, customer).update();
    }

    int guestCount(long event) {
        return jdbc.sql("SELECT count(*) FROM onsite_guest WHERE event = ?")
                .param(event)
                .query(Integer.class)
                .single();
    }

    /** The guests whose customers are within reach; those who are still expected first. */
    List<Guest> guests(long event, DataScope scope) {
        return jdbc.sql("SELECT x.* FROM onsite_guest x " + CustomerReach.of("x.customer")
                        + " WHERE x.event = :event AND " + CustomerReach.within(scope)
                        + " ORDER BY x.signed_in_at NULLS FIRST, x.customer")
                .param("event", event)
                .params(scope.parameters())
                .query((row, number) -> new Guest(
                        row.getInt("customer"),
                        row.getString("added_by"),
                        instant(row.getTimestamp("signed_in_at")),
                        Optional.ofNullable(row.getString("outcome"))
                                .map(word -> GuestOutcome.valueOf(word.toUpperCase(Locale.ROOT)))))
                .list();
    }

    /** A branch sees its own events, those of the branches below it, and those of the branches it belongs to. */
    private static String seen(DataScope scope) {
        return "(" + scope.condition("b.path", "NULL") + " OR starts_with(:own, b.path))";
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> instant(@Nullable Timestamp at) {
        return Optional.ofNullable(at).map(Timestamp::toInstant);
    }

    private static OnsiteEvent event(ResultSet row, int number) throws SQLException {
        return new OnsiteEvent(
                row.getLong("id"),
                new EventPlan(
                        row.getString("theme"),
                        row.getString("programme"),
                        row.getString("entry"),
                        row.getString("product"),
                        row.getString("branch_code"),
                        row.getString("place"),
                        row.getObject("day", LocalDate.class),
                        row.getObject("from_time", LocalTime.class),
                        row.getObject("until", LocalTime.class),
                        row.getInt("expected")),
                row.getString("branch_name"),
                row.getString("branch_path"),
                EventState.named(row.getString("state")),
                row.getInt("walk_ins"),
                row.getInt("guests"),
                row.getInt("came"),
                row.getInt("interested"),
                row.getInt("applied"),
                row.getInt("tasks_done"),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant());
    }
}
