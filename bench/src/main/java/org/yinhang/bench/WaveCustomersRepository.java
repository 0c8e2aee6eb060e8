package org.yinhang.bench;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills an empty database with customers as the guards read them: consents, holds and past touches of the same shares as
 * {@link MadeUpFacts}. Names and numbers are not needed before a message is written.
 */
final class WaveCustomersRepository {

    private final JdbcClient jdbc;

    WaveCustomersRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Fills it, once. */
    void fill(int customers) {
        long present =
                jdbc.sql("SELECT count(*) FROM customer").query(Long.class).single();
        if (present >= customers) {
            return;
        }
        jdbc.sql("""
                INSERT INTO customer (number, branch_id, birth_date, tier, aum, granted, used, loan_balance, overdue_days,
                    products, last_contact, last_outcome, marketing_consent, profiling_refused, complaint_open, deceased,
                    snapshot, refreshed_at)
                SELECT n, (SELECT min(id) FROM branch), date '1955-01-01' + (n::bigint * 7919 % 17000)::int, 'general', 0, 0, 0,
                    0, CASE WHEN n % 199 = 0 THEN 12 ELSE 0 END, '{}',
                    now() - make_interval(days => 32 + n % 300), CASE WHEN n % 25 = 0 THEN 'refused' ELSE 'no_answer' END,
                    '{}', false, n % 211 = 0, n % 223 = 0, 1, now()
                FROM generate_series(1, ?) AS n ON CONFLICT DO NOTHING""").param(customers).update();
        jdbc.sql("""
                INSERT INTO consent_entry (customer, purpose, data_class, recipient, channel, granted, version, evidence,
                    said_at, recorded_at, recorded_by)
                SELECT n, c.purpose, '*', '', c.channel, c.granted, 'v1', 'bench', now() - c.ago, now(), 'bench'
                FROM generate_series(1, ?) AS n CROSS JOIN LATERAL (VALUES
                    ('marketing', '*', true, INTERVAL '300 days', n % 10 < 8),
                    ('marketing', 'sms', n % 7 <> 0, INTERVAL '200 days', n % 10 < 7),
                    ('marketing', '*', false, INTERVAL '9 days', n % 33 = 0),
                    ('profiling', '*', n % 50 <> 0, INTERVAL '300 days', true))
                    AS c (purpose, channel, granted, ago, is_said)
                WHERE c.is_said""").param(customers).update();
        jdbc.sql("""
                INSERT INTO contact_entry (touch, customer, campaign, wave, channel, copy, sender, staff, personalised,
                    verdict, reasons, at, recorded_at, rules, origin)
                SELECT 'past-' || n || '-' || k, n, 'c' || (n + k) % 20, '', (ARRAY['sms', 'call', 'wecom'])[1 + (n + k) % 3],
                    '', '', '', true, 'cleared', '{}', now() - make_interval(days => 1 + (n * 7 + k * 11) % 40), now(), '', 'bank'
                FROM generate_series(1, ?) AS n, generate_series(1, 2) AS k WHERE (n + k) % 4 < 3""").param(customers).update();
        jdbc.sql("""
                INSERT INTO contact_hold (customer, kind, reason, set_by, set_at)
                SELECT n, 'manual', 'bench', 'bench', now() FROM generate_series(1, ?) AS n WHERE n % 200 = 0""").param(customers).update();
        for (String table : new String[] {"customer", "consent_entry", "contact_entry", "contact_hold"}) {
            jdbc.sql("VACUUM ANALYZE " + table).update();
        }
    }

    /** Rows of a dispatch beyond one for each customer. */
    long duplicates(long dispatch) {
        return number("SELECT count(*) - count(DISTINCT customer) FROM touch WHERE dispatch = ?", dispatch);
    }

    /** Rows of a dispatch. */
    long rows(long dispatch) {
        return number("SELECT count(*) FROM touch WHERE dispatch = ?", dispatch);
    }

    /** Refusals of a campaign in the contact ledger. */
    long refusals(String campaign) {
        return jdbc.sql("SELECT count(*) FROM contact_entry WHERE campaign = ? AND verdict = 'withheld'")
                .param(campaign)
                .query(Long.class)
                .single();
    }

    /** How many dispatches there are: makes the code of the next. */
    long dispatches() {
        return jdbc.sql("SELECT count(*) FROM dispatch").query(Long.class).single();
    }

    /** A setting of the database. */
    String setting(String name) {
        return jdbc.sql("SELECT current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }

    private long number(String sql, long dispatch) {
        return jdbc.sql(sql).param(dispatch).query(Long.class).single();
    }
}
