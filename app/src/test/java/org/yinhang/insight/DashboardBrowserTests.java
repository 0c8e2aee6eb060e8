package org.yinhang.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.attribution.Breakdown;
import org.yinhang.lake.attribution.KeyFigure;
import org.yinhang.lake.attribution.KeyFigures;
import org.yinhang.shared.BusinessClock;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser;
import org.yinhang.testing.Browser.Window;
import org.yinhang.testing.FilledBank;

/** The dashboard over a simulated bank in a real browser, on paper, and in figures. */
@ApplicationTest
class DashboardBrowserTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Dashboard dashboard;

    @BeforeEach
    void bank() {
        FilledBank.fill(jobs, clock);
    }

    private List<KeyFigures> total(Breakdown by) {
        LocalDate last = dashboard.lastDay();
        return dashboard
                .figures(new Dashboard.Question(
                        new ReturnsPeriod(last.minusMonths(2).withDayOfMonth(1), last.plusDays(1)),
                        by,
                        Map.of(),
                        Optional.empty()))
                .total();
    }

    @Test
    void partsAddUpToTheBankHoweverItIsLookedAt() {
        List<KeyFigures> whole = total(Breakdown.PRODUCT);
        for (KeyFigure figure :
                List.of(KeyFigure.CONTACTS, KeyFigure.APPLICATIONS, KeyFigure.DRAWN, KeyFigure.BALANCE)) {
            assertThat(whole.get(Dashboard.NOW).of(figure)).as(figure.name()).isPositive();
        }
        for (Breakdown by : Breakdown.values()) {
            assertThat(total(by)).as(by.name()).isEqualTo(whole);
        }
    }

    @Test
    void aHeadComesFromTheHomePageToABranchAProductAndAMonthOfTheirOwnOnly() {
        Browser.isNeeded();
        try (Window window = Window.signedIn(port, "head", 1440, false)) {
            Page page = window.page();
            window.visit("/");
            page.locator(".dashboard-figure").first().click();
            page.waitForURL("**/insight/dashboard?*");
            String own = page.locator(".returns-within strong").innerText();
            window.visit("/insight/dashboard?by=branch&from=2020-01-01");
            page.locator(".dashboard-rows tbody th a").first().click();
            page.waitForURL("**branch=*");
            assertThat(page.locator(".returns-within a").first().innerText()).isEqualTo(own);
            window.visit("/insight/dashboard?by=product&from=2020-01-01");
            String product = page.locator(".dashboard-rows tbody th a").first().innerText();
            page.locator(".dashboard-rows tbody th a").first().click();
            page.waitForURL("**product=*");
            assertThat(page.locator(".returns-within .chip").innerText()).contains(product);
            window.visit("/insight/dashboard?by=month");
            page.locator(".dashboard-rows tbody th a").nth(1).click();
            page.waitForURL("**by=branch*");
            assertThat(page.locator("[data-chart]").first().innerText()).contains("近 12 个月");
            assertThat(page.navigate("http://127.0.0.1:" + port + "/insight/dashboard?branch=100000")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void theDocumentAndTheWorkbookSayWhatThePageSays() throws IOException {
        Browser.isNeeded();
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            Page page = window.page();
            window.visit("/insight/dashboard?by=channel&from=2020-01-01");
            String drawn =
                    page.locator(".dashboard-figure[aria-current] strong").innerText();
            String asOf = page.locator("#outcomes-as-of").innerText();
            assertThat(asOf).matches("触达结果截至 \\d{4}-\\d\\d-\\d\\d；平台结果最近回流：.+");
            Download document = page.waitForDownload(
                    () -> page.locator("a[href*='dashboard.pdf']").click());
            byte[] bytes = Files.readAllBytes(document.path());
            try (PdfReader reader = new PdfReader(bytes)) {
                String text = new PdfTextExtractor(reader).getTextFromPage(1);
                assertThat(text).contains("经营看板", "放款金额", "本期", "上期", drawn, "触达结果截至 " + asOf.substring(7, 17));
            }
            assertThat(bytes.length).as("only the characters used are embedded").isLessThan(1_000_000);
            Download workbook = page.waitForDownload(
                    () -> page.locator("a[href*='dashboard.xlsx']").click());
            assertThat(workbook.suggestedFilename()).endsWith(".xlsx");
            try (ReadableWorkbook file = new ReadableWorkbook(Files.newInputStream(workbook.path()))) {
                assertThat(file.getSheets().map(Sheet::getName)).contains("说明");
                assertThat(file.findSheet("说明").orElseThrow().read().getLast().getCellText(0))
                        .isEqualTo(asOf);
            }
            assertThat(window.complaints()).isEmpty();
        }
    }
}
