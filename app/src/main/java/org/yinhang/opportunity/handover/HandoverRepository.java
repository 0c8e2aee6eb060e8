package org.yinhang.opportunity.handover;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.access.DataScope;
import org.yinhang.customer.CustomerReach;
import org.yinhang.opportunity.Opportunity.Owner;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import org.yinhang.shared.Viewer;

/** What is to be handed over, and what was. */
@Repository
class HandoverRepository {

    private static final String SELECT = """
            SELECT h.*, s.name AS from_name,
                   (SELECT string_agg(DISTINCT coalesce(m.name, x.to_staff), ', ') FROM handover_customer x
                      LEFT JOIN staff_member m ON m.code = x.to_staff WHERE x.handover = h.id) AS receivers,
                   n.customers, n.read
            FROM handover h LEFT JOIN staff_member s ON s.code = h.from_staff
            CROSS JOIN LATERAL (
                SELECT count(*) AS customers, count(x.read_at) AS read
                FROM handover_customer x WHERE x.handover = h.id) n
            """;

    private final JdbcClient jdbc;

    HandoverRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The customers an order means, of those within a scope, with what is open; with those only opportunities are about. */
    List<HandoverCase> cases(HandoverOrder order, DataScope scope) {
        return jdbc.sql("""
                SELECT c.number, n.giver, n.giver IS NOT DISTINCT FROM c.manager_code AS kept,
                       array_agg(o.id ORDER BY o.id) FILTER (WHERE o.id IS NOT NULL) AS opportunities,
                       count(o.next_at) AS promised, coalesce(sum(o.value_fen), 0) AS value,
                       (SELECT count(*) FROM complaint k WHERE k.customer = c.number AND k.finding IS NULL) AS complaints,
                       (SELECT count(*) FROM contact_task t WHERE t.customer = c.number AND t.done_at IS NULL
                          AND t.withdrawn_at IS NULL) AS tasks
                FROM (SELECT number, manager_code AS giver FROM customer WHERE number = ANY(:customers) AND :from = ''
                      UNION SELECT number, :from FROM customer WHERE manager_code = :from
                      UNION SELECT customer, :from FROM opportunity WHERE owner = :from AND closed_at IS NULL) n
                """ + CustomerReach.of("n.number") + """
                LEFT JOIN opportunity o ON o.customer = c.number AND o.owner = n.giver AND o.closed_at IS NULL
                WHERE
                """ + CustomerReach.within(scope)
                        + " GROUP BY c.number, n.giver, c.manager_code ORDER BY c.number")
                .params(scope.parameters())
                .param("from", order.from())
                .param("customers", order.customers().toArray(Integer[]::new))
                .query((row, _) -> new HandoverCase(
                        row.getInt("number"),
                        Optional.ofNullable(row.getString("giver")),
                        row.getBoolean("kept"),
                        numbers(row.getArray("opportunities")),
                        row.getInt("promised"),
                        row.getLong("value"),
                        row.getInt("complaints"),
                        row.getInt("tasks")))
                .list();
    }

    /** How many customers each of these people leads. */
    Map<String, Integer> led(List<String> staff) {
        Map<String, Integer> led = new TreeMap<>();
        jdbc.sql(
                        "SELECT manager_code, count(*) AS customers FROM customer WHERE manager_code = ANY(?) GROUP BY manager_code")
                .param(staff.toArray(String[]::new))
                .query((row, _) -> led.put(row.getString("manager_code"), row.getInt("customers")))
                .list();
        return led;
    }

    /** Writes a handover and its customers, of what is handed; its number. */
    long add(HandoverOrder order, List<HandoverPlan.Handed> all, Viewer viewer, ZonedDateTime now) {
        List<HandoverPlan.Handed> handed =
                all.stream().filter(one -> one.what().isKept()).toList();
        long id = jdbc.sql("""
                INSERT INTO handover (from_staff, branch_path, last_day, reason, opportunities, promised, made_by, made_at, made_on)
                VALUES (nullif(:from, ''), :path, :last, :reason, :opportunities, :promised, :by, :at, :today) RETURNING id""")
                .param(
                        "opportunities",
                        all.stream()
                                .mapToInt(one -> one.what().opportunities().size())
                                .sum())
                .param(
                        "promised",
                        all.stream().mapToInt(one -> one.what().promised()).sum())
                .param("from", order.from())
                .param("path", viewer.branchPath())
                .param("last", order.lastDay().orElse(null), Types.DATE)
                .param("reason", order.reason().strip())
                .param("by", viewer.userName())
                .param("at", now.toInstant().atOffset(ZoneOffset.UTC))
                .param("today", now.toLocalDate())
                .query(Long.class)
                .single();
        jdbc.sql("""
                INSERT INTO handover_customer (handover, customer, from_staff, to_staff, opportunities, promised)
                SELECT :id, n.customer, nullif(n.from_staff, ''), n.to_staff, n.opportunities, n.promised
                FROM unnest(:customers::int[], :froms::text[], :tos::text[], :opportunities::int[], :promised::int[])
                     AS n (customer, from_staff, to_staff, opportunities, promised)""")
                .param("id", id)
                .param(
                        "customers",
                        handed.stream().map(one -> one.what().customer()).toArray(Integer[]::new))
                .param(
                        "froms",
                        handed.stream().map(one -> one.what().from().orElse("")).toArray(String[]::new))
                .param("tos", handed.stream().map(HandoverPlan.Handed::to).toArray(String[]::new))
                .param(
                        "opportunities",
                        handed.stream()
                                .map(one -> one.what().opportunities().size())
                                .toArray(Integer[]::new))
                .param(
                        "promised",
                        handed.stream().map(one -> one.what().promised()).toArray(Integer[]::new))
                .update();
        return id;
    }

