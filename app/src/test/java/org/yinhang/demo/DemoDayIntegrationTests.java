package org.yinhang.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.audience.Audiences;
import org.yinhang.campaign.Campaign;
import org.yinhang.campaign.CampaignState;
import org.yinhang.campaign.Campaigns;
import org.yinhang.campaign.Creatives;
import org.yinhang.campaign.past.PastCampaigns;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.progress.Progress;
import org.yinhang.demo.internal.DayPlay;
import org.yinhang.jobs.JobRun;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.YinhangSettings;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.LivingBank;
import org.yinhang.testing.LivingBankTest;

/** Days of the simulated bank, played through the real outbox and the real entrances. */
@LivingBankTest
class DemoDayIntegrationTests {

    private static final Viewer ANALYST = DayCampaigns.ANALYST;

    @Autowired
    private DayPlay play;

    @Autowired
    private DemoDays days;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private PastCampaigns past;

    @Autowired
    private Creatives creatives;

    @Autowired
    private Audiences audiences;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TagShelf shelf;

    @Autowired
    private Lake lake;

    @Autowired
    private YinhangSettings settings;

    @Autowired
    private DemoDayJob job;

    @Autowired
    private LivingBank living;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void prepare() {
        living.fill();
    }

    private Campaign launched(String predicate) {
        return new DayCampaigns(campaigns, past, creatives, audiences)
                .launched(predicate, living.bank().businessDate().plusDays(1));
    }

    private List<Map<String, Object>> lake(String sql) {
        try (LakeSession session = lake.read(lake.current(), SessionSettings.INTERACTIVE)) {
            return session.query(sql, row -> Map.of(row.getMetaData().getColumnName(1), row.getObject(1)));
        }
    }

    private long count(String sql) {
        return ((Number) lake(sql).getFirst().values().iterator().next()).longValue();
    }

    private void holds(Campaign campaign, LocalDate day) {
        assertThat(living.bank().businessDate()).isEqualTo(day);
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
        LocalDate before = living.bank().businessDate();
        LocalDate day = play.play(new Step(Map.of(), Progress.SILENT));
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
        LocalDate day = living.bank().businessDate().plusDays(1);
        Killing killing = new Killing(() -> true);
        killing.untilDone(
                progress -> assertThat(play.play(new Step(Map.of(), progress))).isEqualTo(day));
        assertThat(killing.steps()).hasSizeGreaterThan(6);
        holds(campaign, day);
    }

    @Test
    void nobodyAnswersATaskThatWasTakenBack() throws Exception {
        Instant made = clock.now().toInstant();
        jdbc.sql("""
                WITH d AS (
                    INSERT INTO dispatch (campaign, wave, channel, state, priority, terms, made_by, made_at, changed_by, changed_at)
                    VALUES ('day-back', 'w1', 'call', 'finished', 1,
                        '{"data": {"personalised": true, "sensitive": false, "bureau": false}}', 'test', :at, 'test', :at)
                    RETURNING id),
                t AS (
                    INSERT INTO touch (dispatch, customer, state, due_at, arm)
                    SELECT id, customer, 'sent', :at, 'contact' FROM d, (VALUES (21), (22)) AS w (customer)
                    RETURNING id, customer),
                e AS (
                    INSERT INTO contact_entry (touch, customer, campaign, wave, channel, copy, sender, staff, personalised,
                        verdict, reasons, at, recorded_at, rules, origin)
                    SELECT 'day-back/w1/call/' || customer, customer, 'day-back', 'w1', 'call', '', '95500', '', TRUE, 'cleared',
                        '{}', :at, :at, '', 'yinhang'
                    FROM t)
                INSERT INTO contact_task (touch, customer, channel, campaign, words, made_at, withdrawn_at)
                SELECT id, customer, 'call', 'day-back', '', :at, CASE WHEN customer = 22 THEN CAST(:at AS timestamptz) END FROM t""").param("at", Timestamp.from(made)).update();
        play.play(new Step(Map.of(), Progress.SILENT));
        assertThat(jdbc.sql("SELECT customer FROM demo_contact WHERE campaign = 'day-back'")
                        .query(Integer.class)
                        .list())
                .containsExactly(21);
    }

    @Test
    void aRunThatIsKilledPlaysNoMoreDaysThanWereAskedFor() throws Exception {
        LocalDate first = living.bank().businessDate().plusDays(1);
        Map<String, String> input = Map.of(DemoDayJob.LAST, first.plusDays(1).toString());
        Killing killing = new Killing(() -> days.last().equals(Optional.of(first)));
        killing.untilDone(progress -> job.run(new Step(input, progress)));
        assertThat(killing.steps()).isNotEmpty();
        assertThat(living.bank().businessDate()).isEqualTo(first.plusDays(1));
    }

    @Test
    void ofSeveralWhoAskForADayAtOnceOneGetsIt() throws Exception {
        LocalDate before = living.bank().businessDate();
        CountDownLatch together = new CountDownLatch(1);
        List<Future<JobRun>> asked = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            for (int person = 0; person < 8; person++) {
                asked.add(people.submit(() -> {
                    together.await();
                    return days.play(1, ANALYST);
                }));
            }
            together.countDown();
        }
        List<JobRun> given = new ArrayList<>();
        for (Future<JobRun> one : asked) {
            try {
                given.add(one.get());
            } catch (ExecutionException e) {
                assertThat(e).hasMessageContaining("DMO-1003");
            }
        }
        assertThat(given).hasSize(1);
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> days.active()
                .isEmpty());
        assertThat(living.bank().businessDate()).isEqualTo(before.plusDays(1));
    }

    @Test
    void noMoreThanSixtyDaysAreAskedForAndNoFewerThanOne() {
        for (int count : new int[] {0, DemoDays.MOST + 1}) {
            assertThatThrownBy(() -> days.play(count, ANALYST))
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining("DMO-1002");
        }
    }

    @Test
    void noDayIsPlayedWithoutABank() throws Exception {
        Path bank = settings.dataFolder().resolve("demo-bank");
        Path away = settings.dataFolder().resolve("demo-bank-away");
        Files.move(bank, away);
        try {
            assertThat(days.isPossible()).isFalse();
            assertThatThrownBy(() -> days.play(1, ANALYST))
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining("DMO-1003");
        } finally {
            Files.move(away, bank);
        }
        assertThat(days.isPossible()).isTrue();
    }
}
