package org.yinhang.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.audience.Audiences;
import org.yinhang.campaign.Campaign;
import org.yinhang.campaign.Campaigns;
import org.yinhang.campaign.Creatives;
import org.yinhang.campaign.past.PastCampaigns;
import org.yinhang.jobs.JobRun;
import org.yinhang.jobs.JobState;
import org.yinhang.jobs.Jobs;
import org.yinhang.jobs.internal.JobRunRepository;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.YinhangSettings;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.LivingBank;
import org.yinhang.testing.LivingBankTest;
import org.yinhang.testing.YinhangProcess;

/**
 * Workers killed at random moments of days that are played, each followed by another. How often is set by
 * {@code -Dyinhang.kills=30}; {@code deploy/faults/kill-days.sh} does so.
 */
@LivingBankTest
class KilledDaysTests {

    private static final int DAYS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final List<String> SETTINGS = List.of(
            "demo",
            "demo-bank.customers",
            "standing-outreach",
            "played-days",
            "outcomes-every",
            "data-folder",
            "keys-folder");

    @TempDir
    private Path folder = Path.of("");

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Environment environment;

    @Autowired
    private YinhangSettings settings;

    @Autowired
    private DemoDays days;

    @Autowired
    private Jobs jobs;

    @Autowired
    private JobRunRepository runs;

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
    private LivingBank living;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whoeverIsKilledPlaysNoDayTwiceAndAsksNobodyTwice() throws Exception {
        living.fill();
        LocalDate before = living.bank().businessDate();
        DayCampaigns make = new DayCampaigns(campaigns, past, creatives, audiences);
        List<Campaign> launched = List.of(
                make.launched("age >= 56", before.plusDays(1)), make.launched("age < 30", before.plusDays(DAYS)));
        List<SmartLifecycle> workers = List.of(
                application.getBean("jobWorker", SmartLifecycle.class),
                application.getBean("sendingLoop", SmartLifecycle.class));
        TwinBank twin;
        workers.forEach(SmartLifecycle::stop);
        try {
            twin = TwinBank.of(settings.dataFolder(), folder);
            JobRun run = days.play(DAYS, DayCampaigns.ANALYST);
            kill(run.id());
            try (YinhangProcess _ = worker()) {
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> jobs.find(run.id()).orElseThrow().state().isOver());
            }
            JobRun ended = jobs.find(run.id()).orElseThrow();
            assertThat(ended.state()).as(ended.faults().toString()).isEqualTo(JobState.SUCCEEDED);
        } finally {
            workers.forEach(SmartLifecycle::start);
        }
        LocalDate day = before.plusDays(DAYS);
        assertThat(living.bank().businessDate()).isEqualTo(day);
        assertThat(clock.today()).isEqualTo(day);
        assertThat(shelf.report().orElseThrow().asOf()).isEqualTo(day);
        assertThat(number("SELECT count(*) FROM demo_day WHERE stage <> 'done'"))
                .isZero();
        assertThat(jdbc.sql("SELECT day FROM demo_day WHERE day > ? ORDER BY day")
                        .param(before)
                        .query(LocalDate.class)
                        .list())
                .as("no more days than asked for")
                .containsExactly(before.plusDays(1), day);
        launched.forEach(this::holds);
        for (LocalDate played = before.plusDays(1); !played.isAfter(day); played = played.plusDays(1)) {
            twin.live(played, jdbc);
        }
        assertThat(TwinBank.digest(lake))
                .as("every row of the day is in the lake once")
                .isEqualTo(twin.digest());
    }

    /** Kills one worker after the other, at random moments of the run. */
    private void kill(long run) throws Exception {
        int kills = Integer.getInteger("yinhang.kills", 3);
        Random random = new Random(17);
        List<String> moments = new ArrayList<>();
        for (int kill = 1; kill <= kills; kill++) {
            int attempts = jobs.find(run).orElseThrow().attempts();
            try (YinhangProcess worker = worker()) {
                Awaitility.await()
                        .atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> jobs.find(run).orElseThrow().attempts() > attempts);
                Thread.sleep(random.nextInt(3_000));
                worker.kill();
            }
            JobRun killed = jobs.find(run).orElseThrow();
            if (killed.state().isOver()) {
                break;
            }
            moments.add(stage() + " / " + killed.step());
            runs.forgiveStops();
            timePasses();
        }
        System.out.println("killed at: " + moments);
        assertThat(moments).as("kills while days were played").isNotEmpty();
    }

    private String stage() {
        return jdbc.sql("SELECT day || ' ' || stage FROM demo_day ORDER BY day DESC LIMIT 1")
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** Nobody has seen the killed one for a while, and its gateways have forgotten what was on its way. */
    private void timePasses() {
        jdbc.sql("UPDATE scheduled_tasks SET last_heartbeat = last_heartbeat - INTERVAL '10 minutes' WHERE picked")
                .update();
        jdbc.sql("UPDATE reach_node SET seen_at = seen_at - INTERVAL '1 minute'")
                .update();
        jdbc.sql("UPDATE touch SET attempted_at = attempted_at - INTERVAL '10 minutes' WHERE state = 'attempting'")
                .update();
    }

    private YinhangProcess worker() {
        Map<String, String> variables = new HashMap<>(Map.of(
                "SPRING_DATASOURCE_URL", setting("spring.datasource.url"),
                "SPRING_DATASOURCE_USERNAME", setting("spring.datasource.username"),
                "SPRING_DATASOURCE_PASSWORD", setting("spring.datasource.password"),
                "LOGGING_FILE_NAME", folder.resolve("killed.log").toString()));
        for (String name : SETTINGS) {
            String variable = "yinhang_" + name.replace("-", "").replace('.', '_');
            variables.put(variable.toUpperCase(Locale.ROOT), setting("yinhang." + name));
        }
        return YinhangProcess.start(folder, variables, "worker");
    }

    private String setting(String name) {
        return environment.getRequiredProperty(name);
    }

    private void holds(Campaign campaign) {
        String code = campaign.code();
        assertThat(campaigns.reconcile(campaign).isBalanced()).isTrue();
        long sent = campaigns.reconcile(campaign).sent();
        assertThat(sent).isGreaterThan(5);
        assertThat(number("SELECT count(*) FROM demo_contact WHERE outcome IS NOT NULL AND campaign = '" + code + "'"))
                .as("everybody who was contacted answered once, and nobody else")
                .isEqualTo(sent);
        assertThat(number("""
                        SELECT count(*) FROM touch t JOIN dispatch d ON d.id = t.dispatch
                        JOIN demo_contact p ON p.touch = t.id AND p.customer = t.customer
                        WHERE t.state = 'sent' AND d.campaign = '%s'""".formatted(code))).isEqualTo(sent);
        assertThat(number("""
                        SELECT count(*) FROM contact_entry WHERE verdict = 'cleared' AND campaign = '%s'""".formatted(code))).as("each once in the ledger").isEqualTo(sent);
        assertThat(number("SELECT count(*) FROM contact_task WHERE done_at IS NULL AND campaign = '" + code + "'"))
                .isZero();
        assertThat(rows("SELECT count(*) || ' ' || count(DISTINCT id) FROM contacts WHERE campaign = '" + code + "'"))
                .as("each once in the lake")
                .containsExactly(sent + " " + sent);
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private List<String> rows(String sql) {
        try (LakeSession session = lake.read(lake.current(), SessionSettings.INTERACTIVE)) {
            return session.query(sql, row -> row.getString(1));
        }
    }
}
