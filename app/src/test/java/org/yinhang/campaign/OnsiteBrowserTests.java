package org.yinhang.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser;
import org.yinhang.testing.Browser.Window;
import org.yinhang.testing.FilledBank;

/** An event on site in a real browser: planned by the head, worked at by the account manager on the phone. */
@ApplicationTest
class OnsiteBrowserTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void fill() {
        Browser.isNeeded();
        FilledBank.fill(jobs, clock);
    }

    private List<Integer> own() {
        return jdbc.sql("""
                SELECT c.number FROM customer c JOIN staff_user u ON u.staff_code = c.manager_code
                WHERE u.user_name = 'manager' AND NOT c.deceased ORDER BY c.number LIMIT 6""").query(Integer.class).list();
    }

    @Test
    void anEventFromThePlanToTheOutcome() {
        List<Integer> guests = own();
        String path;
        try (Window window = Window.signedIn(port, "head", 1440, false)) {
            Page page = window.page();
            window.visit("/events/new");
            assertThat(window.barriers()).isEmpty();
            page.locator("#theme").fill("看懂装修报价");
            page.locator("#programme").fill("9:30 签到\n9:45 装修报价怎么看\n10:30 一对一咨询");
            page.locator("#entry").fill("咨询环节由客户经理介绍装修分期与综合融资成本");
            page.locator("#place").fill("支行二楼会客厅");
            page.locator("main form button").click();
            page.waitForURL(Pattern.compile(".*/events/\\d+"));
            path = page.url().replaceAll("^http://[^/]+", "");
            page.locator("summary", new Page.LocatorOptions().setHasText("加入来宾"))
                    .click();
            page.locator("#numbers").fill(guests.stream().map(Object::toString).collect(Collectors.joining(" ")));
            page.locator("form[action$='/guests'] button").click();
            page.locator(".guests li").nth(5).waitFor();
            for (int i = 0; i < 4; i++) {
                page.locator(".checklist")
                        .first()
                        .locator("button", new Locator.LocatorOptions().setHasText("完成"))
                        .filter(new Locator.FilterOptions().setHasNotText("撤销"))
                        .first()
                        .click();
                page.locator(".checklist .sign-good").nth(i).waitFor();
            }
            page.locator("form[action$='/next'] button").click();
            page.locator("button[value=sign-in]").first().waitFor();
            assertThat(window.barriers()).isEmpty();
            assertThat(page.locator("main").innerText()).doesNotContain("onsite.");
            assertThat(window.complaints()).isEmpty();
        }
        try (Window window = Window.signedIn(port, "manager", 390, false)) {
            Page page = window.page();
            window.visit(path);
            page.locator("#text").fill(guests.getFirst().toString());
            page.locator("form[action$='/find'] button").click();
            page.locator("button[value=sign-in]").first().click();
            page.locator("button[value=APPLIED]").first().click();
            page.locator("button[value=APPLIED][aria-pressed=true]").first().waitFor();
            assertThat(window.barriers()).isEmpty();
            window.picture("event");
            assertThat(window.complaints()).isEmpty();
        }
        try (Window window = Window.signedIn(port, "head", 1440, true)) {
            Page page = window.page();
            window.visit("/events");
            assertThat(window.barriers()).isEmpty();
            assertThat(page.locator("main").innerText()).contains("Running").doesNotContain("onsite.");
            window.visit(path);
            assertThat(page.locator("main").innerText()).doesNotContain("onsite.");
            assertThat(window.complaints()).isEmpty();
        }
        try (Window window = Window.signedIn(port, "head", 1440, false)) {
            window.visit(path);
            window.picture("event");
        }
    }
}
