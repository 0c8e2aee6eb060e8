package org.yinhang.customer.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.access.DataScope;
import org.yinhang.customer.Customer.Place;
import org.yinhang.customer.CustomerReach;
import org.yinhang.customer.KeeperEntry;
import org.yinhang.customer.KeeperRole;
import org.yinhang.customer.KeeperTerms;
import org.yinhang.customer.Keeping;

/** Who was given which customer, and what of it is in force. */
@Repository
public class KeeperRepository {

    private static final long LOCK = 0x4355_5301L;
    private static final int MOST_STAFF = 500;

    private final JdbcClient jdbc;

    KeeperRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What ended. */
    public record Ended(int customer, Optional<Long> handover) {}

    /** Lets one at a time change who keeps whom, until the transaction ends. */
    public void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((_, _) -> 0)
                .list();
    }

    /** Whether somebody works below a branch. */
    public boolean isBelow(String staff, String branchPath) {
        return jdbc.sql(
                                "SELECT count(*) FROM staff_member s JOIN branch b ON b.id = s.branch_id WHERE s.code = ? AND b.path LIKE ?")
                        .params(staff, branchPath + "%")
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Who works below a branch, by code; at most some hundreds. */
    public List<Place> staffBelow(String branchPath) {
        return jdbc.sql("""
                SELECT s.code, s.name FROM staff_member s JOIN branch b ON b.id = s.branch_id
                WHERE b.path LIKE ? ORDER BY s.code LIMIT ?""")
                .params(branchPath + "%", MOST_STAFF)
                .query((row, _) -> new Place(row.getString("code"), row.getString("name")))
                .list();
    }

    /** How many of these customers a scope covers. */
    public int covered(List<Integer> customers, DataScope scope) {
        return jdbc.sql("SELECT count(*) FROM customer c " + CustomerReach.OF_CUSTOMER
                        + "WHERE c.number = ANY(:customers) AND " + CustomerReach.within(scope))
                .params(scope.parameters())
                .param("customers", customers.toArray(Integer[]::new))
                .query(Integer.class)
                .single();
    }

    /** Whether somebody leads one of these customers. */
    public boolean leads(String staff, List<Integer> customers) {
        return jdbc.sql("SELECT count(*) FROM customer WHERE number = ANY(?) AND manager_code = ?")
                        .params(customers.toArray(Integer[]::new), staff)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Adds one row for each customer. */
    public void add(
            List<Integer> customers, KeeperRole role, String staff, KeeperTerms terms, String by, ZonedDateTime now) {
        jdbc.sql("""
                INSERT INTO customer_keeper (customer, role, staff, since, last_day, reason, bank_staff, handover, made_by, made_at)
                SELECT number, :role, :staff, :today, :last, :reason, bank_manager, :handover, :by, :at
                FROM customer WHERE number = ANY(:customers) ORDER BY number""")
                .param("role", role.key())
                .param("staff", staff)
                .param("today", now.toLocalDate())
                .param("last", terms.lastDay().orElse(null), java.sql.Types.DATE)
                .param("reason", terms.reason().strip())
                .param("handover", terms.handover().orElse(null), java.sql.Types.BIGINT)
                .param("by", by)
                .param("at", utc(now))
                .param("customers", customers.toArray(Integer[]::new))
                .update();
    }

    /** Ends what is open of a role. */
    public void end(List<Integer> customers, KeeperRole role, String ending, String by, ZonedDateTime now) {
        jdbc.sql("""
                UPDATE customer_keeper SET ended_at = :at, ended_by = :by, ending = :ending
                WHERE customer = ANY(:customers) AND role = :role AND ended_at IS NULL""")
                .param("at", utc(now))
                .param("by", by)
                .param("ending", ending)
                .param("customers", customers.toArray(Integer[]::new))
                .param("role", role.key())
                .update();
    }

    /** Ends everything of a handover; the customers concerned. */
    public List<Integer> undo(long handover, String by, ZonedDateTime now) {
        return jdbc.sql("""
                UPDATE customer_keeper SET ended_at = ?, ended_by = ?, ending = 'undone'
                WHERE handover = ? AND ended_at IS NULL RETURNING customer""").params(utc(now), by, handover).query(Integer.class).list().stream()
                .distinct()
                .toList();
    }

    /** Ends what is past its last day. */
    public List<Ended> expire(LocalDate today, ZonedDateTime now) {
        return jdbc.sql("""
                UPDATE customer_keeper SET ended_at = ?, ended_by = 'system', ending = 'expired'
                WHERE ended_at IS NULL AND last_day < ? RETURNING customer, handover""")
                .params(utc(now), today)
                .query((row, _) ->
                        new Ended(row.getInt("customer"), Optional.ofNullable(row.getObject("handover", Long.class))))
                .list();
    }

    /**
     * Ends leads whom the bank's own record has come to name since, with everything given before them: what it says now is
     * newer. The customers concerned.
     */
    public List<Integer> catchUp(ZonedDateTime now) {
        return jdbc.sql("""
                UPDATE customer_keeper k SET ended_at = ?, ended_by = 'system', ending = 'caught-up'
                FROM (SELECT r.customer, max(r.id) AS newest FROM customer_keeper r JOIN customer c ON c.number = r.customer
                      WHERE r.role = 'lead' AND r.ended_at IS NULL AND r.staff = c.bank_manager
                        AND r.bank_staff IS DISTINCT FROM c.bank_manager GROUP BY r.customer) n
                WHERE k.customer = n.customer AND k.role = 'lead' AND k.ended_at IS NULL AND k.id <= n.newest
                RETURNING k.customer""").params(utc(now)).query(Integer.class).list();
    }

    /** Puts what is in force into the rows of these customers. */
    public void apply(List<Integer> customers) {
        jdbc.sql("""
                UPDATE customer c SET handed_to = n.lead, deputy_code = nullif(n.deputy, coalesce(n.lead, c.bank_manager))
                FROM (SELECT x.number,
                          (SELECT k.staff FROM customer_keeper k WHERE k.customer = x.number AND k.role = 'lead'
                             AND k.ended_at IS NULL ORDER BY k.id DESC LIMIT 1) AS lead,
                          (SELECT k.staff FROM customer_keeper k WHERE k.customer = x.number AND k.role = 'deputy'
                             AND k.ended_at IS NULL ORDER BY k.id DESC LIMIT 1) AS deputy
                      FROM unnest(?::int[]) AS x (number)) n
                WHERE c.number = n.number
                  AND (c.handed_to IS DISTINCT FROM n.lead
                    OR c.deputy_code IS DISTINCT FROM nullif(n.deputy, coalesce(n.lead, c.bank_manager)))""").param(customers.toArray(Integer[]::new)).update();
    }

    /** Who keeps a customer. */
    public Keeping keeping(int customer) {
        List<KeeperEntry> history =
                jdbc.sql("""
                SELECT k.*, coalesce(s.name, k.staff) AS name FROM customer_keeper k LEFT JOIN staff_member s ON s.code = k.staff
                WHERE k.customer = ? ORDER BY k.id DESC""").param(customer).query(KeeperRepository::entry).list();
        return jdbc.sql("""
                SELECT c.manager_code, coalesce(m.name, c.manager_code) AS manager_name,
                       c.bank_manager, coalesce(s.name, c.bank_manager) AS bank_name
                FROM customer c LEFT JOIN staff_member m ON m.code = c.manager_code
                LEFT JOIN staff_member s ON s.code = c.bank_manager WHERE c.number = ?""")
                .param(customer)
                .query((row, _) -> keeping(row, history))
                .single();
    }

    /** A deputy who has become the lead is none as long as that lasts. */
    private static Keeping keeping(ResultSet row, List<KeeperEntry> history) throws SQLException {
        Optional<Place> lead = place(row, "manager_code", "manager_name");
        return new Keeping(
                lead,
                inForce(history, KeeperRole.LEAD),
                inForce(history, KeeperRole.DEPUTY).filter(one -> !lead.map(Place::code)
                        .equals(Optional.of(one.staff().code()))),
                place(row, "bank_manager", "bank_name"),
                history);
    }

    private static Optional<KeeperEntry> inForce(List<KeeperEntry> history, KeeperRole role) {
        return history.stream()
                .filter(entry -> entry.role() == role && entry.end().isEmpty())
                .findFirst();
    }

    private static Optional<Place> place(ResultSet row, String code, String name) throws SQLException {
        String value = row.getString(code);
        return value == null
                ? Optional.empty()
                : Optional.of(new Place(value, Objects.requireNonNull(row.getString(name))));
    }

    private static KeeperEntry entry(ResultSet row, int number) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new KeeperEntry(
                row.getLong("id"),
                row.getInt("customer"),
                KeeperRole.of(row.getString("role")),
                new Place(row.getString("staff"), row.getString("name")),
                row.getObject("since", LocalDate.class),
                Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
                row.getString("reason"),
                row.getString("made_by"),
                ended == null
                        ? Optional.empty()
                        : Optional.of(new KeeperEntry.End(
                                ended.toInstant(), row.getString("ended_by"), row.getString("ending"))));
    }

    private static OffsetDateTime utc(ZonedDateTime now) {
        return now.toInstant().atOffset(java.time.ZoneOffset.UTC);
    }
}
