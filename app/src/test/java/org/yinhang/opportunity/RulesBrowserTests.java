package org.yinhang.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yinhang.jobs.Jobs;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser.Window;
import org.yinhang.testing.FilledBank;

/** Rules of identification in a real browser: written, counted, tried, submitted by one; approved by another. */
@ApplicationTest
class RulesBrowserTests {

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory application;

    @Autowired
    private Jobs jobs;

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
    void fromAShippedRuleToOneOfTheBanksInForce() {
        FilledBank.run(jobs, "opportunity-identify", Map.of());
        try (Window analyst = Window.signedIn(port, "analyst", 1440, false)) {
            Page page = analyst.page();
            analyst.visit("/opportunity-rules");
            assertThat(page.locator("#list-opportunity-rules tbody tr").count()).isGreaterThan(5);
            assertThat(analyst.barriers()).isEmpty();
            analyst.picture("opportunity-rules");
            analyst.visit("/opportunity-rules/viewed-not-applied/edit");
            page.locator("#rule-size .answer-number").waitFor();
            page.locator("#when").fill("viewed_not_aplied and age > 30");
            page.locator("#rule-size .fault-list").waitFor();
            assertThat(page.locator("#rule-size").textContent()).contains("是否想写");
            page.locator("#when").fill("viewed_not_applied and age between 25 and 60");
            page.locator("#rule-size .answer-number").waitFor();
            page.locator("#dry-run").click();
            page.locator(".rule-dry").waitFor();
            assertThat(page.locator("#rule-dry").textContent()).contains("护栏不打扰", "会新增商机");
            page.locator("#note").fill("只看 25 至 60 岁");
            assertThat(analyst.barriers()).isEmpty();
            analyst.picture("opportunity-rule-edit");
            page.locator("#rule-form .btn-primary").click();
            page.waitForURL("**/opportunity-rules/viewed-not-applied");
            assertThat(page.locator("#draft").textContent()).contains("只看 25 至 60 岁");
            assertThat(page.locator("#draft .changed").count()).isEqualTo(1);
            assertThat(page.locator("#draft button[name=approved]").count()).isZero();
            assertThat(analyst.barriers()).isEmpty();
            assertThat(analyst.complaints()).isEmpty();
        }
        try (Window compliance = Window.signedIn(port, "compliance", 1440, false)) {
            Page page = compliance.page();
            compliance.visit("/opportunity-rules/viewed-not-applied");
            assertThat(compliance.barriers()).isEmpty();
            compliance.picture("opportunity-rule-draft");
            page.locator("#draft button[value=true]").click();
            page.waitForURL("**/opportunity-rules/viewed-not-applied");
            assertThat(page.locator("#draft").count()).isZero();
            assertThat(page.locator("main").textContent()).contains("viewed-not-applied v1");
            assertThat(compliance.complaints()).isEmpty();
        }
        try (Window phone = Window.signedIn(port, "analyst", 390, true)) {
            phone.visit("/opportunity-rules");
            assertThat(phone.barriers()).isEmpty();
            phone.visit("/opportunity-rules/viewed-not-applied");
            assertThat(phone.barriers()).isEmpty();
            phone.visit("/opportunity-rules/new");
            phone.page().locator("#rule-size .answer-number").waitFor();
            assertThat(phone.barriers()).isEmpty();
            assertThat(phone.complaints()).isEmpty();
        }
    }

    @Test
    void aWrongNewRuleStaysOnThePageWithEverythingThatIsWrong() {
        try (Window analyst = Window.signedIn(port, "analyst", 1440, false)) {
            Page page = analyst.page();
            analyst.visit("/opportunity-rules/new");
            page.locator("#code").fill("referrer");
            page.locator("#zh").fill("理由");
            page.locator("#en").fill("why");
            page.locator("#when").fill("age > 30");
            page.locator("#note").fill("试一试");
            page.locator("#rule-form .btn-primary").click();
            page.locator("#not-saved").waitFor();
            assertThat(page.locator("#not-saved").textContent()).contains("OPP-4101");
            assertThat(page.locator("#when").inputValue()).isEqualTo("age > 30");
            assertThat(analyst.barriers()).isEmpty();
        }
    }
}