    /** One page, the newest first; the filter {@code state} is {@code open} or {@code over}. */
    Slice<Handover> page(ListQuery query, HandoverReach reach) {
        String where = " WHERE " + reach.ofHandover()
                + query.filter("state")
                        .map(state -> (state.equals("open") ? " AND " : " AND NOT ")
                                + "(h.undone_at IS NULL AND h.returned_at IS NULL)")
                        .orElse("");
        long total = jdbc.sql("SELECT count(*) FROM handover h" + where)
                .params(reach.parameters())
                .query(Long.class)
                .single();
        return new Slice<>(
                jdbc.sql(SELECT + where + " ORDER BY h.id DESC LIMIT :size OFFSET :offset")
                        .params(reach.parameters())
                        .param("size", query.size())
                        .param("offset", query.offset())
                        .query(HandoverRepository::handover)
                        .list(),
                total);
    }

    /** The handover of a number. */
    Optional<Handover> find(long id, HandoverReach reach) {
        return jdbc.sql(SELECT + " WHERE h.id = :id AND " + reach.ofHandover())
                .params(reach.parameters())
                .param("id", id)
                .query(HandoverRepository::handover)
                .optional();
    }

    /** The user name of who made a handover. */
    String maker(long id) {
        return jdbc.sql("SELECT made_by FROM handover WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    /** One page of a handover's customers, those not read about first. */
    Slice<HandoverRow> rows(long id, ListQuery query, HandoverReach reach) {
        String from = " FROM handover_customer x JOIN handover h ON h.id = x.handover "
                + CustomerReach.of("x.customer")
                + " LEFT JOIN staff_member f ON f.code = x.from_staff LEFT JOIN staff_member t ON t.code = x.to_staff"
                + " WHERE x.handover = :id AND " + reach.ofCustomer();
        long total = jdbc.sql("SELECT count(*)" + from)
                .params(reach.parameters())
                .param("id", id)
                .query(Long.class)
                .single();
        List<HandoverRow> rows = jdbc.sql(
                        "SELECT x.*, coalesce(f.name, x.from_staff) AS from_name, coalesce(t.name, x.to_staff) AS to_name"
                                + from
                                + " ORDER BY x.read_at IS NOT NULL, x.promised DESC, x.opportunities DESC, x.customer"
                                + " LIMIT :size OFFSET :offset")
                .params(reach.parameters())
                .param("id", id)
                .param("size", query.size())
                .param("offset", query.offset())
                .query((row, _) -> new HandoverRow(
                        row.getInt("customer"),
                        owner(row.getString("from_staff"), row.getString("from_name")),
                        new Owner(row.getString("to_staff"), row.getString("to_name")),
                        instant(row, "read_at")))
                .list();
        return new Slice<>(rows, total);
    }

    /** How many customers somebody has yet to read about. */
    int unread(String staff) {
        return jdbc.sql("""
                SELECT count(*) FROM handover_customer x JOIN handover h ON h.id = x.handover
                WHERE x.to_staff = ? AND x.read_at IS NULL AND h.undone_at IS NULL AND h.returned_at IS NULL""").param(staff).query(Integer.class).single();
    }

    /** Notes that a receiver has read about a customer, or about all of theirs; how many. */
    int read(long id, Optional<Integer> customer, String staff, String by, Instant at) {
        return jdbc.sql("""
                UPDATE handover_customer SET read_at = :at, read_by = :by
                WHERE handover = :id AND to_staff = :staff AND read_at IS NULL AND (:customer::int IS NULL OR customer = :customer)""")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("id", id)
                .param("staff", staff)
                .param("customer", customer.orElse(null), Types.INTEGER)
                .update();
    }

    /** Marks a handover as undone by its maker on its day; false where that is not possible. */
    boolean undone(long id, String by, ZonedDateTime now) {
        return jdbc.sql("""
                        UPDATE handover SET undone_at = ?
                        WHERE id = ? AND made_by = ? AND made_on = ? AND undone_at IS NULL AND returned_at IS NULL""")
                        .params(now.toInstant().atOffset(ZoneOffset.UTC), id, by, now.toLocalDate())
                        .update()
                > 0;
    }

    /** Marks a handover as over. */
    void returned(long id, Instant at) {
        jdbc.sql("UPDATE handover SET returned_at = ? WHERE id = ? AND undone_at IS NULL AND returned_at IS NULL")
                .params(at.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    private static Handover handover(ResultSet row, int number) throws SQLException {
        return new Handover(
                row.getLong("id"),
                owner(row.getString("from_staff"), row.getString("from_name")),
                row.getString("receivers"),
                Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
                row.getString("reason"),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                row.getObject("made_on", LocalDate.class),
                instant(row, "undone_at"),
                instant(row, "returned_at"),
                row.getInt("customers"),
                row.getInt("opportunities"),
                row.getInt("promised"),
                row.getInt("read"));
    }

    private static Optional<Owner> owner(@Nullable String code, @Nullable String name) {
        return code == null ? Optional.empty() : Optional.of(new Owner(code, name == null ? code : name));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private static List<Long> numbers(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((Long[]) array.getArray());
    }
}
