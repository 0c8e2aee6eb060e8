package org.yinhang.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser;
import org.yinhang.testing.Browser.Window;
import org.yinhang.testing.FilledBank;

@ApplicationTest
class CustomerBrowserTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @BeforeEach
    void fill() {
        Browser.isNeeded();
        FilledBank.fill(jobs, clock);
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, false", "1440, true", "390, true"})
    void theListAndOneCustomerAreCompleteAndWithoutBarrier(int width, boolean english) {
        try (Window window = Window.signedIn(port, "head", width, english)) {
            String language = english ? "-english" : "";
            window.visit("/customers");
            assertThat(window.page().locator("tbody tr[data-href]").count()).isEqualTo(20);
            assertThat(window.barriers()).isEmpty();
            window.picture("customers" + language);
            window.visit("/customers?f.state=never-used&sort=-granted");
            window.page().locator("tr[data-href] a").first().click();
            window.page().waitForURL("**/customers/*");
            window.page().locator("[data-chart][data-drawn]").first().waitFor();
            window.page().locator("[data-chart][data-drawn]").last().waitFor();
            assertThat(window.page().locator(".entry").count()).isPositive();
            assertThat(window.page().content()).doesNotContain("customer.");
            assertThat(window.barriers()).isEmpty();
            window.picture("customer" + language);
            window.page().mouse().wheel(0, 1_000);
            window.page().waitForTimeout(200);
            window.picture("customer-further" + language);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void aPhoneNumberIsShownForAReasonAndMaskedAgain() {
        try (Window window = Window.signedIn(port, "manager", 1440, false)) {
            Page page = window.page();
            window.visit("/customers");
            page.locator("tr[data-href] a").first().click();
            page.waitForURL("**/customers/*");
            page.locator("#personal-phone summary").click();
            page.locator("#personal-phone input[name=reason]").fill("按计划联系客户");
            page.locator("#personal-phone").scrollIntoViewIfNeeded();
            window.picture("customer-unmask");
            page.locator("#personal-phone button").click();
            page.locator("#personal-phone .clear").waitFor();
            assertThat(page.locator("#personal-phone .clear").innerText()).matches("154\\d{8}");
            page.reload();
            assertThat(page.locator("#personal-phone").innerText()).contains("154****");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void aListIsNarrowedByChipsSortedAndSearched() {
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            Page page = window.page();
            window.visit("/customers");
            page.locator("#filter-customers-state").selectOption("overdue");
            page.locator(".chips .chip").waitFor();
            assertThat(page.locator("tbody tr[data-href] .sign-bad").count()).isPositive();
            page.locator("th a[href*='sort=aum']").click();
            page.waitForCondition(() -> page.url().contains("sort=aum"));
            page.locator(".chips .chip").click();
            page.waitForCondition(() -> page.locator(".chips .chip").count() == 0);
            assertThat(window.complaints()).isEmpty();
            window.visit("/customers?f.state=overdue&sort=-overdue");
            window.picture("customers-overdue");
        }
    }

    @Test
    void aViewIsKeptOpensTheListAndIsForgotten() {
        try (Window window = Window.signedIn(port, "compliance", 1440, false)) {
            Page page = window.page();
            window.visit("/customers?f.state=overdue&sort=-overdue");
            page.locator(".view-save summary").click();
            page.locator("#view-name-customers").fill("逾期客户");
            page.locator(".view-save input[type=checkbox]").check();
            page.locator(".view-save button").click();
            page.locator(".chip[aria-current]:has-text('逾期客户')").waitFor();
            window.picture("customers-view");
            window.visit("/customers");
            assertThat(page.locator("#filter-customers-state").inputValue()).isEqualTo("overdue");
            assertThat(window.barriers()).isEmpty();
            page.locator(".views > .chip").first().click();
            page.waitForURL("**/customers?all");
            assertThat(page.locator("#filter-customers-state").inputValue()).isEmpty();
            page.locator(".chip-remove").click();
            page.waitForCondition(() -> page.locator(".chip-remove").count() == 0);
            window.visit("/customers");
            assertThat(page.locator("#filter-customers-state").inputValue()).isEmpty();
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void chosenRowsAreExportedAndTheSizeShowsFirst() throws IOException {
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            Page page = window.page();
            window.visit("/customers?f.state=reachable&sort=-aum");
            page.locator("[data-choose]").nth(0).check();
            page.locator("[data-choose]").nth(2).check();
            assertThat(page.locator("[data-bulk-count]").innerText()).isEqualTo("已选 2 条");
            assertThat(window.barriers()).isEmpty();
            window.picture("customers-chosen");
            assertThat(rowsOf(page.waitForDownload(
                            () -> page.locator(".bulk .btn-primary").click())))
                    .isEqualTo(2);
            page.locator("[data-choose-page]").check();
            String total = page.locator(".bulk").getAttribute("data-total");
            page.locator("[data-bulk-every]").click();
            assertThat(page.locator("[data-bulk-count]").innerText())
                    .isEqualTo("已选全部 " + String.format(Locale.ROOT, "%,d", Long.parseLong(total)) + " 条");
            assertThat(rowsOf(page.waitForDownload(
                            () -> page.locator(".bulk .btn-primary").click())))
                    .isEqualTo(Long.parseLong(total));
            assertThat(window.complaints()).isEmpty();
        }
    }

    /** Rows below the heading of a workbook. */
    private static long rowsOf(Download download) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(download.path().toFile());
                Stream<?> rows = workbook.getFirstSheet().openStream()) {
            return rows.count() - 1;
        }
    }

    @Test
    void whatIsSearchedForStandsInNoAddress() {
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            Page page = window.page();
            List<String> addresses = Collections.synchronizedList(new ArrayList<>());
            page.onRequest(request -> addresses.add(request.url()));
            window.visit("/customers");
            String number = page.locator("tbody td[data-label=客户号]").nth(3).innerText();
            page.locator("#search-customers").fill(number);
            page.waitForCondition(() -> page.locator("tbody tr[data-href]").count() == 1);
            assertThat(page.locator("tbody td[data-label=客户号]").innerText()).isEqualTo(number);
            assertThat(page.locator(".chip").last().innerText()).contains(number);
            assertThat(page.url()).contains("q=~");
            page.reload();
            assertThat(page.locator("#search-customers").inputValue()).isEqualTo(number);
            assertThat(addresses).noneMatch(address -> address.contains("q=" + number));
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void onThePhoneAListIsCardsThatCanBeSorted() {
        try (Window window = Window.signedIn(port, "manager", 390, false)) {
            Page page = window.page();
            window.visit("/customers");
            assertThat(page.locator(".cards thead").isVisible()).isFalse();
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                    .isEqualTo(390);
            page.locator("#sort-customers").selectOption("-granted");
            page.waitForCondition(() -> page.url().contains("sort=-granted"));
            assertThat(window.barriers()).isEmpty();
            window.picture("customers-cards");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, true"})
    void theCreditFactorySeesWhereApplicationsWait(int width, boolean english) {
        try (Window window = Window.signedIn(port, "operator", width, english)) {
            Page page = window.page();
            window.visit("/");
            String panel = page.locator(".panel:has(.tier-bar)").first().innerText();
            assertThat(panel).contains(english ? "Submitted today" : "今日提交", english ? "Why rejected" : "拒绝原因");
            assertThat(page.content()).doesNotContain("customer.applications", "customer.code");
            assertThat(window.barriers()).isEmpty();
            window.picture(english ? "home-operator-filled-english" : "home-operator-filled");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void theTimelineGoesFurtherBack() {
        try (Window window = Window.signedIn(port, "operator", 1440, false)) {
            Page page = window.page();
            window.visit("/customers?sort=-contact");
            // Whoever was contacted last, by another test of this bank, need not have a long history.
            List<String> customers = page.locator("tr[data-href]").all().stream()
                    .map(row -> row.getAttribute("data-href"))
                    .toList();
            assertThat(customers).anyMatch(customer -> {
                window.visit(customer);
                return page.locator(".more").count() > 0;
            });
            assertThat(page.locator(".entry").count()).isEqualTo(20);
            page.locator(".more").click();
            page.waitForCondition(() -> page.locator(".entry").count() > 20);
            assertThat(window.complaints()).isEmpty();
        }
    }
}
