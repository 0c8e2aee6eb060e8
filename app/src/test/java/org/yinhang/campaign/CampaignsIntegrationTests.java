package org.yinhang.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.audience.Audiences;
import org.yinhang.campaign.internal.CampaignAudience;
import org.yinhang.campaign.internal.WavePreparation;
import org.yinhang.campaign.past.PastCampaigns;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.unit.Money;
import org.yinhang.jobs.Jobs;
import org.yinhang.reach.ChannelKind;
import org.yinhang.reach.Channels;
import org.yinhang.reach.Dispatch;
import org.yinhang.reach.Dispatches;
import org.yinhang.reach.Reconciliation;
import org.yinhang.reach.internal.Waves;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.FilledBank;
import org.yinhang.testing.Person;
import org.yinhang.testing.TestTouches;

/** Campaigns from draft to the last touch on the simulated bank. */
@ApplicationTest
class CampaignsIntegrationTests {

    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private PastCampaigns past;

    @Autowired
    private CampaignProduct products;

    @Autowired
    private Creatives creatives;

    @Autowired
    private LaunchChecks checks;

    @Autowired
    private WavePreparation preparation;

    @Autowired
    private Audiences audiences;

    @Autowired
    private Dispatches dispatches;

    @Autowired
    private Channels channels;

    @Autowired
    private TagShelf shelf;

    @Autowired
    private BeanFactory application;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private CampaignAudience campaignAudience;

    @Autowired
    private JdbcClient jdbc;

    private static final Viewer ANALYST = Person.of("analyst", Role.ANALYST);
    private static final Viewer COMPLIANCE = Person.of("compliance", Role.COMPLIANCE);

    @BeforeEach
    void prepare() {
        FilledBank.withTags(jobs, clock, shelf);
        FilledBank.withLedgers(jobs);
        Waves waves = Waves.of(application);
        waves.channel("sms", ChannelKind.DESK, "");
    }

    @AfterEach
    void stopWhatIsLeft() {
        TestTouches.forget(jdbc);
        jdbc.sql("UPDATE campaign SET state = 'killed' WHERE state IN ('running', 'paused')")
                .update();
        jdbc.sql("UPDATE dispatch SET state = 'killed' WHERE state IN ('preparing', 'running', 'paused')")
                .update();
    }

    private String text(String words) {
        String code = "text-" + NEXT.incrementAndGet();
        CreativeVersion draft = creatives.save(code, "sms", "", words, ANALYST);
        creatives.decide(draft, true, COMPLIANCE);
        return code;
    }

    private long audience(String predicate) {
        return audiences
                .add(new Audiences.Draft("客群 " + NEXT.incrementAndGet(), "", predicate, true), ANALYST)
                .id();
    }

    private CampaignPlan plan(String predicate, List<CampaignArm> arms, List<WavePlan> waves) {
        return plan(predicate, arms, waves, 0);
    }

    private CampaignPlan plan(String predicate, List<CampaignArm> arms, List<WavePlan> waves, int repeatDays) {
        return new CampaignPlan(
                "唤醒",
                "把没有用过的额度用起来",
                products.lending().getFirst().id(),
                audience(predicate),
                20,
                arms,
                waves,
                clock.today(),
                clock.today().plusDays(20),
                5,
                10_000,
                Money.ofYuan(10_000),
                5,
                10,
                repeatDays);
    }

    private static WavePlan wave(String code, WaveEntry entry, int days, String creative) {
        return new WavePlan(
                code, entry, days, List.of(new WaveStep("", "", "sms", creative, "95500", 8, Optional.empty())));
    }

    private Campaign launched(CampaignPlan plan) {
        Campaign campaign = approved(plan);
        campaigns.launch(campaign, ANALYST);
        return campaigns.find(campaign.code()).orElseThrow();
    }

    private Campaign approved(CampaignPlan plan) {
        String code = "c" + NEXT.incrementAndGet();
        campaigns.begin(code, plan, ANALYST);
        past.play(campaigns.find(code).orElseThrow(), 1, ANALYST.userName(), Progress.SILENT);
        campaigns.submit(campaigns.find(code).orElseThrow(), ANALYST);
        campaigns.decide(campaigns.find(code).orElseThrow(), true, "in order", COMPLIANCE);
        return campaigns.find(code).orElseThrow();
    }

