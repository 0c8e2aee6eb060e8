package org.yinhang.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.jobs.Jobs;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser.Window;
import org.yinhang.testing.FilledBank;

/** The account manager's day in a real browser, at a desk and on a phone. */
@ApplicationTest
class OpportunityBrowserTests {

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory application;

    @Autowired
    private Jobs jobs;

    @Autowired
    private JdbcClient jdbc;

    private OpportunityRows rows;

    @BeforeEach
    void prepare() {
        rows = OpportunityRows.of(application);
    }

    @AfterEach
    void forget() {
        rows.forget();
    }

    @Test
    void fromAnAudienceToTheDayOfWhoeverKeepsTheCustomer() {
        try (Window analyst = Window.signedIn(port, "analyst", 1440, false)) {
            Page page = analyst.page();
            analyst.visit("/opportunities");
            assertThat(page.locator("main").textContent()).contains("还没有商机");
            analyst.visit("/opportunity-lists");
            page.locator("#name").fill("看过未申请 第 1 批");
            page.locator("#audience").selectOption(new SelectOption().setLabel("看过未申请"));
            page.locator("#list-size .notice").waitFor();
            assertThat(page.locator("#list-size").textContent()).contains("进入名单");
            assertThat(analyst.barriers()).isEmpty();
            analyst.picture("opportunity-lists");
            page.locator("#list-form .btn-primary").click();
            rows.settle();
            FilledBank.run(jobs, "opportunity-identify", Map.of());
            analyst.visit("/opportunities");
            assertThat(page.locator("#list-opportunities").textContent()).contains("没有开始申请");
            assertThat(analyst.barriers()).isEmpty();
            analyst.picture("opportunities");
            assertThat(analyst.complaints()).isEmpty();
        }
        someWork();
        try (Window manager = Window.signedIn(port, "manager", 1440, false)) {
            manager.visit("/my-day");
            assertThat(manager.page().locator(".day-item").count()).isPositive();
            assertThat(manager.barriers()).isEmpty();
            manager.visit("/");
            assertThat(manager.page().locator(".day-slim").count()).isEqualTo(1);
            assertThat(manager.complaints()).isEmpty();
        }
        try (Window phone = Window.signedIn(port, "manager", 390, true)) {
            phone.visit("/my-day");
            assertThat(phone.barriers()).isEmpty();
            phone.visit("/opportunities");
            assertThat(phone.barriers()).isEmpty();
            assertThat(phone.complaints()).isEmpty();
        }
    }

    private void someWork() {
        rows.assigned("viewed-not-applied");
    }

    @Test
    void aCallFromTheNumberToTheRecordInFourTaps() {
        someWork();
        try (Window phone = Window.signedIn(port, "manager", 390, false)) {
            Page page = phone.page();
            CallPages.openCallable(phone);
            assertThat(phone.barriers()).isEmpty();
            phone.picture("call");
            String address = page.url();
            page.locator("#dial").click();
            page.locator("a[href^='tel:']").waitFor();
            assertThat(page.locator("a[href^='tel:']").getAttribute("href")).matches("tel:1\\d{10}");
            assertThat(phone.barriers()).isEmpty();
            CallPages.tap(page, "outcome", "reached");
            CallPages.tap(page, "need", "car");
            page.reload();
            assertThat(page.locator("input[name=need][value=car]").isChecked()).isTrue();
            CallPages.tap(page, "objection", "rate-high");
            phone.picture("call-record");
            page.locator("button[name=next][value=week]").click();
            page.waitForURL("**/my-day");
            assertThat(page.locator("main").textContent()).contains("约在以后的日子");
            page.navigate(address);
            assertThat(page.locator(".entries").first().textContent()).contains("已接通", "购车", "利率高", "一周后");
            assertThat(phone.complaints()).isEmpty();
        }
        try (Window desk = Window.signedIn(port, "manager", 1440, false)) {
            CallPages.openCallable(desk);
            desk.picture("call");
            assertThat(desk.barriers()).isEmpty();
            assertThat(desk.complaints()).isEmpty();
        }
        try (Window desk = Window.signedIn(port, "manager", 1440, true)) {
            CallPages.openCallable(desk);
            desk.picture("call-english");
            assertThat(desk.barriers()).isEmpty();
        }
    }

    @Test
    void theDayOfABusyManagerInBothLanguagesAndSizes() {
        someWork();
        jdbc.sql(
                        "UPDATE opportunity SET value_fen = 20000 + (customer * 7919) % 180000, chance = 0.02 + (customer % 20) / 100.0")
                .update();
        for (boolean english : List.of(false, true)) {
            for (int width : List.of(1440, 390)) {
                try (Window manager = Window.signedIn(port, "manager", width, english)) {
                    manager.visit("/my-day");
                    assertThat(manager.page().locator(".day-item").count()).isGreaterThan(1);
                    assertThat(manager.barriers()).isEmpty();
                    manager.picture(english ? "my-day-english" : "my-day");
                    assertThat(manager.complaints()).isEmpty();
                }
            }
        }
    }

    @Test
    void whoMayNotBeCalledShowsReasonsAndNoNumber() {
        someWork();
        int customer = 0;
        try (Window manager = Window.signedIn(port, "manager", 1440, false)) {
            CallPages.openCallable(manager);
            customer = Integer.parseInt(manager.page()
                    .locator("a[href^='/customers/']")
                    .first()
                    .getAttribute("href")
                    .substring("/customers/".length()));
            complaint(customer, true);
            manager.page().reload();
            assertThat(manager.page().locator("#call").textContent()).contains("投诉处理中");
            assertThat(manager.page().locator("#dial").count()).isZero();
            assertThat(manager.page().locator("a[href^='tel:']").count()).isZero();
            manager.picture("call-refused");
        } finally {
            complaint(customer, false);
        }
    }

