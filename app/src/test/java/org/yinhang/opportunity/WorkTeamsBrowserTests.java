package org.yinhang.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser.Window;

/** Attack and follow-up in a real browser: set by the head, seen on the days of both. */
@ApplicationTest
class WorkTeamsBrowserTests {

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory application;

    @Autowired
    private Calls calls;

    @Autowired
    private JdbcClient jdbc;

    private OpportunityRows rows;
    private WorkTeams teams;

    @BeforeEach
    void prepare() {
        rows = OpportunityRows.of(application);
        rows.assigned("viewed-not-applied");
        teams = WorkTeams.of(application);
    }

    @AfterEach
    void forget() {
        rows.forget();
    }

    @Test
    void theHeadSetsTeamsSeesWhatChangesAndConfirms() {
        try (Window head = Window.signedIn(port, "head", 1440, false)) {
            Page page = head.page();
            head.visit("/opportunity-members/" + teams.attack());
            page.locator("label.pick:has(input[value=attack])").click();
            page.locator("input[name=skill][value='family.car']").check();
            page.locator("input[name=skill][value='L101']").check();
            assertThat(head.barriers()).isEmpty();
            head.picture("opportunity-worker");
            page.locator(".handover-form .btn-primary").click();
            page.waitForURL("**/preview");
            assertThat(page.locator("main").textContent()).contains("确认改动 1 人", "攻坚", "车贷");
            assertThat(head.barriers()).isEmpty();
            page.locator("form[action='/opportunity-members/save'] .btn-primary")
                    .click();
            page.waitForURL("**/opportunity-members");
            page.locator("[data-choose]").nth(0).check();
            page.locator("[data-choose]").nth(1).check();
            page.locator("[data-bulk] button:has-text('改分组与擅长')").click();
            page.locator("label.pick:has(input[value=follow-up])").click();
            page.locator(".handover-form .btn-primary").click();
            page.waitForURL("**/preview");
            page.locator("form[action='/opportunity-members/save'] .btn-primary")
                    .click();
            page.waitForURL("**/opportunity-members");
            assertThat(page.locator("#list-opportunity-members tbody").textContent())
                    .contains("跟进");
            assertThat(head.barriers()).isEmpty();
            head.picture("opportunity-workers");
            head.visit("/opportunity-team");
            assertThat(page.locator(".team-loads tbody tr").count()).isGreaterThan(1);
            assertThat(head.barriers()).isEmpty();
            head.picture("opportunity-team-loads");
            head.visit("/opportunities?f.team=follow-up");
            assertThat(page.locator("#list-opportunities").count()).isEqualTo(1);
            assertThat(head.complaints()).isEmpty();
        }
    }

    @Test
    void bothSeeWhatWasPassedOnAndItComesBack() {
        teams.split();
        teams.set(teams.follow(), WorkTeam.FOLLOW_UP, "family.revolving");
        List<Opportunity> all = teams.ofOthers(2);
        all.forEach(one -> calls.record(
                one,
                new ContactNote(
                        UUID.randomUUID(),
                        CallOutcome.REACHED,
                        Optional.of(Need.CAR),
                        Optional.of(Objection.RATE_HIGH),
                        NextStep.WEEK,
                        Optional.empty(),
                        "想换车",
                        Optional.empty(),
                        Optional.empty()),
                ContactWay.CALL,
                teams.attack(),
                teams.attacker()));
        try (Window manager = Window.signedIn(port, "manager", 1440, false)) {
            Page page = manager.page();
            manager.visit("/my-day");
            assertThat(page.locator("#passed-out .entry").count()).isEqualTo(2);
            assertThat(manager.barriers()).isEmpty();
            manager.picture("my-day-passed");
            page.locator("#passed-out button").first().click();
            page.waitForURL("**/my-day");
            assertThat(page.locator("#passed-out .entry").count()).isEqualTo(1);
            assertThat(manager.complaints()).isEmpty();
        }
        // The demo has one manager: seen as the other, they follow up now.
        jdbc.sql("UPDATE opportunity SET owner = ? WHERE owner = ?")
                .params(teams.attack(), teams.follow())
                .update();
        jdbc.sql("UPDATE opportunity_pass SET from_staff = to_staff, to_staff = from_staff WHERE back_at IS NULL")
                .update();
        for (int width : List.of(1440, 390)) {
            try (Window manager = Window.signedIn(port, "manager", width, false)) {
                Page page = manager.page();
                manager.visit("/my-day");
                assertThat(page.locator("#passed-in").textContent()).contains("转来跟进 1 条");
                assertThat(manager.barriers()).isEmpty();
                page.locator("#passed-in .btn").first().click();
                page.locator("#passed").waitFor();
                assertThat(page.locator("main").textContent()).contains("首联后转来", "利率高");
                assertThat(manager.barriers()).isEmpty();
                manager.picture("call-passed");
                assertThat(manager.complaints()).isEmpty();
            }
        }
        try (Window manager = Window.signedIn(port, "manager", 1440, true)) {
            Page page = manager.page();
            manager.visit("/my-day");
            page.locator("#passed-in .btn").first().click();
            page.locator("#passed button").first().click();
            manager.visit("/my-day");
            assertThat(page.locator("#passed-in").count()).isZero();
        }
    }
}