    private void untilPrepared(Campaign campaign, int waves) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> campaigns.waves(campaign).stream()
                                .filter(CampaignWave::isPrepared)
                                .count()
                        == waves);
    }

    @Test
    void aWaveReachesTheAudienceButForControlAndHoldOut() {
        String creative = text("【引航】{name}您好，{product}年化综合成本{annual}，拒收请回复R");
        Campaign campaign = launched(plan(
                "age >= 18",
                List.of(new CampaignArm("a", 50), new CampaignArm("b", 50)),
                List.of(wave("w1", WaveEntry.AUDIENCE, 0, creative))));
        untilPrepared(campaign, 1);
        CampaignWave wave = campaigns.waves(campaign).getFirst();
        Map<String, Long> arms = campaigns.arms(campaign);
        Reconciliation sum = campaigns.reconcile(campaign);
        assertThat(wave.chosen()).isGreaterThan(200);
        assertThat(wave.control()).isPositive().isEqualTo(arms.get(Assignment.CONTROL));
        assertThat(wave.heldOut()).isPositive();
        assertThat(sum.planned())
                .isEqualTo(wave.chosen() - wave.control() - wave.heldOut())
                .isEqualTo(arms.getOrDefault("a", 0L) + arms.getOrDefault("b", 0L));
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> campaigns.reconcile(campaign).pending() == 0);
        assertThat(campaigns.reconcile(campaign).isBalanced()).isTrue();
        assertThat(campaigns.reconcile(campaign).sent()).isPositive();
        assertThat(jdbc.sql("""
                        SELECT count(*) FROM touch t JOIN dispatch d ON d.id = t.dispatch
                        JOIN exposure x ON x.customer = t.customer AND ((x.experiment = d.campaign AND x.arm = 'control')
                                                                     OR (x.experiment = 'hold-out' AND x.arm = 'held'))
                        WHERE d.campaign = ?""").param(campaign.code()).query(Long.class).single())
                .isZero();
    }

    @Test
    void preparingAgainAfterACrashAddsNobodyAndChangesNoArm() {
        String creative = text("【引航】您好，{product}欢迎了解，拒收请回复R");
        Campaign campaign =
                launched(plan("age >= 40", List.of(), List.of(wave("w1", WaveEntry.AUDIENCE, 0, creative))));
        untilPrepared(campaign, 1);
        campaigns.pause(campaigns.find(campaign.code()).orElseThrow(), ANALYST);
        Reconciliation before = campaigns.reconcile(campaign);
        jdbc.sql("UPDATE dispatch SET state = 'preparing' WHERE campaign = ?")
                .param(campaign.code())
                .update();
        preparation.prepare(campaign, campaigns.waves(campaign).getFirst(), Progress.SILENT);
        assertThat(campaigns.reconcile(campaign).planned()).isEqualTo(before.planned());
        assertThatThrownBy(() -> jdbc.sql("UPDATE exposure SET arm = 'treated' WHERE experiment = ?")
                        .param(campaign.code())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("CAM-1001");
    }

    @Test
    void theSecondWaveIsForThoseWhoDidNotAnswer() {
        String first = text("【引航】您好，{product}欢迎了解，拒收请回复R");
        String second = text("【引航】您好，再次提醒{product}，拒收请回复R");
        Campaign campaign = launched(plan(
                "age >= 30",
                List.of(),
                List.of(wave("w1", WaveEntry.AUDIENCE, 0, first), wave("w2", WaveEntry.SILENT, 1, second))));
        untilPrepared(campaign, 1);
        Dispatch sent = dispatches.of(campaign.code()).getFirst();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> dispatches.reconcile(sent).pending() == 0);
        answer(campaign, 2);
        List<Integer> answered = customers(campaign, "w1-1", "t.outcome = 'answered'");
        assertThat(answered).hasSizeGreaterThanOrEqualTo(2);
        LocalDate start = clock.today();
        try {
            clock.moveTo(Optional.of(start.plusDays(1)));
            FilledBank.run(jobs, Campaigns.WAVE_JOB, Map.of("campaign", campaign.code()));
        } finally {
            clock.moveTo(Optional.of(start));
        }
        assertThat(campaigns.waves(campaign).get(1).chosen()).isPositive();
        assertThat(customers(campaign, "w2-1", "true"))
                .as("whoever answered is not asked again")
                .isNotEmpty()
                .doesNotContainAnyElementsOf(answered)
                .isSubsetOf(customers(campaign, "w1-1", "t.state = 'sent'"));
    }

    private List<Integer> customers(Campaign campaign, String wave, String which) {
        return jdbc.sql("SELECT t.customer FROM touch t JOIN dispatch d ON d.id = t.dispatch"
                        + " WHERE d.campaign = ? AND d.wave = ? AND " + which)
                .params(campaign.code(), wave)
                .query(Integer.class)
                .list();
    }

    /** Lets customers of a campaign answer what they were sent. */
    private void answer(Campaign campaign, int customers) {
        jdbc.sql("""
                UPDATE touch SET outcome = 'answered', outcome_at = now() WHERE id IN (
                    SELECT t.id FROM touch t JOIN dispatch d ON d.id = t.dispatch
                    WHERE d.campaign = ? AND d.wave = 'w1-1' AND t.state = 'sent' AND t.outcome IS DISTINCT FROM 'answered'
                    ORDER BY t.id LIMIT ?)""").params(campaign.code(), customers).update();
    }

    @Test
    void whoeverAnswersInAnArmNothingIsForStartsNoPartOfTheirOwn() {
        String first = text("【引航】您好，{product}欢迎了解，拒收请回复R");
        WavePlan forOne = new WavePlan(
                "w2",
                WaveEntry.ANSWERED,
                1,
                List.of(new WaveStep("", "a", "sms", first, "95500", 8, Optional.empty())));
        Campaign campaign = launched(plan(
                "age >= 30",
                List.of(new CampaignArm("a", 50), new CampaignArm("b", 50)),
                List.of(wave("w1", WaveEntry.AUDIENCE, 0, first), forOne)));
        untilPrepared(campaign, 1);
        Dispatch sent = dispatches.of(campaign.code()).getFirst();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> dispatches.reconcile(sent).pending() == 0);
        answer(campaign, 1_000);
        LocalDate start = clock.today();
        try {
            for (int day = 1; day <= 2; day++) {
                clock.moveTo(Optional.of(start.plusDays(day)));
                FilledBank.run(jobs, Campaigns.WAVE_JOB, Map.of("campaign", campaign.code()));
            }
        } finally {
            clock.moveTo(Optional.of(start));
        }
        assertThat(customers(campaign, "w2-1", "true"))
                .isNotEmpty()
                .isSubsetOf(customers(campaign, "w1-1", "t.arm = 'a'"));
        assertThat(campaigns.waves(campaign))
                .filteredOn(wave -> wave.wave().startsWith("w2-"))
                .as("parts for latecomers are for those who get something")
                .allSatisfy(part -> {
                    assertThat(part.chosen()).isPositive();
                    assertThat(part.unreached()).isZero();
                });
    }

    @Test
    void whoeverAnswersLateComesIntoTheWaveForThoseWhoAnswered() {
        String first = text("【引航】您好，{product}欢迎了解，拒收请回复R");
        Campaign campaign = launched(plan(
                "age >= 30",
                List.of(),
                List.of(wave("w1", WaveEntry.AUDIENCE, 0, first), wave("w2", WaveEntry.ANSWERED, 2, first))));
        untilPrepared(campaign, 1);
        Dispatch sent = dispatches.of(campaign.code()).getFirst();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> dispatches.reconcile(sent).pending() == 0);
        assertThat(dispatches.reconcile(sent).sent()).isGreaterThan(5);
        LocalDate start = clock.today();
        try {
            for (int[] step : new int[][] {{2, 2}, {3, 3}, {4, 0}}) {
                answer(campaign, step[1]);
                clock.moveTo(Optional.of(start.plusDays(step[0])));
                FilledBank.run(jobs, Campaigns.WAVE_JOB, Map.of("campaign", campaign.code()));
            }
            assertThat(campaigns.waves(campaign).stream()
                            .filter(wave -> wave.wave().startsWith("w2"))
                            .map(CampaignWave::chosen))
                    .as("those who answered by its day, those who did later, and nobody twice")
                    .containsExactly(2L, 3L);
            assertThat(campaigns.find(campaign.code()).orElseThrow().state())
                    .as("open until its last day")
                    .isEqualTo(CampaignState.RUNNING);
        } finally {
            clock.moveTo(Optional.of(start));
        }
    }

    @Test
    void aTriggeredCampaignLooksEveryDayAndReachesNobodyTwiceWithinItsDays() {
        waitingChannel();
        String creative = text("【引航】您好，{product}欢迎了解，拒收请回复R");
        Campaign campaign = launched(
                plan("age between 35 and 50", List.of(), List.of(wave("w1", WaveEntry.AUDIENCE, 0, creative)), 3));
        LocalDate first = clock.today();
        untilPrepared(campaign, 1);
        long planned = campaigns.reconcile(campaign).planned();
        assertThat(planned).isPositive();
        try {
            clock.moveTo(Optional.of(first.plusDays(1)));
            FilledBank.run(jobs, Campaigns.WAVE_JOB, Map.of("campaign", campaign.code()));
            assertThat(campaigns.waves(campaign))
                    .filteredOn(CampaignWave::isPrepared)
                    .hasSize(2);
            assertThat(campaigns.reconcile(campaign).planned())
                    .as("the same people, a day later")
                    .isEqualTo(planned);
            clock.moveTo(Optional.of(first.plusDays(4)));
            FilledBank.run(jobs, Campaigns.WAVE_JOB, Map.of("campaign", campaign.code()));
            assertThat(campaigns.reconcile(campaign).planned())
                    .as("after its days they come in again")
                    .isEqualTo(2 * planned);
            assertThat(campaigns.arms(campaign).values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .as("and stay in their arms")
                    .isEqualTo(planned + campaigns.arms(campaign).getOrDefault(Assignment.CONTROL, 0L));
        } finally {
            clock.moveTo(Optional.of(first));
        }
    }

    @Test
    void aCampaignOverAccountsOrOverAnAudienceInAnAudienceRestsOnFinancialData() {
        String inner = "内层 " + NEXT.incrementAndGet();
        audiences.add(new Audiences.Draft(inner, "", "age >= 60", true), ANALYST);
        assertThat(usesFinancial("age >= 60")).isFalse();
        assertThat(usesFinancial("deposits > 100")).isTrue();
        assertThat(usesFinancial("count(transactions) over last 30 days > 2"))
                .as("no tag stands for it")
                .isTrue();
        assertThat(usesFinancial("customer in audience '" + inner + "'"))
                .as("what it means may change")
                .isTrue();
    }

    private boolean usesFinancial(String predicate) {
        WavePlan wave = wave("w1", WaveEntry.AUDIENCE, 0, text("【引航】您好，{product}欢迎了解，拒收请回复R"));
        String code = "c" + NEXT.incrementAndGet();
        return campaignAudience
                .choose(campaigns.begin(code, plan(predicate, List.of(), List.of(wave)), ANALYST), wave)
                .usesFinancial();
    }

    @Test
    void nobodyApprovesTheirOwnAndAChangedPlanIsADraftAgain() {
        String creative = text("【引航】您好，{product}欢迎了解，拒收请回复R");
        CampaignPlan plan = plan("age >= 60", List.of(), List.of(wave("w1", WaveEntry.AUDIENCE, 0, creative)));
        String code = "own-" + NEXT.incrementAndGet();
        Campaign draft = campaigns.begin(code, plan, ANALYST);
        assertThatThrownBy(() -> campaigns.begin(code, plan, ANALYST)).hasMessageContaining("CAM-1002");
        past.play(draft, 1, ANALYST.userName(), Progress.SILENT);
        campaigns.submit(draft, ANALYST);
        Campaign waiting = campaigns.find(code).orElseThrow();
        assertThatThrownBy(() -> campaigns.decide(waiting, true, "", ANALYST)).hasMessageContaining("CAM-1005");
        campaigns.decide(waiting, true, "", COMPLIANCE);
        Campaign approved = campaigns.find(code).orElseThrow();
        Campaign changed = campaigns.change(approved, approved.version(), plan, ANALYST);
        assertThat(changed.state()).isEqualTo(CampaignState.DRAFT);
        assertThatThrownBy(() -> campaigns.launch(changed, ANALYST)).hasMessageContaining("CAM-1004");
        assertThatThrownBy(() -> campaigns.change(approved, approved.version(), plan, ANALYST))
                .hasMessageContaining("CAM-1003");
        CreativeVersion own = creatives.save("own-" + NEXT.incrementAndGet(), "sms", "", "您好", ANALYST);
        assertThatThrownBy(() -> creatives.decide(own, true, ANALYST)).hasMessageContaining("CAM-3002");
    }

    @Test
    void wastedTouchesAreThoseExpectedToReachSomebodyTheBankWouldRefuse() {
        String creative = text("【引航】您好，{product}欢迎了解，拒收请回复R");
        Campaign campaign =
                approved(plan("age >= 25", List.of(), List.of(wave("w1", WaveEntry.AUDIENCE, 0, creative))));

        LaunchRehearsal found = checks.rehearse(campaign);

        assertThat(found.approval().members()).isEqualTo(found.chosen() - found.control() - found.heldOut());
        assertThat(found.approval().rate()).isBetween(0.1, 0.99);
        assertThat(found.wasted())
                .isEqualTo(Math.round(found.expected() * (1 - found.approval().rate())));
        assertThat(found.wastedFen()).as("eight fen each").isEqualTo(8 * found.wasted());
        assertThat(checks.of(campaign))
                .filteredOn(check -> check.key().equals("approval"))
                .singleElement()
                .satisfies(check ->
                        assertThat(check.detail()).endsWith(" / " + String.format(Locale.ROOT, "%,d", found.wasted())));
    }

    @Test
    void nothingIsLaunchedWhileACheckIsRed() {
        String forbidden = text("【引航】低门槛，秒到账，拒收请回复R");
        Campaign campaign = approved(
                plan("age >= 25 and age <= 60", List.of(), List.of(wave("w1", WaveEntry.AUDIENCE, 0, forbidden))));
        assertThat(checks.of(campaign))
                .filteredOn(check -> check.level() == LaunchCheck.Level.RED)
                .extracting(LaunchCheck::key)
                .containsExactly("words");
        assertThatThrownBy(() -> campaigns.launch(campaign, ANALYST))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("CAM-1006");
        Campaign nobody =
                approved(plan("age >= 200", List.of(), List.of(wave("w1", WaveEntry.AUDIENCE, 0, forbidden))));
        assertThat(checks.of(nobody))
                .filteredOn(check -> check.level() == LaunchCheck.Level.RED)
                .extracting(LaunchCheck::key)
                .containsExactly("words", "audience", "pass");
    }

    @Test
    void aKilledCampaignSendsNothingMore() {
        waitingChannel();
        String creative = text("【引航】您好，{product}欢迎了解，拒收请回复R");
        Campaign campaign =
                launched(plan("age >= 18", List.of(), List.of(wave("w1", WaveEntry.AUDIENCE, 0, creative))));
        untilPrepared(campaign, 1);
        campaigns.kill(campaigns.find(campaign.code()).orElseThrow(), "wrong text", ANALYST);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> campaigns.reconcile(campaign).isSettled());
        assertThat(campaigns.reconcile(campaign).sent()).isZero();
        assertThat(campaigns.reconcile(campaign).isBalanced()).isTrue();
        assertThatThrownBy(
                        () -> campaigns.resume(campaigns.find(campaign.code()).orElseThrow(), ANALYST))
                .hasMessageContaining("CAM-1004");
    }

    private void waitingChannel() {
        channels.set("sms", ChannelKind.DESK, true, "fault: down\n", "", Waves.viewer("admin"));
    }
}
