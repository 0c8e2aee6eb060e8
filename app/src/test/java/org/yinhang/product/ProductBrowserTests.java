package org.yinhang.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser;
import org.yinhang.testing.Browser.Window;
import org.yinhang.testing.FilledBank;

@ApplicationTest
class ProductBrowserTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TagShelf shelf;

    @Autowired
    private CustomerOffers offers;

    @BeforeEach
    void tags() {
        Browser.isNeeded();
        FilledBank.withTags(jobs, clock, shelf);
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> shelf.report()
                .isPresent());
    }

    /** A customer to whom something may be offered. */
    private int eligible() {
        for (int number = 1; number < FilledBank.CUSTOMERS; number++) {
            List<Assessment> assessments = offers.of(number);
            if (assessments.stream().anyMatch(a -> a.product().equals("L101") && a.isEligible())) {
                return number;
            }
        }
        throw new AssertionError("nobody may have revolving credit");
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, false", "390, true"})
    void theShelfAndAProductShowWithoutBarrier(int width, boolean english) {
        try (Window window = Window.signedIn(port, "analyst", width, english)) {
            String language = english ? "-english" : "";
            window.visit("/products");
            assertThat(window.page().locator("tbody tr[data-href]").count()).isEqualTo(16);
            assertThat(window.barriers()).isEmpty();
            window.picture("products" + language);
            window.visit("/products/L103");
            window.page().locator("[data-chart][data-drawn]").first().waitFor();
            assertThat(window.page().content()).contains("分期手续费");
            assertThat(window.barriers()).isEmpty();
            window.picture("product" + language);
            window.visit("/products/L101?customer=" + eligible());
            assertThat(window.page().content()).contains("limit_income:0");
            assertThat(window.barriers()).isEmpty();
            assertThat(window.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, false", "390, true"})
    void thePoliciesAndOneTableShowWithoutBarrier(int width, boolean english) {
        try (Window window = Window.signedIn(port, "analyst", width, english)) {
            String language = english ? "-english" : "";
            window.visit("/policies");
            assertThat(window.barriers()).isEmpty();
            window.picture("policies" + language);
            window.visit("/policies/admission_bureau");
            assertThat(window.page().locator("main").innerText()).contains("bureau_inquiries > 6");
            assertThat(window.barriers()).isEmpty();
            window.picture("policy" + language);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void aTableIsChangedWithItsAnalysisBesideAndApprovedBySomebodyElse() {
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            Page page = window.page();
            window.visit("/policies/admission_income/edit");
            page.locator("#policy-check .sign-good").waitFor();
            page.locator("[name=row_when]").nth(1).fill("income < 2000");
            page.locator("#policy-check .sign-bad").waitFor();
            assertThat(page.locator("#policy-check").innerText()).contains("income = 200");
            assertThat(window.barriers()).isEmpty();
            window.picture("policy-editor");
            page.locator("[name=row_when]").nth(1).fill("income < 3000");
            page.locator("[name=row_when]").nth(2).fill("income >= 3000");
            page.locator("#policy-check .sign-good").waitFor();
            page.locator("[name=from]").fill(clock.today().plusDays(1).toString());
            page.locator("form[action='/policies/save'] .btn-primary").click();
            page.waitForURL("**/policies");
            window.settle();
            assertThat(page.locator("#drafts").innerText()).contains("admission_income");
            assertThat(draft(page).locator("form").count()).isZero();
            assertThat(window.complaints()).isEmpty();
        }
        try (Window window = Window.signedIn(port, "compliance", 1440, false)) {
            Page page = window.page();
            window.visit("/policies");
            draft(page).locator("a").first().click();
            page.waitForURL("**/compare?**");
            window.settle();
            assertThat(page.locator("#changes").innerText()).contains("income < 3000");
            assertThat(window.barriers()).isEmpty();
            window.picture("policy-compare");
            window.visit("/policies");
            draft(page).locator("a[href^='/rehearsals/']").click();
            page.locator("form[action^='/rehearsals/'] button").click();
            page.locator("#compare").waitFor(new Locator.WaitForOptions().setTimeout(90_000));
            window.visit("/policies");
            draft(page).locator(".btn-primary").click();
            page.waitForURL("**/policies");
            window.settle();
            assertThat(draft(page).count()).isZero();
            assertThat(window.complaints()).isEmpty();
        }
    }

    private static Locator draft(Page page) {
        return page.locator("#drafts tr").filter(new Locator.FilterOptions().setHasText("admission_income"));
    }

    @Test
    void aProductIsChangedWithPriceAndCapBeside() {
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            Page page = window.page();
            window.visit("/products/L103/edit");
            page.locator("#definition-check .sign-good").waitFor();
            assertThat(page.locator("#definition-check").innerText()).contains("6.40%");
            String yaml = page.locator("#yaml").inputValue();
            page.locator("#yaml").fill(yaml.replace("margin: 2.2%", "margin: 2.7%"));
            page.waitForCondition(
                    () -> page.locator("#definition-check").innerText().contains("6.90%"));
            assertThat(window.barriers()).isEmpty();
            window.picture("product-editor");
            window.visit("/policies/caps/bank_own/edit");
            page.locator("#definition-check .sign-good").waitFor();
            page.locator("#yaml").fill(page.locator("#yaml").inputValue().replace("24%", "5%"));
            page.locator("#definition-check .sign-bad").first().waitFor();
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void theBenchSaysWhichRowAndWhichCondition() {
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            Page page = window.page();
            window.visit("/policies/admission_bureau/bench");
            page.locator("#bench-given").fill("bureau_inquiries = 9\njoint_debt = 高");
            page.locator("#bench-answer b").first().waitFor();
            assertThat(page.locator("#bench-answer").innerText())
                    .contains("bureau_inquiries > 6")
                    .contains("joint_debt = 'high'")
                    .contains("bureau_overdue = null");
            assertThat(window.barriers()).isEmpty();
            window.picture("policy-bench");
            page.locator("#bench-customer").fill(Integer.toString(eligible()));
            page.locator("#bench-given").fill("");
            page.waitForCondition(
                    () -> !page.locator("#bench-answer").innerText().contains("bureau_inquiries = 9"));
            page.locator("#bench-given").fill("bureau_inquirie = 9");
            page.locator("#bench-answer .fault-list").waitFor();
            assertThat(window.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, true"})
    void theQuestionnaireIsAnsweredWithTheCustomer(int width, boolean english) {
        try (Window window = Window.signedIn(port, "head", width, english)) {
            Page page = window.page();
            window.visit("/customers");
            String customer =
                    String.valueOf(page.locator("tbody tr[data-href]").first().getAttribute("data-href"));
            window.visit(customer + "/suitability");
            assertThat(window.barriers()).isEmpty();
            page.locator("fieldset")
                    .all()
                    .forEach(question -> question.locator("input").last().check());
            window.picture("suitability" + (english ? "-english" : ""));
            page.locator("main form .btn-primary").click();
            page.locator("#suitability-result .figures").waitFor();
            assertThat(page.locator("#suitability-result").innerText()).contains("C5");
            window.visit(customer);
            assertThat(page.content()).contains("C5 ");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void theCustomerPageSaysWhichProductsAndWhy() {
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            window.visit("/customers/" + eligible());
            assertThat(window.page().content()).contains("产品评估").contains("引航快贷");
            assertThat(window.barriers()).isEmpty();
            window.picture("customer-offers");
            assertThat(window.complaints()).isEmpty();
        }
    }
}
