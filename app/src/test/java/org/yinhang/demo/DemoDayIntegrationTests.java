package org.yinhang.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.audience.Audiences;
import org.yinhang.campaign.Campaign;
import org.yinhang.campaign.CampaignPlan;
import org.yinhang.campaign.CampaignState;
import org.yinhang.campaign.Campaigns;
import org.yinhang.campaign.Creatives;
import org.yinhang.campaign.WaveEntry;
import org.yinhang.campaign.WavePlan;
import org.yinhang.campaign.WaveStep;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.unit.Money;
import org.yinhang.demo.internal.DayPlay;
import org.yinhang.demobank.DemoBank;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.YinhangSettings;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.FilledBank;
import org.yinhang.testing.LivingBankTest;
import org.yinhang.testing.Person;

/** Days of the simulated bank, played through the real outbox and the real entrances. */
@LivingBankTest
class DemoDayIntegrationTests {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Viewer ANALYST = Person.of("analyst", Role.ANALYST);
    private static final Viewer COMPLIANCE = Person.of("compliance", Role.COMPLIANCE);

    @Autowired
    private DayPlay play;

    @Autowired
    private DemoDays days;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Creatives creatives;

    @Autowired
    private Audiences audiences;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TagShelf shelf;

    @Autowired
    private Lake lake;

    @Autowired
    private YinhangSettings settings;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void prepare() {
        FilledBank.withTags(jobs, clock, shelf);
        FilledBank.withLedgers(jobs);
    }

    private String text(String channel) {
        String code = "day-text-" + NEXT.incrementAndGet();
        creatives.decide(creatives.save(code, channel, "", "【引航】您好，{product}欢迎了解，拒收请回复R", ANALYST), true, COMPLIANCE);
        return code;
    }

    /** A campaign whose first wave is due on the next day: text messages, and calls to those who have a manager. */
    private Campaign launched(String predicate) {
        long audience = audiences
                .add(new Audiences.Draft("客群 day " + NEXT.incrementAndGet(), "", predicate, true), ANALYST)
                .id();
        LocalDate next = bank().businessDate().plusDays(1);
        CampaignPlan plan = new CampaignPlan(
                "演一天",
                "看一天如何过去",
                "L101",
                audience,
                30,
                List.of(),
                List.of(new WavePlan(
                        "w1",
                        WaveEntry.AUDIENCE,
                        0,
                        List.of(
                                new WaveStep("managed", "", "call", text("call"), "95000", 300),
                                new WaveStep("", "", "sms", text("sms"), "10690000", 8)))),
                next,
                next.plusDays(20),
                5,
                10_000,
                Money.ofYuan(10_000),
                5,
                10,
                0);
        String code = "day-" + NEXT.incrementAndGet();
        campaigns.begin(code, plan, ANALYST);
        campaigns.submit(campaigns.find(code).orElseThrow(), ANALYST);
        campaigns.decide(campaigns.find(code).orElseThrow(), true, "in order", COMPLIANCE);
        campaigns.launch(campaigns.find(code).orElseThrow(), ANALYST);
        return campaigns.find(code).orElseThrow();
    }

    private DemoBank bank() {
        return DemoBank.resume(lake, settings.dataFolder().resolve("demo-bank"));
    }

    private List<Map<String, Object>> lake(String sql) {
        try (LakeSession session = lake.read(lake.current(), SessionSettings.INTERACTIVE)) {
            return session.query(sql, row -> Map.of(row.getMetaData().getColumnName(1), row.getObject(1)));
        }
    }

    private long count(String sql) {
        return ((Number) lake(sql).getFirst().values().iterator().next()).longValue();
    }

    /** A run of the job, in this thread. */
    private record Context(Progress progress) implements JobContext {

        @Override
        public long runId() {
            return 0;
        }

        @Override
        public Map<String, String> input() {
            return Map.of();
        }

        @Override
        public void result(String words) {}
    }

    private void holds(Campaign campaign, LocalDate day) {
        assertThat(bank().businessDate()).isEqualTo(day);
        assertThat(clock.today()).isEqualTo(day);
        assertThat(shelf.report().orElseThrow().asOf()).isEqualTo(day);
        long sent = campaigns.reconcile(campaign).sent();
        assertThat(campaigns.reconcile(campaign).isBalanced()).isTrue();
        assertThat(sent).isGreaterThan(20);
        assertThat(jdbc.sql("SELECT count(*) FROM demo_contact WHERE campaign = ? AND outcome IS NOT NULL")
                        .param(campaign.code())
                        .query(Long.class)
                        .single())
                .as("every customer answered once")
                .isEqualTo(sent);
        assertThat(count("SELECT count(*) FROM contacts WHERE campaign = '%s'".formatted(campaign.code())))
                .as("the platform wrote each, and nobody else")
                .isEqualTo(sent);
        assertThat(count("SELECT count(DISTINCT id) FROM contacts WHERE campaign = '%s'".formatted(campaign.code())))
                .isEqualTo(sent);
        assertThat(count(
                        "SELECT count(*) FROM applications a WHERE a.campaign = '%s' AND a.stage = 'started' AND a.contact NOT IN (SELECT id FROM contacts WHERE campaign = '%s')"
                                .formatted(campaign.code(), campaign.code())))
                .as("applications name the contact they came from")
                .isZero();
    }

    @Test
    void aDayGoesFromTheWaveToTheLake() throws Exception {
        Campaign campaign = launched("age >= 30 and age < 42");
        LocalDate before = bank().businessDate();
        LocalDate day = play.play(new Context(Progress.SILENT));
        assertThat(day).isEqualTo(before.plusDays(1));
        holds(campaign, day);
        assertThat(campaigns.find(campaign.code()).orElseThrow().state())
                .isIn(CampaignState.RUNNING, CampaignState.FINISHED);
        Map<String, Long> outcomes = jdbc
                .sql(
                        "SELECT channel || ' ' || outcome AS what, count(*) AS n FROM demo_contact WHERE campaign = ? GROUP BY 1")
                .param(campaign.code())
                .query((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(outcomes.keySet()).anyMatch(what -> what.startsWith("sms"));
        assertThat(jdbc.sql("SELECT count(*) FROM contact_task WHERE campaign = ? AND done_at IS NULL")
                        .param(campaign.code())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(count(
                        "SELECT count(*) FROM contacts WHERE campaign = '%s' AND outcome = 'interested' AND NOT reached"
                                .formatted(campaign.code())))
                .isZero();
    }

    @Test
    void whereverItDiesTheDayGoesOnAndNobodyIsAskedTwice() throws Exception {
        Campaign campaign = launched("age >= 42 and age < 56");
        LocalDate day = bank().businessDate().plusDays(1);
        Set<String> died = new HashSet<>();
        List<String> steps = new ArrayList<>();
        Optional<LocalDate> played = Optional.empty();
        while (played.isEmpty()) {
            try {
                played = Optional.of(play.play(new Context((step, done, total) -> {
                    String kind = step.replaceAll("[0-9-]+", "");
                    if (died.add(kind)) {
                        steps.add(kind);
                        throw new IllegalStateException("killed");
                    }
                })));
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("killed");
            }
        }
        assertThat(played).contains(day);
        assertThat(steps).hasSizeGreaterThan(6);
        holds(campaign, day);
    }

    @Test
    void noDayIsPlayedWithoutABankOrTooManyAtOnce() {
        assertThatThrownBy(() -> days.play(0, ANALYST))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("DMO-1002");
        assertThat(days.isPossible()).isTrue();
    }
}
