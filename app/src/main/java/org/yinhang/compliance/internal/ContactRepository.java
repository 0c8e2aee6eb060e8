package org.yinhang.compliance.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.access.DataScope;
import org.yinhang.compliance.LedgerEntry;
import org.yinhang.compliance.Ruling;
import org.yinhang.compliance.policy.Copy;
import org.yinhang.compliance.policy.Refusal;
import org.yinhang.compliance.policy.StaffMember;
import org.yinhang.customer.CustomerReach;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;

/** The rows of the contact ledger, and the locks that keep caps honest. */
@Repository
public class ContactRepository {

    /** The first half of the lock of a customer; any number serves that nothing else in the database locks on. */
    private static final int CUSTOMER_LOCK = 721_453;

    private static final String FROM = "FROM contact_entry e " + CustomerReach.of("e.customer");

    private final JdbcClient jdbc;

    ContactRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes everybody else who touches these customers wait until this transaction ends. Locks in their given order. */
    public void lock(List<Integer> customers) {
        jdbc.sql("""
                SELECT count(pg_advisory_xact_lock(?, customer))
                FROM (SELECT customer FROM unnest(?::int[]) WITH ORDINALITY AS t (customer, place) ORDER BY place) s""")
                .param(CUSTOMER_LOCK)
                .param(customers.toArray(Integer[]::new))
                .query(Long.class)
                .single();
    }

