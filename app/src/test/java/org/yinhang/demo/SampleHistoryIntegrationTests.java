package org.yinhang.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.access.StaffUsers;
import org.yinhang.campaign.Campaign;
import org.yinhang.campaign.CampaignState;
import org.yinhang.campaign.Campaigns;
import org.yinhang.core.experiment.Effect;
import org.yinhang.core.experiment.Moments;
import org.yinhang.core.experiment.Range;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.progress.Progress;
import org.yinhang.demo.internal.DayPlay;
import org.yinhang.demo.internal.SampleHistory;
import org.yinhang.insight.Increments;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.increment.IncrementReport;
import org.yinhang.lake.increment.Outcome;
import org.yinhang.opportunity.ScriptVersion;
import org.yinhang.opportunity.SuccessCase;
import org.yinhang.opportunity.SuccessCases;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.YinhangSettings;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.LivingBank;
import org.yinhang.testing.LivingBankTest;

/** The demo in the middle of its year: what its campaigns came to is what its customers did. */
@LivingBankTest
class SampleHistoryIntegrationTests {

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private DemoDays days;

    @Autowired
    private Increments increments;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TagShelf shelf;

    @Autowired
    private YinhangSettings settings;

    @Autowired
    private SampleHistory history;

    @Autowired
    private SuccessCases cases;

    @Autowired
    private StaffUsers users;

    @Autowired
    private DayPlay play;

    @Autowired
    private Lake lake;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private LivingBank living;

    @BeforeEach
    void prepare() {
        living.open();
    }

