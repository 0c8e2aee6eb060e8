package org.yinhang.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
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

    @BeforeEach
    void bank() {
        Browser.isNeeded();
        FilledBank.fill(jobs, clock);
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
            page.locator("form[method=post] .btn").click();
            page.waitForLoadState();
            assertThat(page.locator("#declaration").inputValue()).contains("我的漏斗");
            page.locator("#declaration").fill(text.replace("stage = 'signed'", "stag = 'signed'"));
            page.locator("form[method=post] .btn").click();
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
}
