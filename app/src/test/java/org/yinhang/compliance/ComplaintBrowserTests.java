package org.yinhang.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.compliance.complaint.Complaint;
import org.yinhang.compliance.complaint.ComplaintFinding;
import org.yinhang.compliance.complaint.ComplaintSubject;
import org.yinhang.compliance.complaint.Complaints;
import org.yinhang.compliance.complaint.Entrance;
import org.yinhang.compliance.complaint.Grievance;
import org.yinhang.compliance.complaint.Severity;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser;
import org.yinhang.testing.Browser.Window;
import org.yinhang.testing.FilledBank;
import org.yinhang.testing.Person;

/** Complaints in a real browser: taken in by the account manager on the phone, decided by compliance. */
@ApplicationTest
class ComplaintBrowserTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Complaints complaints;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void fill() {
        Browser.isNeeded();
        FilledBank.fill(jobs, clock);
        int customer = 900;
        for (ComplaintSubject subject : ComplaintSubject.values()) {
            Complaint complaint = complaints.take(
                    new Grievance(
                            "shown-" + subject.key(),
                            customer++,
                            subject == ComplaintSubject.PRIVACY ? Entrance.REGULATOR : Entrance.CALL,
                            subject,
                            Severity.ORDINARY,
                            "客户表示已多次要求不再来电，仍接到营销电话。"),
                    Person.of("compliance", Role.COMPLIANCE));
            if (subject == ComplaintSubject.FEE && complaint.isOpen()) {
                complaints.talk(complaint.id(), "已电话致歉并说明收费依据", Person.of("manager", Role.ACCOUNT_MANAGER));
                complaints.decide(
                        complaint.id(),
                        ComplaintFinding.PARTLY,
                        "收费告知不充分，已退费",
                        false,
                        Person.of("head", Role.BRANCH_HEAD));
            }
        }
    }

    private int ownCustomer() {
        return jdbc.sql("""
                SELECT c.number FROM customer c JOIN staff_user u ON u.staff_code = c.manager_code
                WHERE u.user_name = 'manager' ORDER BY c.number LIMIT 1""").query(Integer.class).single();
    }

    private long shown() {
        return complaints.of(900).getLast().id();
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, false", "1440, true", "390, true"})
    void everyPageStandsWithoutBarrier(int width, boolean english) {
        try (Window window = Window.signedIn(port, "compliance", width, english)) {
            String language = english ? "-english" : "";
            String[][] pages = {
                {"complaints", "/complaints"},
                {"complaint", "/complaints/" + shown()},
                {"complaint-intake", "/complaints/new?customer=900"}
            };
            for (String[] each : pages) {
                window.visit(each[1]);
                assertThat(window.page().locator("main").innerText())
                        .as(each[0])
                        .doesNotContain("complaint.");
                assertThat(window.barriers()).as(each[0]).isEmpty();
                window.picture(each[0] + language);
            }
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void theManagerTakesItInOnThePhoneAndComplianceDecides() {
        int customer = ownCustomer();
        try (Window window = Window.signedIn(port, "manager", 390, false)) {
            Page page = window.page();
            window.visit("/customers/" + customer);
            page.locator("a[href='/complaints/new?customer=" + customer + "']").click();
            page.locator("input[name=subject][value=SERVICE]").check();
            page.locator("#story").fill("排队太久");
            page.locator("main form button").click();
            page.waitForURL(Pattern.compile(".*/complaints/\\d+"));
            page.locator("#words").fill("已致歉，约好改日上门");
            page.locator("button[formaction$=talk]").click();
            page.locator(".steps li").nth(1).waitFor();
            assertThat(page.locator("form[action$=decide]").count())
                    .as("an account manager does not decide")
                    .isZero();
            assertThat(window.complaints()).isEmpty();
        }
        Complaint complaint = complaints.of(customer).getFirst();
        try (Window window = Window.signedIn(port, "compliance", 1440, false)) {
            Page page = window.page();
            window.visit("/complaints/" + complaint.id());
            page.locator("input[name=finding][value=JUSTIFIED]").check();
            page.locator("#decide-words").fill("属实，已增加窗口");
            page.locator("form[action$=decide] button").click();
            page.locator("form[action$=reopen]").waitFor();
            assertThat(window.complaints()).isEmpty();
        }
        assertThat(complaints.of(customer).getFirst().finding()).contains(ComplaintFinding.JUSTIFIED);
    }

    @Test
    void aManagerOfOtherCustomersFindsNothing() {
        int foreign = jdbc.sql("""
                SELECT c.number FROM customer c LEFT JOIN staff_user u ON u.staff_code = c.manager_code
                WHERE u.user_name IS DISTINCT FROM 'manager' ORDER BY c.number LIMIT 1""").query(Integer.class).single();
        Complaint complaint = complaints.take(
                new Grievance("foreign", foreign, Entrance.CALL, ComplaintSubject.FEE, Severity.ORDINARY, "收费"),
                Person.of("compliance", Role.COMPLIANCE));
        try (Window window = Window.signedIn(port, "manager", 1440, false)) {
            for (String path : new String[] {"/complaints/" + complaint.id(), "/complaints/new?customer=" + foreign}) {
                assertThat(window.page()
                                .navigate("http://127.0.0.1:" + port + path)
                                .status())
                        .as(path)
                        .isEqualTo(404);
            }
        }
    }
}