    /** Those of these touches that were cleared before. */
    public Set<String> clearedAmong(List<String> touches) {
        return new HashSet<>(jdbc.sql("SELECT touch FROM contact_entry WHERE verdict = 'cleared' AND touch = ANY(?)")
                .param(touches.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** Adds a row a ruling. */
    public void add(List<Ruling> rulings, Instant at, Instant recordedAt, String rules) {
        if (rulings.isEmpty()) {
            return;
        }
        jdbc.sql("""
                INSERT INTO contact_entry (touch, customer, campaign, wave, channel, copy, sender, staff, personalised,
                                           verdict, reasons, at, recorded_at, rules, origin)
                SELECT t.touch, t.customer, t.campaign, t.wave, t.channel, t.copy, t.sender, t.staff, t.personalised,
                       CASE WHEN t.reasons = '' THEN 'cleared' ELSE 'withheld' END,
                       string_to_array(t.reasons, ';'), ?, ?, ?, 'yinhang'
                FROM unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::boolean[], ?::text[])
                     AS t (touch, customer, campaign, wave, channel, copy, sender, staff, personalised, reasons)""")
                .param(at.atOffset(ZoneOffset.UTC))
                .param(recordedAt.atOffset(ZoneOffset.UTC))
                .param(rules)
                .param(texts(rulings, ruling -> ruling.touch().key()))
                .param(rulings.stream().map(r -> r.touch().customer()).toArray(Integer[]::new))
                .param(texts(rulings, ruling -> ruling.touch().campaign()))
                .param(texts(rulings, ruling -> ruling.touch().wave()))
                .param(texts(rulings, ruling -> ruling.touch().channel()))
                .param(texts(
                        rulings, ruling -> ruling.touch().copy().map(Copy::code).orElse("")))
                .param(texts(rulings, ruling -> ruling.touch().sender().orElse("")))
                .param(texts(
                        rulings,
                        ruling -> ruling.touch().staff().map(StaffMember::code).orElse("")))
                .param(rulings.stream()
                        .map(r -> r.touch().data().personalised())
                        .toArray(Boolean[]::new))
                .param(texts(rulings, ContactRepository::tokens))
                .update();
    }

    private static String tokens(Ruling ruling) {
        return String.join(
                ";", ruling.verdict().reasons().stream().map(Refusal::token).toList());
    }

    private static String[] texts(List<Ruling> rulings, Function<Ruling, String> text) {
        return rulings.stream().map(text).toArray(String[]::new);
    }

    public Slice<LedgerEntry> page(ListQuery query, DataScope scope, ZoneId zone) {
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        StringBuilder where = new StringBuilder("WHERE " + CustomerReach.within(scope));
        CustomerChoice.of(query).ifPresent(customers -> {
            where.append(" AND e.customer = ANY(:customers)");
            parameters.put("customers", customers);
        });
        if (query.text().matches("\\d{1,9}")) {
            where.append(" AND e.customer = :customer");
            parameters.put("customer", Integer.parseInt(query.text()));
        } else if (!query.text().isBlank()) {
            where.append(" AND (e.campaign ILIKE :like OR e.touch = :text)");
            parameters.put("like", "%" + query.text() + "%");
            parameters.put("text", query.text());
        }
        for (String filter : List.of("verdict", "channel", "campaign")) {
            query.filter(filter).ifPresent(value -> {
                where.append(" AND e.").append(filter).append(" = :").append(filter);
                parameters.put(filter, value);
            });
        }
        query.filter("reason").ifPresent(reason -> {
            where.append(" AND e.reasons && :reasons");
            parameters.put("reasons", new String[] {reason, reason + ":unknown", reason + ":failed"});
        });
        day(query, "from", parameters, zone, 0, where, " AND e.at >= :from");
        day(query, "to", parameters, zone, 1, where, " AND e.at < :to");
        long total = jdbc.sql("SELECT count(*) " + FROM + where)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("size", query.size());
        parameters.put("offset", query.offset());
        List<LedgerEntry> rows = jdbc.sql(
                        "SELECT e.* " + FROM + where + " ORDER BY e.at DESC, e.id DESC LIMIT :size OFFSET :offset")
                .params(parameters)
                .query(ContactRepository::entry)
                .list();
        return new Slice<>(rows, total);
    }

    private static void day(
            ListQuery query,
            String filter,
            Map<String, Object> parameters,
            ZoneId zone,
            int plusDays,
            StringBuilder where,
            String condition) {
        query.filter(filter).ifPresent(text -> {
            try {
                LocalDate day = LocalDate.parse(text).plusDays(plusDays);
                parameters.put(filter, day.atStartOfDay(zone).toOffsetDateTime());
                where.append(condition);
            } catch (DateTimeParseException e) {
                where.append(" AND FALSE");
            }
        });
    }

    public List<LedgerEntry> of(int customer, int most) {
        return jdbc.sql("SELECT * FROM contact_entry WHERE customer = ? ORDER BY at DESC, id DESC LIMIT ?")
                .params(customer, most)
                .query(ContactRepository::entry)
                .list();
    }

    public Map<String, Long> figures(Instant since) {
        Map<String, Long> figures = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT coalesce(reason, 'cleared') AS reason, count(*) AS times
                FROM contact_entry LEFT JOIN LATERAL unnest(reasons) AS reason ON TRUE
                WHERE at >= ? GROUP BY 1 ORDER BY 1""")
                .param(since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> figures.put(row.getString("reason"), row.getLong("times")))
                .list();
        return figures;
    }

    /** Rows of our own that are not in the lake yet, by customer; at most so many of the oldest. */
    List<LedgerEntry> unsealed(Instant until, int most) {
        return jdbc.sql("""
                SELECT * FROM (
                  SELECT * FROM contact_entry WHERE origin = 'yinhang' AND recorded_at < ?
                  AND id > coalesce((SELECT recorded FROM compliance_intake WHERE source = 'sealed'), 0)
                  ORDER BY id LIMIT ?) oldest ORDER BY customer, at, id""")
                .params(until.atOffset(ZoneOffset.UTC), most)
                .query(ContactRepository::entry)
                .list();
    }

    /** Notes up to which row the lake has them. */
    void sealed(long last) {
        jdbc.sql("""
                INSERT INTO compliance_intake (source, recorded) VALUES ('sealed', ?)
                ON CONFLICT (source) DO UPDATE SET recorded = excluded.recorded""").param(last).update();
    }

    private static LedgerEntry entry(ResultSet row, int number) throws SQLException {
        return new LedgerEntry(
                row.getLong("id"),
                row.getString("touch"),
                row.getInt("customer"),
                row.getString("campaign"),
                row.getString("wave"),
                row.getString("channel"),
                row.getString("copy"),
                row.getString("sender"),
                row.getString("staff"),
                row.getString("verdict").equals("cleared"),
                Arrays.stream((String[]) row.getArray("reasons").getArray())
                        .map(Refusal::of)
                        .toList(),
                row.getTimestamp("at").toInstant(),
                row.getString("rules"),
                row.getString("origin").equals("bank"));
    }
}
