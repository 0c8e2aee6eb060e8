package org.yinhang.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yinhang.core.attribution.CreditRule;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.attribution.AttributionReport;
import org.yinhang.lake.attribution.Breakdown;
import org.yinhang.shared.BusinessClock;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser;
import org.yinhang.testing.Browser.Window;
import org.yinhang.testing.FilledBank;

/** What touches cost and brought, and how loans aged, over a simulated bank in a real browser. */
@ApplicationTest
class ReturnsBrowserTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TagShelf shelf;

    @Autowired
    private Returns returns;

    @BeforeEach
    void bank() {
        Browser.isNeeded();
        FilledBank.withTags(jobs, clock, shelf);
    }

    private AttributionReport credits(Breakdown by, Optional<Set<String>> branches) {
        LocalDate until = returns.knownUntil().minusDays(60);
        return returns.credits(
                new Returns.Question(until.minusDays(ReturnsPeriod.USUAL_DAYS), until, 60, by, Map.of(), branches));
    }

    @Test
    void loansAreSharedOutOnceHoweverTheyAreLookedAt() {
        for (Breakdown by : Breakdown.values()) {
            AttributionReport report = credits(by, Optional.empty());
            assertThat(report.goals()).isPositive();
            for (CreditRule rule : CreditRule.values()) {
                assertThat(report.total(rule).loans())
                        .as(by + " " + rule)
                        .isCloseTo((double) report.goals(), within(1e-6));
            }
        }
    }

    @Test
    void branchesTogetherAreTheBankAndNoneIsInTwo() {
        AttributionReport bank = credits(Breakdown.BRANCH, Optional.empty());
        long touches = 0;
        for (AttributionReport.Row row : bank.rows()) {
            AttributionReport own = credits(Breakdown.BRANCH, Optional.of(Set.of(row.value())));
            assertThat(own.rows()).hasSize(1);
            assertThat(own.touches()).isEqualTo(row.count());
            touches += own.touches();
        }
        assertThat(touches).isEqualTo(bank.touches());
    }

    @Test
    void aValueOpensWhatIsWithinItAndClosesAgain() {
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            Page page = window.page();
            window.visit("/insight/returns");
            String channel = page.locator("table.rows tbody th a").first().innerText();
            page.locator("table.rows tbody th a").first().click();
            page.waitForLoadState();
            assertThat(page.locator(".returns-within").innerText()).contains("渠道 " + channel);
            assertThat(page.locator("h2").allInnerTexts()).contains("按活动");
            Download workbook = page.waitForDownload(
                    () -> page.locator("a[href*='returns.xlsx']").click());
            assertThat(workbook.suggestedFilename()).endsWith(".xlsx");
            page.locator(".returns-within a").click();
            page.waitForLoadState();
            assertThat(page.locator(".returns-within").count()).isZero();
            assertThat(page.locator("h2").allInnerTexts()).contains("按渠道");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void chanceSpeaksOfChannelsOfTheWholeBankAndOfNothingWithinOne() {
        try (Window window = Window.signedIn(port, "analyst", 1440, true)) {
            Page page = window.page();
            window.visit("/insight/returns?by=staff");
            assertThat(page.locator("main").innerText()).contains("No random control speaks of this breakdown");
            window.visit("/insight/returns?from=2026-02-01&to=2026-01-01");
            assertThat(page.locator("main").innerText()).contains("INS-1008");
            window.visit("/insight/returns?from=yesterday");
            assertThat(page.locator("main").innerText()).contains("INS-1011", "yesterday");
        }
    }

    @Test
    void aHeadSeesTheirOwnBranchOnly() {
        try (Window window = Window.signedIn(port, "head", 1440, false)) {
            Page page = window.page();
            window.visit("/insight/returns?by=branch");
            List<String> seen =
                    page.locator("table.rows").last().locator("tbody th").allInnerTexts();
            assertThat(seen.size())
                    .isLessThan(
                            credits(Breakdown.BRANCH, Optional.empty()).rows().size());
            window.visit("/insight/vintage?by=branch");
            assertThat(page.locator("table.rows").last().locator("tbody th").allInnerTexts())
                    .hasSizeLessThanOrEqualTo(3);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void vintagesAreToldByQuarterAndBySource() {
        try (Window window = Window.signedIn(port, "compliance", 1440, false)) {
            Page page = window.page();
            window.visit("/insight/vintage");
            assertThat(page.locator("table.rows")
                            .last()
                            .locator("tbody th")
                            .first()
                            .innerText())
                    .matches("20\\d\\d Q[1-4]");
            window.visit("/insight/vintage?by=channel&late=days-90");
            assertThat(page.locator("main").innerText()).contains("自来").contains("曾逾期 90 天以上");
            window.visit("/insight/vintage?by=tag.gender");
            assertThat(page.locator("table.rows").last().locator("tbody th").allInnerTexts())
                    .contains("男", "女");
            Download workbook = page.waitForDownload(
                    () -> page.locator("a[href*='vintage.xlsx']").click());
            assertThat(workbook.suggestedFilename()).endsWith(".xlsx");
            assertThat(window.complaints()).isEmpty();
        }
    }
}
