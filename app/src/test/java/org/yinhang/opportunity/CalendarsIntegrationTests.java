package org.yinhang.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.yinhang.access.NewUser;
import org.yinhang.access.StaffUser;
import org.yinhang.access.StaffUsers;
import org.yinhang.shared.Role;
import org.yinhang.testing.ApplicationTest;

/** Calendars: numbers and times behind a secret, for as long as its user may sign in. */
@ApplicationTest
class CalendarsIntegrationTests {

    @Autowired
    private BeanFactory application;

    @Autowired
    private Calls calls;

    @Autowired
    private Calendars calendars;

    @Autowired
    private StaffUsers staff;

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient jdbc;

    private OpportunityRows rows;
    private StaffUser manager;
    private String code;
    private Opportunity agreed;

    @BeforeEach
    void prepare() {
        rows = OpportunityRows.of(application);
        rows.assigned("everybody");
        manager = staff.named("manager").orElseThrow();
        code = manager.staffCode().orElseThrow();
        agreed = rows.callable(code);
        calls.record(
                agreed,
                new ContactNote(
                        UUID.randomUUID(),
                        CallOutcome.REACHED,
                        Optional.empty(),
                        Optional.empty(),
                        NextStep.WEEK,
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        Optional.empty()),
                ContactWay.CALL,
                code,
                manager);
    }

    @AfterEach
    void forget() {
        rows.forget();
        jdbc.sql("DELETE FROM opportunity_calendar").update();
    }

    /** Somebody the staff list does not know. */
    private StaffUser user() {
        NewUser user = new NewUser(
                "calendar-" + UUID.randomUUID().toString().substring(0, 8),
                "测试",
                "101001",
                null,
                Set.of(Role.ACCOUNT_MANAGER),
                "first-password",
                false);
        return staff.add(user, "admin");
    }

    private Optional<String> feed(String secret) {
        return calendars.feed(secret, language -> language);
    }

    @Test
    void theCalendarNamesNobodyAndItsAddressCanBeTakenBack() {
        String secret = calendars.open(manager, "zh-CN");
        String feed = calendars.feed(secret, _ -> "客户跟进").orElseThrow();
        assertThat(feed).contains("UID:opportunity-" + agreed.id() + "@yinhang", "SUMMARY:客户跟进 #" + agreed.id());
        assertThat(feed.lines().filter(line -> line.startsWith("SUMMARY")))
                .allMatch(line -> line.matches("SUMMARY:客户跟进 #\\d+"));
        String other = calendars.open(manager, "zh-CN");
        assertThat(feed(secret)).isEmpty();
        assertThat(calendars.since(manager)).isPresent();
        calendars.close(manager);
        assertThat(feed(other)).isEmpty();
        assertThat(calendars.since(manager)).isEmpty();
    }

    @Test
    void theCalendarOfWhoeverMayNotSignInOpensNothing() {
        StaffUser leaving = user();
        String secret = calendars.open(leaving, "zh-CN");
        assertThat(feed(secret)).isPresent();
        staff.enable(leaving, false, "admin");
        assertThat(feed(secret)).isEmpty();
        staff.enable(leaving, true, "admin");
        assertThat(feed(secret)).isPresent();
        staff.enable(leaving, false, "admin");
    }

    @Test
    void twoUsersWithoutAStaffCodeHaveCalendarsOfTheirOwnWithoutEntries() {
        StaffUser one = user();
        StaffUser two = user();
        String first = calendars.open(one, "zh-CN");
        String second = calendars.open(two, "zh-CN");
        assertThat(feed(first)).hasValueSatisfying(text -> assertThat(text).doesNotContain("BEGIN:VEVENT"));
        calendars.close(one);
        assertThat(feed(first)).isEmpty();
        assertThat(feed(second)).isPresent();
        calendars.close(two);
    }

    @Test
    void entriesReadAsTheUserReadWhenTheyOpenedIt() throws Exception {
        assertThat(summary(calendars.open(manager, "en"))).contains("Follow-up #");
        assertThat(summary(calendars.open(manager, "zh-CN"))).contains("客户跟进 #");
    }

    private String summary(String secret) throws Exception {
        return web.perform(MockMvcRequestBuilders.get("/calendar/" + secret))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
