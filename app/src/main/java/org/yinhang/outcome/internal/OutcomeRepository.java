package org.yinhang.outcome.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.campaign.Assignment;

/**
 * Reads what the platform did: outbox, contact ledger, tasks of people, calls out of opportunities, assignments of campaigns, benefits
 * that were redeemed.
 */
@Repository
class OutcomeRepository {

    /** Where the numbers of calls begin that people made on their own and no campaign asked for. */
    private static final long OWN_CALLS = 1L << 40;

    /** How a call of {@code opportunity_contact} ended, in the words of a task: whoever applied accepted. */
    private static final String CALLED = """
            CASE WHEN n.outcome = 'opt-out' THEN 'refused'
                 WHEN n.outcome = 'reached' AND n.next_step IN ('appointment', 'applied') THEN 'appointment'
                 ELSE n.outcome END""";

    /**
     * A message is a contact once its gateway has it, at the instant the ledger let it go; a call out of an opportunity once it
     * is written down, also where it carries the touch of a task; any other task once it is done by hand. One that a call of
     * another touch ended is that call and no contact of its own, and one that was withdrawn is none. Where nobody answered the
     * call and the task was done by hand later, it ended as the task says.
     */
    private static final String MADE = """
            SELECT t.id, t.customer, d.campaign, d.channel, c.plan ->> 'product' AS product,
                   coalesce(nullif(n.staff, ''), nullif(u.staff_code, ''), nullif(e.staff, '')) AS staff,
                   CASE WHEN d.channel IN ('call', 'branch', 'visit') THEN coalesce(n.at, k.done_at) ELSE e.at END AS at,
                   coalesce(t.details -> 'rate' ->> 'ppm', d.terms -> 'offer' -> 'rate' ->> 'ppm')::int AS rate,
                   t.outcome, CASE WHEN d.channel NOT IN ('call', 'branch', 'visit') THEN t.outcome_at
                                   WHEN n.outcome = 'not-reached' THEN k.done_at END AS outcome_at,
                   coalesce(nullif(%1$s, 'not-reached'), k.outcome, n.outcome) AS task_outcome
            FROM touch t
            JOIN dispatch d ON d.id = t.dispatch
            JOIN contact_entry e ON e.verdict = 'cleared'
                AND e.touch = d.campaign || '/' || d.wave || '/' || d.channel || '/' || t.customer
            LEFT JOIN campaign c ON c.code = d.campaign
            LEFT JOIN contact_task k ON k.touch = t.id AND k.done_at IS NOT NULL AND NOT EXISTS (
                SELECT FROM opportunity_task s JOIN opportunity_contact f ON f.opportunity = s.opportunity
                WHERE s.touch = t.id AND f.touch NOT IN ('', e.touch) AND f.at BETWEEN k.made_at AND k.done_at
                    AND (f.outcome <> 'not-reached' OR f.next_step = 'give-up'))
            LEFT JOIN opportunity_contact n ON n.touch = e.touch
            LEFT JOIN staff_user u ON u.user_name = k.done_by
            WHERE t.state = 'sent'
            UNION ALL
            SELECT %2$d + n.id, o.customer, e.campaign, e.channel, o.product, nullif(n.staff, ''), e.at, NULL, NULL, NULL, %1$s
            FROM opportunity_contact n
            JOIN opportunity o ON o.id = n.opportunity
            JOIN contact_entry e ON e.verdict = 'cleared' AND e.touch = n.touch
            WHERE NOT EXISTS (SELECT FROM dispatch d WHERE d.campaign = e.campaign)""".formatted(CALLED, OWN_CALLS);

    private static final String ASSIGNED = """
            SELECT x.experiment, coalesce(c.id, 0) AS number, x.customer, x.arm, c.plan ->> 'product' AS product,
                   x.probability, x.assigned_at AS at,
                   (SELECT d.channel FROM touch t JOIN dispatch d ON d.id = t.dispatch
                    WHERE t.customer = x.customer AND d.campaign = x.experiment ORDER BY t.id LIMIT 1) AS channel
            FROM exposure x LEFT JOIN campaign c ON c.code = x.experiment
            WHERE (c.id IS NOT NULL OR x.experiment = '%s')""".formatted(Assignment.HOLD_OUT);

    /** A benefit that was redeemed, with the touch whose key the promise carries. */
    private static final String REDEEMED = """
            SELECT g.id, g.customer, g.campaign, c.plan ->> 'product' AS product, d.channel, b.code AS benefit,
                   b.worth_fen AS cost, t.id AS touch, g.settled_at AS at
            FROM benefit_grant g
            JOIN benefit b ON b.id = g.benefit
            JOIN dispatch d ON d.campaign = g.campaign
                AND g.touch = d.campaign || '/' || d.wave || '/' || d.channel || '/' || g.customer
            JOIN touch t ON t.dispatch = d.id AND t.customer = g.customer
            LEFT JOIN campaign c ON c.code = g.campaign
            WHERE g.state = 'redeemed'""";

    private final JdbcClient jdbc;

    OutcomeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many rows of what is read here were ever written, as PostgreSQL counts them; it may count a second late. */
    long changes() {
        return jdbc.sql("""
                SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::bigint FROM pg_stat_user_tables
                WHERE schemaname = current_schema() AND relname IN
                    ('touch', 'contact_entry', 'contact_task', 'opportunity_contact', 'opportunity_task', 'exposure', 'benefit_grant')""").query(Long.class).single();
    }

