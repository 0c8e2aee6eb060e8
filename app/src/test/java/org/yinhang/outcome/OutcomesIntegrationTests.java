package org.yinhang.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.audience.Audiences;
import org.yinhang.campaign.Assignment;
import org.yinhang.campaign.Campaign;
import org.yinhang.campaign.CampaignPlan;
import org.yinhang.campaign.CampaignWave;
import org.yinhang.campaign.Campaigns;
import org.yinhang.campaign.Creatives;
import org.yinhang.campaign.WaveEntry;
import org.yinhang.campaign.WavePlan;
import org.yinhang.campaign.WaveStep;
import org.yinhang.campaign.past.PastCampaigns;
import org.yinhang.compliance.internal.CustomerFactsRepository;
import org.yinhang.compliance.policy.Known;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.unit.Money;
import org.yinhang.customer.CustomerRefresh;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.increment.IncrementReport;
import org.yinhang.lake.increment.IncrementRun;
import org.yinhang.outcome.internal.OutcomeLoad;
import org.yinhang.reach.ReceiptEvent;
import org.yinhang.reach.Receipts;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.FilledBank;
import org.yinhang.testing.LivingBankTest;
import org.yinhang.testing.Person;

/** What a campaign did comes back into the lake, once, whoever dies. */
@LivingBankTest
class OutcomesIntegrationTests {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Viewer ANALYST = Person.of("analyst", Role.ANALYST);
    private static final Viewer COMPLIANCE = Person.of("compliance", Role.COMPLIANCE);

    @Autowired
    private OutcomeLoad load;

    @Autowired
    private OutcomesJob outcomes;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private PastCampaigns past;

    @Autowired
    private Creatives creatives;

    @Autowired
    private Audiences audiences;

    @Autowired
    private Receipts receipts;

    @Autowired
    private CustomerRefresh refresh;

    @Autowired
    private CustomerFactsRepository facts;

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

    @BeforeEach
    void prepare() {
        FilledBank.withTags(jobs, clock, shelf);
        FilledBank.withLedgers(jobs);
        clock.moveTo(clock.today(), LocalTime.of(10, 0));
    }

