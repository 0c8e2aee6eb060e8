package org.yinhang.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.core.progress.Progress;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;
import org.yinhang.outcome.internal.OutcomeLoad;
import org.yinhang.shared.BusinessClock;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.FilledBank;
import org.yinhang.testing.LivingBankTest;

/** Benefits customers redeemed come back into the lake. */
@LivingBankTest
class RedemptionsIntegrationTests {

    @Autowired
    private OutcomeLoad load;

    @Autowired
    private Lake lake;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TagShelf shelf;

    @Autowired
    private JdbcClient jdbc;

    /** Two messages that promised a cup; one customer has redeemed it. */
    private void redeemed() {
        jdbc.sql("""
                        WITH d AS (
                            INSERT INTO dispatch (campaign, wave, channel, state, priority, terms, made_by, made_at, changed_by, changed_at)
                            VALUES ('cups', 'w1', 'sms', 'finished', 1, '{}', 'test', :at, 'test', :at) RETURNING id),
                        t AS (
                            INSERT INTO touch (dispatch, customer, state, due_at, arm)
                            SELECT id, customer, 'sent', :at, 'contact' FROM d, (VALUES (21), (22)) AS w (customer)
                            RETURNING customer),
                        e AS (
                            INSERT INTO contact_entry (touch, customer, campaign, wave, channel, copy, sender, staff, personalised,
                                verdict, reasons, at, recorded_at, rules, origin)
                            SELECT 'cups/w1/sms/' || customer, customer, 'cups', 'w1', 'sms', '', '10690000', '', TRUE, 'cleared',
                                '{}', :at, :at, '', 'yinhang'
                            FROM t),
                        b AS (
                            INSERT INTO benefit (code, name, kind, product, cut_ppm, points, worth_fen, stock, budget_fen, from_day,
                                until_day, valid_days, most_each, earned_by, state, promised, redeemed, made_by, made_at)
                            VALUES ('cup', '杯', 'gift', '', 0, 0, 4500, 10, 100000, :today, :today, 30, 1, 'visit', 'open', 1, 1,
                                'test', :at) RETURNING id)
                        INSERT INTO benefit_grant (benefit, customer, token, touch, campaign, state, granted_at, granted_on, last_day,
                            settled_at, settled_by)
                        SELECT b.id, t.customer, 'CUP' || t.customer, 'cups/w1/sms/' || t.customer, 'cups',
                               CASE customer WHEN 21 THEN 'redeemed' ELSE 'held' END, :at, :today, :today,
                               CASE customer WHEN 21 THEN CAST(:at AS timestamptz) END, CASE customer WHEN 21 THEN 'manager' END
                        FROM b, t""")
                .param("today", clock.today())
                .param("at", Timestamp.from(clock.now().toInstant()))
                .update();
    }

    private List<String> lake(String sql) {
        try (LakeSession session = lake.read(lake.current(), SessionSettings.INTERACTIVE)) {
            return session.query(sql, row -> row.getString(1));
        }
    }

    @Test
    void whatWasRedeemedComesBackOnceWithItsCostAndTheTouchThatPromisedIt() {
        FilledBank.withTags(jobs, clock, shelf);
        clock.moveTo(clock.today(), LocalTime.of(10, 0));
        redeemed();
        load.run(Progress.SILENT);
        String sql = "SELECT r.customer || ' ' || r.benefit || ' ' || r.cost || ' ' || r.channel FROM redemptions r"
                + " JOIN contacts c ON c.customer = r.customer AND c.id = r.contact AND c.campaign = r.campaign"
                + " WHERE r.campaign = 'cups'";
        assertThat(lake(sql)).containsExactly("21 cup 4500 sms");
        load.run(Progress.SILENT);
        assertThat(lake(sql)).hasSize(1);
        assertThat(lake("SELECT count(*) FROM redemptions WHERE campaign = 'cups'"))
                .containsExactly("1");
    }
}