    /** The months in which contacts were made since a day, each with a digest of all that is known of them. */
    Map<YearMonth, String> contactMonths(Instant since, ZoneId zone) {
        return months(
                "SELECT * FROM (%s) AS made WHERE at >= :since".formatted(MADE),
                "id, campaign, channel, product, staff, extract(epoch FROM at), rate, outcome, extract(epoch FROM outcome_at),"
                        + " task_outcome",
                since,
                zone);
    }

    /** The months in which customers were assigned since a day, each with a digest. */
    Map<YearMonth, String> trialMonths(Instant since, ZoneId zone) {
        return months(
                ASSIGNED + " AND x.assigned_at >= :since",
                "experiment, customer, arm, product, probability, extract(epoch FROM at), channel",
                since,
                zone);
    }

    /** The months in which benefits were redeemed since a day, each with a digest. */
    Map<YearMonth, String> redemptionMonths(Instant since, ZoneId zone) {
        return months(
                REDEEMED + " AND g.settled_at >= :since",
                "id, customer, campaign, product, channel, benefit, cost, touch, extract(epoch FROM at)",
                since,
                zone);
    }

    /** The digest is a sum over rows, so that it does not depend on their order. */
    private Map<YearMonth, String> months(String rows, String columns, Instant since, ZoneId zone) {
        Map<YearMonth, String> months = new TreeMap<>();
        jdbc.sql("""
                SELECT to_char(at AT TIME ZONE :zone, 'YYYY-MM') AS month,
                       count(*) || '-' || sum(hashtextextended(concat_ws('|', %s), 0)::numeric) AS digest
                FROM (%s) AS done GROUP BY 1""".formatted(columns, rows))
                .param("zone", zone.getId())
                .param("since", utc(since))
                .query((row, _) -> months.put(YearMonth.parse(row.getString("month")), row.getString("digest")))
                .list();
        return months;
    }

    /** The highest number of a customer the platform ever chose, or -1. */
    int lastCustomer() {
        return jdbc.sql("SELECT greatest((SELECT max(customer) FROM touch), (SELECT max(customer) FROM exposure),"
                        + " (SELECT max(customer) FROM opportunity), -1)")
                .query(Integer.class)
                .single();
    }

    /** Contacts of neighbouring customers between two instants, by customer and instant. */
    List<MadeContact> contacts(int first, int last, Instant from, Instant until) {
        return jdbc.sql("""
                SELECT * FROM (
                    SELECT *, row_number() OVER (PARTITION BY campaign, customer ORDER BY at, id) AS attempt
                    FROM (%s) AS made WHERE customer BETWEEN :first AND :last AND at IS NOT NULL) AS numbered
                WHERE at >= :from AND at < :until ORDER BY customer, at, id""".formatted(MADE))
                .param("first", first)
                .param("last", last)
                .param("from", utc(from))
                .param("until", utc(until))
                .query(OutcomeRepository::contact)
                .list();
    }

    /** Assignments of neighbouring customers between two instants, by customer and instant. */
    List<MadeTrial> trials(int first, int last, Instant from, Instant until) {
        return jdbc.sql((ASSIGNED + """
                 AND x.customer BETWEEN :first AND :last AND x.assigned_at >= :from AND x.assigned_at < :until
                ORDER BY x.customer, x.assigned_at, number"""))
                .param("first", first)
                .param("last", last)
                .param("from", utc(from))
                .param("until", utc(until))
                .query(OutcomeRepository::trial)
                .list();
    }

    /** Benefits neighbouring customers redeemed between two instants, by customer and instant. */
    List<MadeRedemption> redemptions(int first, int last, Instant from, Instant until) {
        return jdbc.sql((REDEEMED + """
                 AND g.customer BETWEEN :first AND :last AND g.settled_at >= :from AND g.settled_at < :until
                ORDER BY g.customer, g.settled_at, g.id"""))
                .param("first", first)
                .param("last", last)
                .param("from", utc(from))
                .param("until", utc(until))
                .query((row, _) -> new MadeRedemption(
                        row.getLong("id"),
                        row.getInt("customer"),
                        row.getString("campaign"),
                        Optional.ofNullable(row.getString("product")),
                        row.getString("channel"),
                        row.getString("benefit"),
                        row.getLong("cost"),
                        row.getLong("touch"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private static MadeContact contact(ResultSet row, int number) throws SQLException {
        Instant at = row.getTimestamp("at").toInstant();
        Instant answered = instant(row.getTimestamp("outcome_at"));
        String task = row.getString("task_outcome");
        int rate = row.getInt("rate");
        Optional<Integer> offered = row.wasNull() ? Optional.empty() : Optional.of(rate);
        return new MadeContact(
                row.getLong("id"),
                row.getInt("customer"),
                row.getString("campaign"),
                Optional.ofNullable(row.getString("product")),
                row.getString("channel"),
                Optional.ofNullable(row.getString("staff")),
                row.getInt("attempt"),
                at,
                offered,
                task == null
                        ? ContactAnswer.ofMessage(row.getString("outcome"), answered)
                        : ContactAnswer.ofTask(task, answered == null ? at : answered));
    }

    private static MadeTrial trial(ResultSet row, int number) throws SQLException {
        String arm = row.getString("arm");
        double probability = row.getDouble("probability");
        Optional<Double> known = row.wasNull() ? Optional.empty() : Optional.of(probability);
        return new MadeTrial(
                row.getString("experiment"),
                row.getLong("number"),
                row.getInt("customer"),
                arm.equals(Assignment.CONTROL) || arm.equals(Assignment.HELD),
                Optional.ofNullable(row.getString("product")),
                Optional.ofNullable(row.getString("channel")),
                known,
                row.getTimestamp("at").toInstant());
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
