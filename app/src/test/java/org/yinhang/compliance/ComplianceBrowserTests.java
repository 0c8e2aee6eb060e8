package org.yinhang.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.access.DataScope;
import org.yinhang.audit.Audit;
import org.yinhang.compliance.policy.Conflict;
import org.yinhang.compliance.policy.Copy;
import org.yinhang.compliance.policy.Touch;
import org.yinhang.compliance.policy.Touches;
import org.yinhang.compliance.rules.RuleKind;
import org.yinhang.customer.Customers;
import org.yinhang.customer.PersonalField;
import org.yinhang.customer.PersonalRecords;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser;
import org.yinhang.testing.Browser.Window;
import org.yinhang.testing.FilledBank;
import org.yinhang.testing.Person;

/** The compliance desk in a real browser: every page in both languages and sizes, and what may be done there. */
@ApplicationTest
class ComplianceBrowserTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private ConsentLedger consents;

    @Autowired
    private ContactLedger contacts;

    @Autowired
    private Holds holds;

    @Autowired
    private ContactDesk desk;

    @Autowired
    private DatedRules rules;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Audit audit;

    @Autowired
    private Customers customers;

    @Autowired
    private PersonalRecords personal;

    @BeforeEach
    void fillTheLedgers() {
        Browser.isNeeded();
        FilledBank.fill(jobs, clock);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() ->
                        consents.page(ListQuery.first(), DataScope.wholeBank()).total() > FilledBank.CUSTOMERS);
        if (contacts.figures(Duration.ofDays(1)).keySet().stream().noneMatch("HELD_OUT"::equals)) {
            String words = rules.inForce(clock.now().toInstant()).words().version();
            Touch lawful = Touches.copy(new Copy("t1", "analyst", Optional.of("compliance"), words, 0))
                    .from("10690000");
            Touch heldOut = Touches.conflict(Optional.of(new Conflict.HeldOut("standing hold-out")))
                    .from("10690000");
            desk.clear(
                    jdbc
                            .sql("SELECT number FROM customer ORDER BY number LIMIT 60")
                            .query(Integer.class)
                            .list()
                            .stream()
                            .map(customer -> (customer % 9 == 0 ? heldOut : lawful).to(customer, "shown/" + customer))
                            .toList());
        }
    }

    private int customer() {
        return jdbc.sql("""
                SELECT number FROM customer WHERE cardinality(marketing_consent) > 1 AND NOT complaint_open
                ORDER BY number DESC LIMIT 1""").query(Integer.class).single();
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, false", "1440, true", "390, true"})
    void everyPageStandsWithoutBarrier(int width, boolean english) {
        try (Window window = Window.signedIn(port, "compliance", width, english)) {
            String language = english ? "-english" : "";
            for (Map.Entry<String, String> each : Map.of(
                            "guards", "/compliance/guards",
                            "contacts", "/compliance/contacts",
                            "consents", "/compliance/consents",
                            "holds", "/compliance/holds",
                            "rules", "/compliance/rules",
                            "rule", "/compliance/rules/hours",
                            "words", "/compliance/words",
                            "desk", "/compliance/customers/" + customer())
                    .entrySet()) {
                window.visit(each.getValue());
                assertThat(window.page().locator("main").innerText())
                        .as(each.getKey())
                        .doesNotContain("compliance.");
                assertThat(window.barriers()).as(each.getKey()).isEmpty();
                window.picture("compliance-" + each.getKey() + language);
            }
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void aConsentIsWithdrawnWithOneClickAndTheHistoryKeepsBoth() {
        int customer = customer();
        try (Window window = Window.signedIn(port, "compliance", 1440, false)) {
            Page page = window.page();
            int before = consents.history(customer).size();
            window.visit("/compliance/customers/" + customer);
            page.locator("tr", new Page.LocatorOptions().setHasText("营销"))
                    .locator("button", new Locator.LocatorOptions().setHasText("撤回"))
                    .first()
                    .click();
            page.waitForURL(Pattern.compile(".*/compliance/customers/" + customer));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> consents.history(customer).size() == before + 1);
            assertThat(consents.history(customer).getFirst().granted()).isFalse();
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void aHoldIsSetAndLiftedWithReasons() {
        int customer = customer();
        try (Window window = Window.signedIn(port, "compliance", 1440, false)) {
            Page page = window.page();
            window.visit("/compliance/customers/" + customer);
            page.locator("#hold-reason").fill("客户要求勿扰");
            page.locator("button", new Page.LocatorOptions().setHasText("暂停触达")).click();
            page.locator("[id^=lift-]").first().waitFor();
            assertThat(audit.page(ListQuery.first()).items())
                    .extracting(
                            entry -> entry.note().action() + " " + entry.note().subject())
                    .contains("customer.opened customer " + customer, "hold.set customer " + customer);
            window.picture("compliance-hold");
            page.locator("[id^=lift-]").first().fill("客户改变主意");
            page.locator("form[action$=lift] button").first().click();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> holds.of(customer).getFirst().liftedAt().isPresent());
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void theWordCheckAnswersWhileOneTypes() {
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            Page page = window.page();
            window.visit("/compliance/words");
            page.locator("#lint-text").fill("【引航银行】低 門 槛，年化利率９．８０％起，免手续费，月供仅880元");
            page.locator("#lint mark").first().waitFor();
            assertThat(page.locator("#lint").innerText()).contains("诱导借贷", "利率与综合成本不符", "11.52%", "缺少退订方式");
            window.picture("compliance-words-found");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void theAnalystDraftsARuleAndComplianceApprovesIt() {
        int seen = rules.versions(RuleKind.STAFF).size();
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            Page page = window.page();
            window.visit("/compliance/rules/staff");
            page.locator("#yaml").fill("channels: {call: [caller]}\nsuspended: [S99]\n");
            page.locator("#rule-check .sign-good").waitFor();
            page.locator("#rule-from").fill(clock.today().plusDays(30).toString());
            page.locator("#rule-note").fill("坐席外呼专岗");
            page.locator("button", new Page.LocatorOptions().setHasText("保存草稿")).click();
            page.waitForURL("**/compliance/rules");
            assertThat(page.locator("main").innerText()).contains("坐席外呼专岗", "需由另一位合规人员审批");
            assertThat(window.complaints()).isEmpty();
        }
        try (Window window = Window.signedIn(port, "compliance", 1440, false)) {
            window.visit("/compliance/rules");
            window.picture("compliance-draft");
            window.page()
                    .locator("form[action='/compliance/rules/staff/" + (seen + 1) + "/approve'] button")
                    .click();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() ->
                            rules.find(RuleKind.STAFF, seen + 1).orElseThrow().state() == RuleVersion.State.APPROVED);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void theLedgerIsFoundByReasonAndLeavesAsAWorkbook() {
        try (Window window = Window.signedIn(port, "compliance", 1440, false)) {
            Page page = window.page();
            window.visit("/compliance/contacts?f.verdict=withheld&f.channel=sms");
            assertThat(page.locator("tbody tr[data-href]").count()).isPositive();
            assertThat(page.locator("tbody").first().innerText()).contains("拦截").doesNotContain("放行");
            window.picture("compliance-withheld");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void aCustomerIsFoundInTheLedgersByPhone() {
        int customer = customer();
        String phone = personal.unmask(
                        customers.find(customer, DataScope.wholeBank()).orElseThrow(),
                        PersonalField.PHONE,
                        "a test",
                        Person.of("compliance", Role.COMPLIANCE))
                .orElseThrow();
        try (Window window = Window.signedIn(port, "compliance", 1440, false)) {
            Page page = window.page();
            window.visit("/compliance/consents");
            page.locator("input[type=search]").fill(phone);
            page.waitForCondition(() -> page.locator("tbody tr[data-href]").count() < 20);
            assertThat(page.locator("tbody tr[data-href]").first().innerText()).contains(Integer.toString(customer));
            assertThat(page.url()).doesNotContain(phone);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void theCustomerPageShowsContactsAndConsents() {
        try (Window window = Window.signedIn(port, "compliance", 1440, false)) {
            window.visit("/customers/" + customer());
            Locator panel = window.page().locator(".panel", new Page.LocatorOptions().setHasText("触达与授权"));
            assertThat(panel.first().innerText()).contains("营销");
            panel.first().scrollIntoViewIfNeeded();
            window.picture("customer-contacts");
            assertThat(window.complaints()).isEmpty();
        }
    }
}
