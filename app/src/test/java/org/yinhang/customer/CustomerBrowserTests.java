package org.yinhang.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yinhang.access.DemoStaff;
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

    private Window signedIn(String userName, int width, boolean english) {
        Window window = Window.open(port, width, width > 1000 ? 900 : 844);
        window.signIn(userName, DemoStaff.PASSWORD);
        if (english) {
            window.page().locator(".top button[value=en]").click();
            window.page().waitForCondition(() -> window.page().title().endsWith("Yinhang"));
        }
        return window;
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, false", "1440, true", "390, true"})
    void theListAndOneCustomerAreCompleteAndWithoutBarrier(int width, boolean english) {
        try (Window window = signedIn("head", width, english)) {
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
        try (Window window = signedIn("manager", 1440, false)) {
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
        try (Window window = signedIn("analyst", 1440, false)) {
            Page page = window.page();
            window.visit("/customers");
            page.locator("#filter-customers-state").selectOption("overdue");
            page.locator(".chip").waitFor();
            assertThat(page.locator("tbody tr[data-href] .sign-bad").count()).isPositive();
            page.locator("th a[href*='sort=aum']").click();
            page.waitForCondition(() -> page.url().contains("sort=aum"));
            page.locator(".chip").click();
            page.waitForCondition(() -> page.locator(".chip").count() == 0);
            assertThat(window.complaints()).isEmpty();
            window.visit("/customers?f.state=overdue&sort=-overdue");
            window.picture("customers-overdue");
        }
    }

    @Test
    void theTimelineGoesFurtherBack() {
        try (Window window = signedIn("operator", 1440, false)) {
            Page page = window.page();
            window.visit("/customers?sort=-contact");
            page.locator("tr[data-href] a").first().click();
            page.waitForURL("**/customers/*");
            assertThat(page.locator(".entry").count()).isEqualTo(20);
            page.locator(".more").click();
            page.waitForCondition(() -> page.locator(".entry").count() > 20);
            assertThat(window.complaints()).isEmpty();
        }
    }
}