    private void complaint(int customer, boolean isOpen) {
        jdbc.sql("UPDATE customer SET complaint_open = ? WHERE number = ?")
                .params(isOpen, customer)
                .update();
    }

    @Test
    void theHeadSeesTheTeamGivesWorkToAnotherAndTakesItBack() {
        someWork();
        jdbc.sql("UPDATE opportunity SET value_fen = 20000 + (customer * 7919) % 180000")
                .update();
        try (Window head = Window.signedIn(port, "head", 1440, false)) {
            Page page = head.page();
            head.visit("/opportunity-team");
            assertThat(page.locator("tbody tr").count()).isPositive();
            assertThat(head.barriers()).isEmpty();
            head.picture("opportunity-team");
            head.visit("/opportunities");
            page.locator("[data-choose]").nth(0).check();
            page.locator("[data-choose]").nth(1).check();
            page.locator("[data-bulk] button.btn-primary").click();
            assertThat(page.locator("main").textContent()).contains("将改派 2 条");
            assertThat(head.barriers()).isEmpty();
            head.picture("opportunity-give");
            page.locator("#staff").selectOption(new SelectOption().setIndex(1));
            page.locator("form[action='/opportunity-team/give'] .btn-primary").click();
            assertThat(page.locator(".undo").count()).isEqualTo(1);
            page.locator(".undo button").click();
            assertThat(page.locator(".undo").count()).isZero();
            head.visit("/");
            assertThat(page.locator("main").textContent()).contains("期望价值");
            assertThat(head.complaints()).isEmpty();
        }
        try (Window phone = Window.signedIn(port, "head", 390, true)) {
            phone.visit("/opportunity-team");
            assertThat(phone.barriers()).isEmpty();
            phone.picture("opportunity-team-english");
        }
    }

    @Test
    void whatIsClaimedFromThePoolIsMineAndOnMyList() {
        someWork();
        jdbc.sql("UPDATE opportunity SET place = 'public', owner = NULL, assigned_why = 'recycled',"
                        + " value_fen = 20000 + (customer * 7919) % 180000")
                .update();
        try (Window phone = Window.signedIn(port, "manager", 390, false)) {
            Page page = phone.page();
            phone.visit("/opportunity-pool");
            assertThat(phone.barriers()).isEmpty();
            phone.picture("opportunity-pool");
            page.locator("form[action$='/claim'] button").first().click();
            assertThat(page.url()).matches(".*/opportunities/\\d+");
            phone.visit("/my-day");
            assertThat(page.locator(".day-item").count()).isEqualTo(1);
            assertThat(phone.complaints()).isEmpty();
        }
        try (Window manager = Window.signedIn(port, "manager", 1440, true)) {
            manager.visit("/opportunity-pool");
            assertThat(manager.barriers()).isEmpty();
            manager.picture("opportunity-pool-english");
        }
    }

    @Test
    void scriptsAreWrittenByOneAndApprovedByAnother() {
        try (Window analyst = Window.signedIn(port, "analyst", 1440, false);
                Window compliance = Window.signedIn(port, "compliance", 1440, false);
                Window admin = Window.signedIn(port, "admin", 1440, false)) {
            Page page = analyst.page();
            analyst.visit("/scripts/general/1");
            assertThat(analyst.barriers()).isEmpty();
            analyst.picture("script");
            page.locator("details.fold summary").click();
            String text = page.locator("#yaml").inputValue();
            page.locator("#yaml").fill(text.replace("占用您一分钟", "低门槛"));
            page.locator("#script-check .sign-blocked").waitFor();
            page.locator("#yaml").fill(text.replace("占用您一分钟", "耽误您一分钟"));
            page.locator("#script-check .sign-good").waitFor();
            page.locator("form[action='/scripts'] .btn-primary").click();
            assertThat(page.locator("main").textContent()).contains("待审批");
            assertThat(page.locator("form[action$='/decide']").count()).isZero();
            String address = page.url().substring(page.url().indexOf("/scripts"));
            compliance.visit(address);
            assertThat(compliance.barriers()).isEmpty();
            compliance.page().locator("button[name=approved][value=true]").click();
            analyst.visit("/scripts");
            assertThat(page.locator("main").textContent()).contains("general v2");
            assertThat(analyst.barriers()).isEmpty();
            analyst.picture("scripts");
            page.locator("a[href='/scripts/new']").click();
            page.locator("#script-check .sign-good").waitFor();
            assertThat(analyst.barriers()).isEmpty();
            analyst.picture("script-new");
            page.locator("#yaml").fill(text.replace("通用邀约", "装修邀约"));
            page.locator("#code").fill("general");
            page.locator("form[action='/scripts/new'] .btn-primary").click();
            page.locator("#not-saved").waitFor();
            assertThat(page.locator("#not-saved").innerText()).contains("OPP-4006");
            assertThat(page.locator("#yaml").inputValue()).contains("装修邀约");
            page.locator("#code").fill("renovation-call");
            page.locator("form[action='/scripts/new'] .btn-primary").click();
            page.waitForURL("**/scripts/renovation-call/1");
            assertThat(page.locator("main").textContent()).contains("装修邀约", "待审批");
            admin.visit("/opportunity-settings");
            assertThat(admin.barriers()).isEmpty();
            admin.picture("opportunity-settings");
            assertThat(analyst.complaints()).as("only the refused code").allSatisfy(complaint -> assertThat(complaint)
                    .contains("/scripts/new", "422"));
        } finally {
            jdbc.sql("DELETE FROM opportunity_script WHERE version > 1 OR code = 'renovation-call'")
                    .update();
        }
    }
}