    @Test
    void theDemoOpensWithCampaignsInEveryState() {
        assertThat(clock.today()).isEqualTo(living.bank().businessDate());
        assertThat(states("demo-look", "demo-home")).containsExactly(CampaignState.FINISHED, CampaignState.FINISHED);
        Campaign shop = campaigns.find("demo-shop").orElseThrow();
        boolean isLastWaveToCome =
                clock.today().isBefore(campaigns.waves(shop).getLast().dueOn());
        assertThat(shop.state())
                .as("running; other tests may have played on until its last wave")
                .isIn(
                        isLastWaveToCome
                                ? Set.of(CampaignState.RUNNING)
                                : Set.of(CampaignState.RUNNING, CampaignState.FINISHED));
        assertThat(states("demo-biz", "demo-next")).containsExactly(CampaignState.IN_APPROVAL, CampaignState.DRAFT);
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM creative WHERE code LIKE 'demo-%' AND (decided_by IS NULL OR decided_by = made_by)")
                        .query(Long.class)
                        .single())
                .as("texts approved by another person than their maker")
                .isZero();
        assertThat(increments.campaigns()).contains("demo-look", "demo-home", "demo-shop");
        for (String code : List.of("demo-look", "demo-home")) {
            IncrementReport.Increment responses = increments.measure(Optional.of(code)).increments().stream()
                    .filter(one -> one.outcome() == Outcome.RESPONSE)
                    .findFirst()
                    .orElseThrow();
            assertThat(responses.contacted()).as(code + " is mature").isPositive();
            Range range = responses.totalRange(0.0001);
            assertThat(days.truth(code, responses).orElseThrow())
                    .as(code + ": the truth lies where it was measured")
                    .isBetween(range.low(), range.high());
        }
        assertThat(openDays()).isZero();
    }

    @Test
    void successCasesAreOfCallsThatWereWonAndSayThatTheyAreSimulated() {
        List<SuccessCase> told = cases
                .page(ListQuery.first(), users.named("compliance").orElseThrow())
                .items()
                .stream()
                .filter(one -> one.madeBy().equals("simulated-manager"))
                .toList();
        assertThat(told).hasSizeBetween(1, 8).allSatisfy(one -> {
            assertThat(one.state()).isEqualTo(ScriptVersion.State.APPROVED);
            assertThat(one.text().title()).startsWith("〔模拟〕");
            assertThat(one.decidedBy()).contains("compliance");
            assertThat(jdbc.sql("""
                                    SELECT count(*) FROM opportunity_task t JOIN demo_contact p ON p.touch = t.touch
                                    WHERE t.opportunity = ? AND p.outcome = 'accepted'""").param(one.opportunity()).query(Long.class).single())
                    .as("really won on a day that was played")
                    .isPositive();
        });
        assertThat(told.stream().map(SuccessCase::opportunity)).doesNotHaveDuplicates();
    }

    @Test
    void whatWasPromisedIsRedeemedByWhoeverEarnedItAndItsCostIsInTheLake() {
        List<String> redeemed = jdbc.sql("""
                        SELECT g.settled_by || ' ' || b.earned_by || ' ' || p.outcome || ' ' || left(g.reference, 4)
                        FROM benefit_grant g JOIN benefit b ON b.id = g.benefit
                        JOIN touch t ON t.customer = g.customer
                        JOIN dispatch d ON d.id = t.dispatch AND g.touch = d.campaign || '/' || d.wave || '/' || d.channel || '/' || t.customer
                        JOIN demo_contact p ON p.touch = t.id
                        WHERE g.state = 'redeemed' AND g.campaign LIKE 'demo-%'""").query(String.class).list();
        assertThat(redeemed)
                .allMatch(words -> words.startsWith("simulated-manager visit accepted")
                        || words.matches("simulated-manager loan \\w+ (SIM-)?"));
        try (LakeSession session = lake.read(lake.current(), SessionSettings.INTERACTIVE)) {
            assertThat(session.query(
                            "SELECT count(*) FROM redemptions r JOIN contacts c ON c.customer = r.customer AND c.id = r.contact"
                                    + " WHERE r.campaign LIKE 'demo-%' AND r.cost > 0",
                            row -> row.getInt(1)))
                    .containsExactly(redeemed.size());
        }
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM benefit WHERE promised + redeemed > stock OR (promised + redeemed) * worth_fen > budget_fen")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoAcceptedComesForWhatAVisitEarnsOnTheNextDay() throws Exception {
        long grant = jdbc.sql("""
                        SELECT min(g.id) FROM benefit_grant g JOIN touch t ON t.customer = g.customer
                        JOIN dispatch d ON d.id = t.dispatch AND g.touch = d.campaign || '/' || d.wave || '/' || d.channel || '/' || t.customer
                        JOIN demo_contact p ON p.touch = t.id AND p.outcome IS NOT NULL
                        WHERE g.state = 'held' AND g.last_day > ?""")
                .param(living.bank().businessDate())
                .query(Long.class)
                .single();
        jdbc.sql("""
                        UPDATE demo_contact SET outcome = 'accepted' WHERE touch IN (
                            SELECT t.id FROM benefit_grant g JOIN touch t ON t.customer = g.customer
                            JOIN dispatch d ON d.id = t.dispatch AND d.campaign = g.campaign WHERE g.id = ?)""").param(grant).update();
        jdbc.sql("UPDATE benefit SET earned_by = 'visit' WHERE id = (SELECT benefit FROM benefit_grant WHERE id = ?)")
                .param(grant)
                .update();
        try {
            play.play(new Step(Map.of(), Progress.SILENT));
        } finally {
            jdbc.sql("UPDATE benefit SET earned_by = 'loan' WHERE kind = 'rate-coupon'")
                    .update();
        }
        assertThat(jdbc.sql("SELECT state || ' ' || settled_by FROM benefit_grant WHERE id = ?")
                        .param(grant)
                        .query(String.class)
                        .single())
                .isEqualTo("redeemed simulated-manager");
        try (LakeSession session = lake.read(lake.current(), SessionSettings.INTERACTIVE)) {
            assertThat(session.query(
                            "SELECT count(*) FROM redemptions r JOIN contacts c ON c.customer = r.customer AND c.id = r.contact"
                                    + " WHERE r.id = ? AND r.cost > 0",
                            row -> row.getInt(1),
                            grant))
                    .as("the same day in the lake, once")
                    .containsExactly(1);
        }
    }

    @Test
    void killedOnItsLastDayItGoesOnThere() throws Exception {
        LocalDate opening = living.bank().businessDate().plusDays(1);
        Killing killing = new Killing(() -> living.bank().businessDate().equals(opening));
        killing.untilDone(progress -> history.play(opening, new Step(Map.of(), progress)));
        assertThat(killing.steps()).hasSizeGreaterThan(2);
        assertThat(openDays()).isZero();
        assertThat(clock.today()).isEqualTo(opening);
        assertThat(shelf.report().orElseThrow().asOf()).isEqualTo(opening);
    }

    @Test
    void nothingIsPlayedOutsideTheDemo() {
        YinhangSettings real = new YinhangSettings(
                settings.dataFolder(),
                settings.keysFolder(),
                false,
                40,
                true,
                settings.zone(),
                settings.outcomesEvery(),
                settings.font(),
                settings.cipher());
        LocalDate before = clock.today();
        assertThatThrownBy(() -> new SampleHistoryJob(history, jobs, clock, real)
                        .run(new Step(Map.of("opening", before.plusDays(1).toString()), Progress.SILENT)))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("DMO-1003");
        assertThat(clock.today()).isEqualTo(before);
    }

    @Test
    void theTruthIsOfThoseWhoWereMeasured() {
        jdbc.sql("INSERT INTO demo_day (day, stage) VALUES ('2020-01-01', 'done')")
                .update();
        for (int month = 1; month <= 2; month++) {
            jdbc.sql(
                            "INSERT INTO exposure (experiment, customer, arm, assigned_at) VALUES ('two-months', ?, 'contact', ?::date)")
                    .params(month, "2020-0%d-20".formatted(month))
                    .update();
            jdbc.sql("""
                    INSERT INTO demo_contact (touch, day, customer, campaign, product, channel, is_task, hour, added)
                    VALUES (-?, '2020-01-01', ?, 'two-months', 'L101', 'sms', FALSE, 10, ?)""").params(month, month, 0.25 * month).update();
        }
        Effect effect = Effect.ofMeans(Moments.ofSuccesses(1, 10), Moments.ofSuccesses(2, 10));
        assertThat(days.truth("two-months", responses(Optional.of(effect), Optional.empty())))
                .contains(0.25);
        assertThat(days.truth("two-months", responses(Optional.of(effect), Optional.of(effect))))
                .contains(0.75);
        assertThat(days.truth("two-months", responses(Optional.empty(), Optional.empty())))
                .contains(0.75);
    }

    private static IncrementReport.Increment responses(Optional<Effect> january, Optional<Effect> february) {
        return new IncrementReport.Increment(
                Outcome.RESPONSE,
                1,
                1,
                january.orElse(Effect.ofMeans(Moments.NONE, Moments.NONE)),
                List.of(cohort(1, january), cohort(2, february)));
    }

    private static IncrementReport.CohortIncrement cohort(int month, Optional<Effect> effect) {
        return new IncrementReport.CohortIncrement(YearMonth.of(2020, month), 1, 1, effect.isPresent(), effect);
    }

    private long openDays() {
        return jdbc.sql("SELECT count(*) FROM demo_day WHERE stage <> 'done'")
                .query(Long.class)
                .single();
    }

    private List<CampaignState> states(String... codes) {
        return Arrays.stream(codes)
                .map(code -> campaigns.find(code).orElseThrow().state())
                .toList();
    }
}
