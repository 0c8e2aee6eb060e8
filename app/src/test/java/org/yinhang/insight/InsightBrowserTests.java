package org.yinhang.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yinhang.insight.internal.WatchRepository;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.funnel.FunnelResult;
import org.yinhang.lake.increment.IncrementReport;
import org.yinhang.shared.BusinessClock;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser;
import org.yinhang.testing.Browser.Window;
import org.yinhang.testing.FilledBank;

/** The pages of insight in a real browser over a simulated bank. */
@ApplicationTest
class InsightBrowserTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Funnels funnels;

    @Autowired
    private Increments increments;

    @Autowired
    private ConversionAlerts alerts;

    @Autowired
    private WatchRepository watches;

    @BeforeEach
    void bank() {
        Browser.isNeeded();
        FilledBank.fill(jobs, clock);
        if (alerts.last().isEmpty()) {
            FilledBank.run(jobs, "conversion-watch", Map.of());
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, false", "390, true"})
    void everyPageShowsWithoutBarrier(int width, boolean english) {
        try (Window window = Window.signedIn(port, "analyst", width, english)) {
            String language = english ? "-english" : "";
            for (String name : ShippedFunnels.NAMES) {
                window.visit("/insight/funnel?name=" + name);
                window.page().locator("[data-chart][data-drawn]").first().waitFor();
                assertThat(window.barriers()).as(name).isEmpty();
            }
            window.picture("insight-funnel" + language);
            window.visit("/insight/increments");
            assertThat(window.barriers()).isEmpty();
            window.picture("insight-increments" + language);
            for (String name : List.of("dashboard", "returns", "vintage")) {
                window.visit("/insight/" + name);
                window.page().locator("[data-chart][data-drawn]").first().waitFor();
                assertThat(window.barriers()).as(name).isEmpty();
                window.picture("insight-" + name + language);
            }
            window.visit("/insight/alerts");
            window.page().locator("[data-chart][data-drawn]").first().waitFor();
            assertThat(window.barriers()).isEmpty();
            window.picture("insight-alerts" + language);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void theFunnelShowsWhatWasCountedAndReplaysAPathWithoutSayingWhose() {
        FunnelResult counted = funnels.count(ShippedFunnels.text("application"));
        assertThat(counted.entered()).isPositive();
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            Page page = window.page();
            window.visit("/insight/funnel?name=application&split=month&step=2");
            String first = page.locator("main table.rows").nth(1).innerText();
            assertThat(first).contains("发起").contains("用信");
            assertThat(page.locator(".figure dd").first().innerText().replaceAll("\\D", ""))
                    .isEqualTo(Long.toString(counted.entered()));
            assertThat(page.locator("main").innerText()).contains("按月份").contains("停在「提交」的一位客户");
            String path = page.locator(".two table.rows").first().innerText();
            assertThat(path).contains("进件").doesNotContain("SIM");
            Download workbook = page.waitForDownload(
                    () -> page.locator("a[href*='funnel.xlsx']").click());
            assertThat(workbook.suggestedFilename()).endsWith(".xlsx");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void aDeclarationWrittenInThePageIsCountedOrItsFaultsAreTold() {
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            Page page = window.page();
            window.visit("/insight/funnel?name=application");
            String text = page.locator("#declaration").inputValue();
            page.locator("#declaration")
                    .fill(text.replace("进件到用信", "我的漏斗")
                            .replace("stage = 'signed'", "stage = 'signed' and amount > 5万"));
            page.locator("form[method=post] .btn-primary").click();
            page.waitForLoadState();
            assertThat(page.locator("#declaration").inputValue()).contains("我的漏斗");
            page.locator("#declaration").fill(text.replace("stage = 'signed'", "stag = 'signed'"));
            page.locator("form[method=post] .btn-primary").click();
            page.waitForLoadState();
            assertThat(page.locator("#faults").innerText()).contains("stag");
        }
    }

    @Test
    void theIncrementsAreThoseMeasured() {
        IncrementReport report = increments.measure();
        assertThat(report.contacted()).isPositive();
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            window.visit("/insight/increments");
            assertThat(window.page()
                            .locator("main table.rows")
                            .first()
                            .locator("tbody tr")
                            .count())
                    .isEqualTo(report.increments().size());
            assertThat(window.page().locator(".figure dd").first().innerText().replaceAll("\\D", ""))
                    .isEqualTo(Long.toString(report.contacted()));
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void anAlertShowsWithItsCauseOnItsPageAndAtHome() {
        List<WatchedConversion> judged = alerts.last();
        assertThat(judged).extracting(WatchedConversion::name).containsExactlyElementsOf(ShippedFunnels.WATCHES);
        WatchedConversion before = judged.getFirst();
        LocalDate first = LocalDate.of(2026, 1, 1);
        WatchedConversion departed = new WatchedConversion(
                before.name(),
                before.zh(),
                before.en(),
                first,
                LongStream.range(0, 140).mapToObj(day -> 100L).toList(),
                LongStream.range(0, 140).mapToObj(day -> day < 135 ? 50L : 30L).toList(),
                true,
                List.of(new FoundAlert(
                        first.plusDays(136),
                        first.plusDays(139),
                        3,
                        150,
                        90,
                        -6,
                        "first.channel",
                        List.of(new FoundAlert.Cause("sms", 70, 20, 0.8)))));
        watches.replace(departed);
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            window.visit("/insight/alerts");
            assertThat(window.page().locator("main").innerText())
                    .contains("-40.0%")
                    .contains("渠道")
                    .contains("sms -71.4%")
                    .contains("2026-05-17 至 2026-05-20");
            window.picture("insight-alert");
            window.visit("/");
            assertThat(window.page().locator("main").innerText())
                    .contains("转化预警")
                    .contains("sms -71.4%");
            assertThat(window.complaints()).isEmpty();
        } finally {
            watches.replace(before);
        }
    }
}
