package org.yinhang.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.audience.Audiences;
import org.yinhang.campaign.Assignment;
import org.yinhang.campaign.CampaignArm;
import org.yinhang.campaign.CampaignPlan;
import org.yinhang.campaign.Campaigns;
import org.yinhang.campaign.WaveEntry;
import org.yinhang.campaign.WavePlan;
import org.yinhang.campaign.WaveStep;
import org.yinhang.core.unit.Money;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.increment.ArmGoal;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser;
import org.yinhang.testing.Browser.Window;
import org.yinhang.testing.FilledBank;
import org.yinhang.testing.Person;

/** Campaigns as experiments, over a simulated bank in a real browser. */
@ApplicationTest
class ExperimentsBrowserTests {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Viewer ANALYST = Person.of("analyst", Role.ANALYST);
    private static final List<CampaignArm> ARMS = List.of(new CampaignArm("a", 50), new CampaignArm("b", 50));

    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TagShelf shelf;

    @Autowired
    private Audiences audiences;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private CampaignExperiments experiments;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void bank() {
        Browser.isNeeded();
        FilledBank.withTags(jobs, clock, shelf);
    }

    @AfterEach
    void forget() {
        jdbc.sql("""
                DO $$ BEGIN
                    SET LOCAL session_replication_role = replica;
                    DELETE FROM exposure WHERE experiment LIKE 'trial-%';
                    DELETE FROM campaign_version WHERE campaign IN (SELECT id FROM campaign WHERE code LIKE 'trial-%');
                    DELETE FROM campaign WHERE code LIKE 'trial-%';
                END $$""").update();
    }

    /** A campaign that was launched a hundred days ago with those customers in its arms. */
    private String launched(int controlPercent, int everyControl) {
        String code = "trial-" + NEXT.incrementAndGet();
        long audience = audiences
                .add(new Audiences.Draft("实验客群 " + NEXT.incrementAndGet(), "", "age >= 18", true), ANALYST)
                .id();
        campaigns.begin(
                code,
                new CampaignPlan(
                        "两种话术 " + code,
                        "比较",
                        "L101",
                        audience,
                        controlPercent,
                        ARMS,
                        List.of(new WavePlan(
                                "w1",
                                WaveEntry.AUDIENCE,
                                0,
                                List.of(new WaveStep("", "", "sms", "text", "95500", 8, Optional.empty())))),
                        clock.today(),
                        clock.today().plusDays(20),
                        5,
                        1_500,
                        Money.ofYuan(1_000),
                        5,
                        10,
                        0),
                ANALYST);
        Instant at = clock.now().toInstant().minus(100, ChronoUnit.DAYS);
        jdbc.sql("UPDATE campaign SET state = 'finished', launched_at = ? WHERE code = ?")
                .params(Timestamp.from(at), code)
                .update();
        for (int customer = 0; customer < FilledBank.CUSTOMERS; customer++) {
            boolean isControl = customer % everyControl == 0;
            String arm = isControl ? Assignment.CONTROL : customer % 2 == 0 ? "a" : "b";
            jdbc.sql(
                            "INSERT INTO exposure (experiment, customer, arm, probability, assigned_at) VALUES (?, ?, ?, 0.5, ?)")
                    .params(code, customer, arm, Timestamp.from(at.plus(customer % 5, ChronoUnit.DAYS)))
                    .update();
        }
        return code;
    }

    @Test
    void theArmsOfACampaignAreComparedAtAnyTime() {
        String code = launched(33, 3);
        JudgedCampaign judged = experiments.judge(experiments.find(code).orElseThrow(), ArmGoal.RESPONSE);
        assertThat(judged.base()).isEqualTo(Assignment.CONTROL);
        assertThat(judged.report().units()).isEqualTo(500);
        assertThat(judged.assigned()).isEqualTo(Map.of("control", 500L, "a", 500L, "b", 500L));
        assertThat(judged.report().arms()).allSatisfy(arm -> {
            assertThat(arm.units()).isEqualTo(500);
            assertThat(arm.anyTime()).hasValueSatisfying(range -> assertThat(range.high() - range.low())
                    .as("wider than for one look")
                    .isGreaterThan(arm.fixed().high() - arm.fixed().low()));
        });
        assertThat(judged.steps()).hasSize(5);
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            Page page = window.page();
            window.visit("/insight/experiments");
            assertThat(window.barriers()).isEmpty();
            window.picture("insight-experiments");
            page.locator("a[href='/insight/experiments/" + code + "']").click();
            page.waitForLoadState();
            page.locator("[data-chart][data-drawn]").first().waitFor();
            assertThat(page.locator("table.rows").first().innerText())
                    .contains("空白组")
                    .contains("500");
            assertThat(window.barriers()).isEmpty();
            window.picture("insight-experiment");
            page.locator("#arm").selectOption("b");
            page.locator("#goal").selectOption("loan");
            page.locator(".period-form .btn-primary").click();
            page.waitForLoadState();
            assertThat(page.locator("main").innerText()).contains("客户分组满 60 天才计入");
            Download workbook =
                    page.waitForDownload(() -> page.locator("a[href*='.xlsx']").click());
            assertThat(workbook.suggestedFilename()).endsWith(".xlsx");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void armsThatAreNotAsPlannedVoidEverything() {
        String code = launched(10, 3);
        try (Window window = Window.signedIn(port, "compliance", 390, true)) {
            window.visit("/insight/experiments/" + code);
            assertThat(window.page().locator(".finding").innerText()).contains("not as planned");
            assertThat(window.page().locator("table.rows").first().innerText())
                    .contains("Void")
                    .doesNotContain("More");
            assertThat(window.barriers()).isEmpty();
        }
    }

    @Test
    void theSizeOfAnExperimentIsReckonedBeforeIt() {
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            Page page = window.page();
            window.visit("/insight/experiments?baseline=5&lift=10&perDay=800");
            // Fleiss 1981: 31,234 for 5 % against 5.5 %, 5 % and 80 %.
            assertThat(page.locator(".figure dd").first().innerText()).isEqualTo("31,234");
            page.locator("#lift").fill("a few");
            page.locator(".period-form .btn-primary").click();
            page.waitForLoadState();
            assertThat(page.locator("#lift").inputValue()).isEmpty();
            assertThat(page.locator("main").innerText()).contains("三项均须填写数字");
            page.locator("#lift").fill("0");
            page.locator(".period-form .btn-primary").click();
            page.waitForLoadState();
            assertThat(page.locator(".figure").count()).isZero();
            assertThat(page.locator("main").innerText()).contains("提升不能是 0");
        }
    }
}
