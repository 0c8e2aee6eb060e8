package org.yinhang.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser;
import org.yinhang.testing.Browser.Window;
import org.yinhang.testing.FilledBank;

/** A benefit from the proposal to the customer who redeems it, in a real browser. */
@ApplicationTest
class BenefitBrowserTests {

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory application;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    private BenefitRows rows;

    @BeforeEach
    void fill() {
        Browser.isNeeded();
        FilledBank.fill(jobs, clock);
        rows = BenefitRows.of(application);
    }

    @AfterEach
    void forget() {
        rows.forget();
    }

    private List<Integer> own() {
        return jdbc.sql("""
                SELECT c.number FROM customer c JOIN staff_user u ON u.staff_code = c.manager_code
                WHERE u.user_name = 'manager' ORDER BY c.number LIMIT 3""").query(Integer.class).list();
    }

    @Test
    void oneProposesAnotherApproves() {
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            Page page = window.page();
            window.visit("/benefits/new");
            assertThat(window.barriers()).isEmpty();
            page.locator("#code").fill("test-coupon");
            page.locator("#name").fill("秋季利率券");
            page.locator("#kind").selectOption("rate-coupon");
            page.locator("#cut").fill("0.2");
            page.locator("main form button").click();
            assertThat(page.locator("#faults").innerText()).contains("BEN-1001", "product");
            page.locator("[data-go-back]").click();
            page.waitForURL("**/benefits/new");
            assertThat(page.locator("#name").inputValue())
                    .as("nothing typed is lost")
                    .isEqualTo("秋季利率券");
            assertThat(page.locator("#kind").inputValue()).isEqualTo("rate-coupon");
            page.locator("#product").selectOption("L101");
            page.locator("main form button").click();
            page.waitForURL("**/benefits/test-coupon");
            assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
            assertThat(page.locator("main").innerText()).contains("等待另一人批准").doesNotContain("benefit.");
            assertThat(window.barriers()).isEmpty();
        }
        try (Window window = Window.signedIn(port, "compliance", 1440, true)) {
            Page page = window.page();
            window.visit("/benefits/test-coupon");
            page.locator("form[action$='/approve'] button").first().click();
            page.waitForLoadState();
            assertThat(page.locator("main").innerText()).contains("Open").doesNotContain("benefit.");
            window.visit("/benefits");
            assertThat(page.locator("table").innerText()).contains("test-coupon");
            assertThat(window.barriers()).isEmpty();
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void aCodeIsRedeemedOnThePhone() {
        Benefit benefit = rows.open(rows.gift(200, 30, 6_000, 1));
        Grant grant = rows.promise(benefit, "w", own()).values().iterator().next();
        try (Window window = Window.signedIn(port, "manager", 390, false)) {
            Page page = window.page();
            window.visit("/benefits/redeem");
            assertThat(window.barriers()).isEmpty();
            page.locator("#token").fill(grant.token().toLowerCase(Locale.ROOT));
            page.locator("main form button").first().click();
            page.locator("#grant").waitFor();
            page.locator("#reference").fill("HT20260001");
            assertThat(window.barriers()).isEmpty();
            window.picture("benefit-redeem");
            page.locator("#grant form button").click();
            page.locator("#grant .sign-good").waitFor();
            window.visit("/customers/" + grant.customer());
            assertThat(page.locator("main").innerText()).contains(grant.token(), "HT20260001");
            assertThat(window.complaints()).isEmpty();
        }
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            window.visit("/benefits/" + benefit.terms().code());
            assertThat(window.page().locator("main").innerText()).contains("test-campaign", "33.3%");
            assertThat(window.barriers()).isEmpty();
            window.picture("benefit");
        }
    }
}