    /** A campaign by text message that has reached its audience, a fifth of it left alone. */
    private Campaign sent(String predicate) {
        String text = "text-" + NEXT.incrementAndGet();
        creatives.decide(creatives.save(text, "sms", "", "【引航】您好，{product}欢迎了解，拒收请回复R", ANALYST), true, COMPLIANCE);
        long audience = audiences
                .add(new Audiences.Draft("客群 " + NEXT.incrementAndGet(), "", predicate, true), ANALYST)
                .id();
        String code = "outcome-" + NEXT.incrementAndGet();
        CampaignPlan plan = new CampaignPlan(
                "回流",
                "看结果如何回来",
                "L101",
                audience,
                20,
                List.of(),
                List.of(new WavePlan(
                        "w1",
                        WaveEntry.AUDIENCE,
                        0,
                        List.of(new WaveStep("", "", "sms", text, "10690000", 8, Optional.empty())))),
                clock.today(),
                clock.today().plusDays(20),
                5,
                10_000,
                Money.ofYuan(10_000),
                5,
                10,
                0);
        campaigns.begin(code, plan, ANALYST);
        past.play(campaigns.find(code).orElseThrow(), 1, ANALYST.userName(), Progress.SILENT);
        campaigns.submit(campaigns.find(code).orElseThrow(), ANALYST);
        campaigns.decide(campaigns.find(code).orElseThrow(), true, "in order", COMPLIANCE);
        campaigns.launch(campaigns.find(code).orElseThrow(), ANALYST);
        Campaign campaign = campaigns.find(code).orElseThrow();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> campaigns.waves(campaign).stream().allMatch(CampaignWave::isPrepared)
                        && campaigns.reconcile(campaign).isSettled());
        assertThat(campaigns.reconcile(campaign).sent()).isGreaterThan(20);
        return campaign;
    }

    private <T> T ask(Snapshot snapshot, String sql, Class<T> type, Object... parameters) {
        try (LakeSession session = lake.read(snapshot, SessionSettings.INTERACTIVE)) {
            return session.query(sql, row -> row.getObject(1, type), parameters).getFirst();
        }
    }

    private long rows(String table, String campaign) {
        return ask(
                lake.current(), "SELECT count(*) FROM " + table + " WHERE campaign = ?", Long.class, (Object) campaign);
    }

    /** A process that dies at some report of its progress. */
    private static final class Dies extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void everyTouchAndEveryAssignmentComesBackOnceWhereverTheLoadDies() {
        Campaign campaign = sent("age >= 30 and age < 45");
        long sent = campaigns.reconcile(campaign).sent();
        long assigned = campaigns.arms(campaign).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        boolean isDone = false;
        for (int death = 1; !isDone; death++) {
            int point = death;
            AtomicInteger reports = new AtomicInteger();
            try {
                load.run((step, done, total) -> {
                    if (reports.incrementAndGet() == point) {
                        throw new Dies();
                    }
                });
                isDone = true;
            } catch (Dies e) {
                assertThat(rows("contacts", campaign.code())).isIn(0L, sent);
            }
        }
        assertThat(rows("contacts", campaign.code())).isEqualTo(sent);
        assertThat(rows("trials", campaign.code())).isEqualTo(assigned);
        long version = lake.currentVersion();
        assertThat(load.run(Progress.SILENT)).isZero();
        assertThat(lake.currentVersion()).as("nothing new, no snapshot").isEqualTo(version);
        assertThat(ask(
                        lake.current(),
                        "SELECT count(*) - count(DISTINCT (customer, occurred_at, id)) FROM contacts",
                        Long.class))
                .isZero();
    }

    @Test
    void theArmsComeWithTheirProbabilitiesAndIncrementsSeeThem() {
        Campaign campaign = sent("age >= 45 and age < 52");
        load.run(Progress.SILENT);
        Map<String, Long> arms = campaigns.arms(campaign);
        Snapshot now = lake.current();
        assertThat(ask(
                        now,
                        "SELECT count(*) FROM trials WHERE campaign = ? AND arm = 'control' AND channel IS NULL"
                                + " AND propensity = 0.2 AND product = 'L101'",
                        Long.class,
                        campaign.code()))
                .isEqualTo(arms.get(Assignment.CONTROL));
        assertThat(ask(
                        now,
                        "SELECT count(*) FROM trials WHERE campaign = ? AND arm = 'contact' AND channel = 'sms'"
                                + " AND propensity = 0.8",
                        Long.class,
                        campaign.code()))
                .isEqualTo(arms.get(Assignment.TREATED));
        long held = jdbc.sql("SELECT count(*) FROM exposure WHERE experiment = 'hold-out' AND arm = 'held'")
                .query(Long.class)
                .single();
        assertThat(ask(
                        now,
                        "SELECT count(*) FROM trials WHERE campaign = 'hold-out' AND arm = 'control' AND propensity = 0.02",
                        Long.class))
                .isEqualTo(held)
                .isPositive();
        AsOf later = new AsOf(clock.today().plusDays(1), clock.zone());
        IncrementReport one = IncrementRun.measure(
                lake, now, new IncrementRun.Settings(later, Optional.of(campaign.code()), false), Progress.SILENT);
        assertThat(one.control()).isEqualTo(arms.get(Assignment.CONTROL));
        assertThat(one.contacted()).isEqualTo(arms.get(Assignment.TREATED));
        assertThat(one.ratio().isAlarm()).isFalse();
        IncrementReport standing = IncrementRun.measure(
                lake, now, new IncrementRun.Settings(later, Optional.of("hold-out"), false), Progress.SILENT);
        assertThat(standing.control()).isEqualTo(held);
    }

    @Test
    void aLateAnswerIsInANewerSnapshotAndTheOlderOneStandsAsItWas() {
        Campaign campaign = sent("age >= 52 and age < 62");
        load.run(Progress.SILENT);
        Snapshot before = lake.current();
        long rows = rows("contacts", campaign.code());
        long touch = jdbc.sql(
                        "SELECT min(t.id) FROM touch t JOIN dispatch d ON d.id = t.dispatch WHERE d.campaign = ? AND t.state = 'sent'")
                .param(campaign.code())
                .query(Long.class)
                .single();
        Instant at = clock.now().toInstant().plus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        receipts.record("sms", "late-" + touch, "t" + touch, ReceiptEvent.ANSWERED, at);
        assertThat(load.run(Progress.SILENT)).isGreaterThanOrEqualTo(rows);
        String sql = "SELECT outcome || ' ' || reached || ' ' || (recorded_at > occurred_at) FROM contacts"
                + " WHERE campaign = ? AND id = ?";
        assertThat(ask(before, sql, String.class, campaign.code(), touch)).startsWith("none false");
        assertThat(ask(lake.current(), sql, String.class, campaign.code(), touch))
                .isEqualTo("interested true true");
        assertThat(rows("contacts", campaign.code())).isEqualTo(rows);
        assertThat(ask(
                        lake.current(),
                        "SELECT epoch_us(outcome_at) FROM contacts WHERE campaign = ? AND id = ?",
                        Long.class,
                        campaign.code(),
                        touch))
                .isEqualTo(ChronoUnit.MICROS.between(Instant.EPOCH, at));
    }

    @Test
    void aTouchThatCameBackCountsOnceForTheGuards() {
        Campaign campaign = sent("age >= 22 and age < 30");
        int customer = jdbc.sql(
                        "SELECT min(t.customer) FROM touch t JOIN dispatch d ON d.id = t.dispatch WHERE d.campaign = ? AND t.state = 'sent'")
                .param(campaign.code())
                .query(Integer.class)
                .single();
        load.run(Progress.SILENT);
        refresh.run(Progress.SILENT);
        FilledBank.run(jobs, "compliance-intake", Map.of());
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM contact_entry WHERE customer = ? AND campaign = ? AND verdict = 'cleared'")
                        .params(customer, campaign.code())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("SELECT last_contact FROM customer WHERE number = ?")
                        .param(customer)
                        .query(Instant.class)
                        .single()
                        .atZone(clock.zone())
                        .toLocalDate())
                .as("customers know the contact from the lake")
                .isEqualTo(clock.today());
        var known = facts.read(
                        List.of(customer), Set.of(campaign.code()), clock.now().toInstant(), clock.zone(), 30, Set.of())
                .getFirst();
        assertThat(known.isLastTouch()).isTrue();
        assertThat(known.facts(campaign.code(), clock.today(), Known.YES).daysSinceLast())
                .as("another wave of the same campaign is not another campaign")
                .satisfies(days ->
                        assertThat(days.isEmpty() || days.getAsInt() > 0).isTrue());
    }

    /** A call somebody made out of an opportunity, at that instant. */
    private String called(int customer, Instant at, String outcome, String next) {
        String touch = "opportunity/test-" + NEXT.incrementAndGet();
        jdbc.sql("""
                WITH o AS (
                    INSERT INTO opportunity (customer, product, stage, place, owner, found_at, due_at, expires_on)
                    VALUES (:customer, 'L102', 'contacted', 'private', 'S1', :at, :at, CURRENT_DATE + 60) RETURNING id),
                e AS (
                    INSERT INTO contact_entry (touch, customer, campaign, wave, channel, copy, sender, staff, personalised,
                        verdict, reasons, at, recorded_at, rules, origin)
                    VALUES (:touch, :customer, 'rule-maturing-loan', '', 'call', 's1', '95500', 'S1', TRUE, 'cleared', '{}',
                        :at, :at, '', 'yinhang'))
                INSERT INTO opportunity_contact (key, opportunity, touch, at, staff, outcome, need, objection, next_step, script,
                    script_version)
                SELECT gen_random_uuid(), o.id, :touch, :at, 'S1', :outcome, '', '', :next, 's1', 1 FROM o""")
                .param("customer", customer)
                .param("touch", touch)
                .param("at", Timestamp.from(at))
                .param("outcome", outcome)
                .param("next", next)
                .update();
        return touch;
    }

    @Test
    void aCallOutOfAnOpportunityComesBackAndCountsOnceForTheGuards() {
        Instant at = clock.now().toInstant().truncatedTo(ChronoUnit.MICROS);
        called(1_401, at, "reached", "appointment");
        called(1_402, at, "opt-out", "give-up");
        load.run(Progress.SILENT);
        String sql =
                "SELECT outcome || ' ' || reached || ' ' || channel || ' ' || product || ' ' || staff FROM contacts"
                        + " WHERE campaign = 'rule-maturing-loan' AND customer = ?";
        assertThat(ask(lake.current(), sql, String.class, 1_401)).isEqualTo("accepted true call L102 S1");
        assertThat(ask(lake.current(), sql, String.class, 1_402)).isEqualTo("refused true call L102 S1");
        FilledBank.run(jobs, "compliance-intake", Map.of());
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM contact_entry WHERE customer IN (1401, 1402) AND campaign LIKE 'rule-%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aCallWrittenDownIsNewsUntilItIsInTheLake() {
        FilledBank.run(jobs, OutcomesJob.NAME, Map.of());
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            FilledBank.run(jobs, OutcomesJob.NAME, Map.of());
            return !outcomes.hasNews();
        });
        called(1_403, clock.now().toInstant().truncatedTo(ChronoUnit.MICROS), "reached", "appointment");
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(outcomes::hasNews);
        FilledBank.run(jobs, OutcomesJob.NAME, Map.of());
        assertThat(outcomes.hasNews()).as("it rests after a run").isFalse();
        assertThat(ask(
                        lake.current(),
                        "SELECT count(*) FROM contacts WHERE campaign = 'rule-maturing-loan' AND customer = ?",
                        Long.class,
                        1_403))
                .isEqualTo(1);
    }

    /** A task of a campaign that waits for a call, with the opportunity it speaks for; gives the number of its touch. */
    private long task(int customer, String campaign, String wave, Instant at) {
        return jdbc.sql("""
                WITH d AS (
                    INSERT INTO dispatch (campaign, wave, channel, state, priority, terms, made_by, made_at, changed_by, changed_at)
                    VALUES (:campaign, :wave, 'call', 'finished', 1,
                        '{"data": {"personalised": true, "sensitive": false, "bureau": false}}', 'test', :at, 'test', :at)
                    RETURNING id),
                t AS (
                    INSERT INTO touch (dispatch, customer, state, due_at, arm)
                    SELECT id, :customer, 'sent', :at, 'contact' FROM d RETURNING id),
                e AS (
                    INSERT INTO contact_entry (touch, customer, campaign, wave, channel, copy, sender, staff, personalised,
                        verdict, reasons, at, recorded_at, rules, origin)
                    VALUES (:campaign || '/' || :wave || '/call/' || :customer, :customer, :campaign, :wave, 'call', '', '95500', '', TRUE,
                        'cleared', '{}', :at, :at, '', 'yinhang')),
                k AS (
                    INSERT INTO contact_task (touch, customer, channel, campaign, words, made_at)
                    SELECT id, :customer, 'call', :campaign, '', :at FROM t),
                o AS (
                    INSERT INTO opportunity (customer, product, stage, place, owner, found_at, due_at, expires_on)
                    VALUES (:customer, 'L101', 'new', 'private', 'S1', :at, :at, CURRENT_DATE + 60)
                    ON CONFLICT (customer, product) WHERE closed_at IS NULL DO UPDATE SET owner = excluded.owner RETURNING id),
                s AS (INSERT INTO opportunity_task (touch, opportunity) SELECT t.id, o.id FROM o, t)
                SELECT id FROM t""")
                .param("customer", customer)
                .param("campaign", campaign)
                .param("wave", wave)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    /** A call about a task written down: the first carries the task's touch, a further one has its own in the ledger. */
    private void recorded(long task, boolean isFirst, Instant at, String outcome, String next) {
        jdbc.sql("""
                WITH w AS (
                    SELECT k.*, s.opportunity, CASE WHEN :first THEN k.campaign || '/w1/call/' || k.customer
                           ELSE 'opportunity/test-' || :number END AS made
                    FROM contact_task k JOIN opportunity_task s ON s.touch = k.touch WHERE k.touch = :task),
                e AS (
                    INSERT INTO contact_entry (touch, customer, campaign, wave, channel, copy, sender, staff, personalised,
                        verdict, reasons, at, recorded_at, rules, origin)
                    SELECT made, customer, 'task-' || campaign, '', 'call', '', '95500', 'S1', TRUE, 'cleared', '{}', :at, :at,
                        '', 'yinhang'
                    FROM w WHERE NOT :first)
                INSERT INTO opportunity_contact (key, opportunity, touch, at, staff, outcome, need, objection, next_step, script,
                    script_version)
                SELECT gen_random_uuid(), opportunity, made, :at, 'S1', :outcome, '', '', :next, 's1', 1 FROM w""")
                .param("task", task)
                .param("first", isFirst)
                .param("number", NEXT.incrementAndGet())
                .param("at", Timestamp.from(at))
                .param("outcome", outcome)
                .param("next", next)
                .update();
    }

    private void finished(long task, String outcome, Instant at) {
        jdbc.sql("UPDATE contact_task SET done_at = ?, done_by = 'manager', outcome = ? WHERE touch = ?")
                .params(Timestamp.from(at), outcome, task)
                .update();
    }

    private List<String> calls(int customer, Instant first) {
        try (LakeSession session = lake.read(lake.current(), SessionSettings.INTERACTIVE)) {
            return session.query(
                    "SELECT campaign || ' ' || outcome || ' ' || reached || ' ' || (epoch_us(occurred_at) - ?) // 60000000 || ' '"
                            + " || (epoch_us(outcome_at) - ?) // 60000000 FROM contacts"
                            + " WHERE customer = ? AND campaign LIKE '%task-test%' ORDER BY occurred_at",
                    row -> row.getString(1),
                    ChronoUnit.MICROS.between(Instant.EPOCH, first),
                    ChronoUnit.MICROS.between(Instant.EPOCH, first),
                    customer);
        }
    }

    @Test
    void everyCallAboutATaskIsOneContactAsItWasWrittenDown() {
        Instant first = clock.now().toInstant().truncatedTo(ChronoUnit.MICROS);
        Instant second = first.plus(10, ChronoUnit.MINUTES);
        Instant made = first.minus(1, ChronoUnit.HOURS);
        long twice = task(1_411, "task-test-twice", "w1", made);
        recorded(twice, true, first, "not-reached", "tomorrow");
        load.run(Progress.SILENT);
        assertThat(calls(1_411, first)).containsExactly("task-test-twice none false 0 0");
        recorded(twice, false, second, "reached", "applied");
        finished(twice, "reached", second.plusMillis(5));
        long applied = task(1_412, "task-test-applied", "w1", made);
        recorded(applied, true, first, "reached", "applied");
        finished(applied, "reached", first.plusMillis(5));
        long further = task(1_413, "task-test-further", "w1", made);
        recorded(further, false, second, "refused", "give-up");
        finished(further, "refused", second.plusMillis(5));
        long byHand = task(1_414, "task-test-hand", "w1", made);
        recorded(byHand, true, first, "not-reached", "tomorrow");
        finished(byHand, "appointment", second);
        long called = task(1_415, "task-test-pair", "w1", made);
        long spared = task(1_415, "task-test-pair", "w2", made);
        recorded(called, true, first, "reached", "appointment");
        finished(called, "appointment", first.plusMillis(5));
        finished(spared, "appointment", first.plusMillis(5));
        long withdrawn = task(1_416, "task-test-withdrawn", "w1", made);
        jdbc.sql("UPDATE contact_task SET withdrawn_at = ? WHERE touch = ?")
                .params(Timestamp.from(first), withdrawn)
                .update();
        load.run(Progress.SILENT);
        assertThat(calls(1_411, first))
                .containsExactly("task-test-twice none false 0 0", "task-task-test-twice accepted true 10 10");
        assertThat(calls(1_412, first)).containsExactly("task-test-applied accepted true 0 0");
        assertThat(calls(1_413, first)).containsExactly("task-task-test-further refused true 10 10");
        assertThat(calls(1_414, first)).containsExactly("task-test-hand accepted true 0 10");
        assertThat(calls(1_415, first)).containsExactly("task-test-pair accepted true 0 0");
        assertThat(calls(1_416, first)).isEmpty();
    }
}
