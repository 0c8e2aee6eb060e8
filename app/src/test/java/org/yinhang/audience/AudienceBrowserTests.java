package org.yinhang.audience;

import static com.microsoft.playwright.options.WaitForSelectorState.HIDDEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
class AudienceBrowserTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TagShelf shelf;

    @BeforeEach
    void tags() {
        Browser.isNeeded();
        FilledBank.withTags(jobs, clock, shelf);
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> shelf.report()
                .isPresent());
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, false", "390, true"})
    void theCatalogueAndATagShowWithoutBarrier(int width, boolean english) {
        try (Window window = Window.signedIn(port, "analyst", width, english)) {
            String language = english ? "-english" : "";
            window.visit("/tags");
            assertThat(window.page().locator("tbody tr[data-href]").count()).isEqualTo(20);
            assertThat(window.barriers()).isEmpty();
            window.picture("tags" + language);
            window.visit("/tags/granted_unused");
            window.page().locator("[data-chart][data-drawn]").first().waitFor();
            window.page().locator("#bad-rates .list-scroll tbody tr").first().waitFor();
            window.settle();
            assertThat(window.page().content()).contains("unused_credit");
            assertThat(window.barriers()).isEmpty();
            window.picture("tag" + language);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, false", "390, true"})
    void theBuilderCountsWhileOneTypesAndShowsTheSamePredicateAsGroups(int width, boolean english) {
        try (Window window = Window.signedIn(port, "analyst", width, english)) {
            Page page = window.page();
            window.visit("/audiences/new");
            Locator count = page.locator("[data-count]");
            page.waitForCondition(() -> !count.innerText().equals("–"));
            String everybody = count.innerText();
            page.locator("[data-text]").fill("""
                    单位稳定性 in ('stable', 'general') and monthly_income >= 5000
                    and count(transactions where category = 'groceries') over last 90 days >= 2
                    and (mortgage or has(circles, 'car_owner'))""");
            page.waitForCondition(() ->
                    !count.innerText().equals(everybody) && !count.innerText().equals("–"));
            page.waitForCondition(() -> page.locator("[data-tree] .tree-row").count() == 5);
            page.locator("#profile td a").first().waitFor();
            page.locator("#profile [data-chart][data-drawn]").waitFor();
            assertThat(page.locator("[data-platform] li").count()).isEqualTo(2);
            assertThat(window.barriers()).isEmpty();
            window.picture("audience-builder" + (english ? "-english" : ""));
            assertThat(window.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, true"})
    void audiencesAreComparedAndWhatTheyShareOpensAsANewOne(int width, boolean english) {
        try (Window window = Window.signedIn(port, "analyst", width, english)) {
            Page page = window.page();
            window.visit("/audiences/overlap");
            page.locator("[data-chart][data-drawn]").waitFor();
            assertThat(window.barriers()).isEmpty();
            window.picture("audience-overlap" + (english ? "-english" : ""));
            Locator chosen = page.locator("input[name=of]:checked");
            while (chosen.count() > 0) {
                chosen.first().uncheck();
            }
            page.locator("input[name=of]").nth(0).check();
            page.locator("input[name=of]").nth(1).check();
            page.locator("form[action='/audiences/overlap'] button").click();
            page.waitForCondition(() -> page.locator("input[name=of]:checked").count() == 2);
            Locator first = page.locator("table:has(.tier-bar) tbody tr").first();
            String count = first.locator("td.number").first().innerText();
            first.locator("a").click();
            page.waitForURL("**/audiences/new*");
            page.waitForCondition(() -> page.locator("[data-count]").innerText().equals(count));
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void aMistakeIsToldWithItsSuggestionAndNothingIsLost() {
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            Page page = window.page();
            window.visit("/audiences/new");
            page.locator("[data-text]").fill("monthly_incom >= 2万");
            page.locator("[data-problems] li").waitFor();
            assertThat(page.locator("[data-problems]").innerText()).contains("monthly_income");
            assertThat(page.locator("[data-save]").isDisabled()).isTrue();
            assertThat(page.locator("[data-text]").inputValue()).isEqualTo("monthly_incom >= 2万");

            page.locator("[data-text]").fill("employer_class = 'stabel'");
            page.waitForCondition(
                    () -> page.locator("[data-problems]").innerText().contains("stable"));
            page.locator("[data-text]").fill("employer_class = 'government'");
            page.locator("[data-notes] li").waitFor();
            assertThat(page.locator("[data-notes]").innerText()).contains("单位稳定性", "government");
            assertThat(page.locator("[data-count]").innerText()).isEqualTo("0");
            assertThat(page.locator("[data-save]").isDisabled()).isFalse();
        }
    }

    @Test
    void anAudienceIsBuiltByMouseSavedFrozenAndListed() {
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            Page page = window.page();
            window.visit("/audiences/new");
            page.waitForCondition(
                    () -> !page.locator("[data-count]").innerText().equals("–"));
            page.locator("[data-add]").fill("有房贷 mortgage");
            page.locator("[data-add]").dispatchEvent("change");
            page.waitForCondition(() -> page.locator("[data-text]").inputValue().equals("mortgage"));
            page.locator("[data-tree] .tree-row").waitFor();
            page.locator("#audience-name").fill("有房贷的客户");
            page.locator("[data-save]").click();
            page.waitForURL("**/audiences/*");
            window.settle();
            page.locator("form[action$='/freeze'] button").click();
            page.waitForURL("**#snapshots");
            assertThat(page.locator("#snapshots").count()).isEqualTo(1);
            window.visit("/audiences?q=有房贷的客户");
            assertThat(page.locator("tbody").first().innerText()).contains("有房贷的客户");
            window.visit("/audiences");
            assertThat(window.barriers()).isEmpty();
            window.picture("audiences");
            window.visit("/audiences?q=已授信未用信");
            assertThat(page.locator("tbody").innerText()).contains("已授信未用信");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, false"})
    void aListIsBroughtAsAFileAndItsUnknownLinesAreReported(int width, boolean english) {
        try (Window window = Window.signedIn(port, "analyst", width, english)) {
            Page page = window.page();
            window.visit("/audiences/lists");
            page.locator("#list-name").fill("沙龙到场");
            page.locator("#list-file")
                    .setInputFiles(new FilePayload(
                            "salon.csv", "text/csv", "customer\n1\n2\n99999999\n".getBytes(StandardCharsets.UTF_8)));
            page.locator(".bring button").click();
            page.locator("tbody tr").first().waitFor();
            assertThat(page.locator("tbody tr").first().innerText()).contains("沙龙到场", "2", "1");
            assertThat(window.barriers()).isEmpty();
            window.picture("audience-lists");
            page.locator("tbody tr a").first().click();
            page.waitForCondition(
                    () -> !page.locator("[data-count]").innerText().equals("–"));
            assertThat(page.locator("[data-text]").inputValue()).isEqualTo("customer in list '沙龙到场'");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void nestedGroupsAreBuiltAndChangedByKeyboardAloneAndFocusStays() {
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            Page page = window.page();
            Locator text = page.locator("[data-text]");
            window.visit("/audiences/new?predicate=mortgage+and+payroll+and+card_holder");
            page.waitForCondition(() -> page.locator("[data-tree] .tree-row").count() == 3);
            page.locator("[data-item='2']").focus();
            press(page, "Alt+ArrowRight", "mortgage\nand (payroll or card_holder)", "1.1");
            press(page, "Alt+ArrowUp", "mortgage\nand (card_holder or payroll)", "1.0");
            page.locator("[data-at='1-add']").focus();
            page.keyboard().insertText("age");
            page.keyboard().press("Tab");
            page.waitForCondition(() -> text.inputValue().equals("mortgage\nand (card_holder or payroll or age >= 0)"));
            page.locator("[data-item='1.2']").waitFor();
            page.waitForCondition(() -> "1.2".equals(focused(page)));
            press(page, "Alt+ArrowLeft", "mortgage\nand (card_holder or payroll)\nand age >= 0", "2");
            page.keyboard().press("ArrowUp");
            assertThat(focused(page)).isEqualTo("1.1");
            press(page, "Delete", "mortgage\nand card_holder\nand age >= 0", "1");
            assertThat((int) page.evaluate("() => performance.getEntriesByName('audience-count').length"))
                    .as("every count is measured in the browser, from the question to the number on the page")
                    .isGreaterThanOrEqualTo(6);
            page.locator(".builder-keys summary").click();
            assertThat(window.barriers()).isEmpty();
            assertThat(window.complaints()).isEmpty();
        }
    }

    /** Presses a key: the text changes, and with the answer of the server the focus stands where the condition went. */
    private static void press(Page page, String key, String text, String item) {
        page.keyboard().press(key);
        assertThat(page.locator("[data-text]").inputValue()).isEqualTo(text);
        page.waitForCondition(() -> item.equals(focused(page)));
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("() => document.activeElement.dataset.item ?? ''"));
    }

    @Test
    void whoSavesSecondFindsBothTextsAndMaySaveAgain() {
        try (Window first = Window.signedIn(port, "analyst", 1440, false);
                Window second = Window.signedIn(port, "analyst", 1440, false)) {
            first.visit("/audiences/new?predicate=mortgage");
            first.page().locator("#audience-name").fill("两人各改各的");
            first.page().locator("[data-save]").click();
            first.page().waitForURL("**/audiences/*");
            second.page().navigate(first.page().url());
            save(first.page(), "mortgage and payroll");
            first.page().locator("h2:has-text('历史版本')").waitFor();
            save(second.page(), "mortgage and card_holder");
            second.page().locator("#not-saved").waitFor();
            assertThat(second.page().locator("[data-theirs]").innerText()).isEqualTo("mortgage and payroll");
            assertThat(second.page().locator("[data-text]").inputValue()).isEqualTo("mortgage and card_holder");
            assertThat(second.barriers()).isEmpty();
            second.page().locator("[data-save]").click();
            second.page().locator("#not-saved").waitFor(new Locator.WaitForOptions().setState(HIDDEN));
            assertThat(second.page().locator("main").innerText()).contains("mortgage and payroll");
        }
    }

    private static void save(Page page, String predicate) {
        page.locator("[data-text]").fill(predicate);
        page.waitForCondition(() -> page.locator("[data-tree] .tree-row").count() == 2);
        page.locator("[data-save]").click();
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, true"})
    void aSampleAlikesAndAnEarlierDayAreLookedAtAndKept(int width, boolean english) {
        try (Window window = Window.signedIn(port, "analyst", width, english)) {
            Page page = window.page();
            window.visit("/audiences/new?predicate=age+%3E%3D+45");
            page.waitForCondition(
                    () -> !page.locator("[data-count]").innerText().equals("–"));
            page.locator("#sample-size").fill("40");
            page.locator("#sample-stratum").fill("life_cycle_stage");
            page.locator("#sample-result").locator("xpath=..").locator("button").click();
            page.locator("#sample-result tbody tr").first().waitFor();
            page.locator("#alike-result").locator("xpath=..").locator("button").click();
            page.locator("#alike-result [data-chart][data-drawn]").waitFor();
            assertThat(Double.parseDouble(page.locator("[data-auc]").innerText()))
                    .isBetween(0.5, 1.0);
            page.locator("#day-day").fill("2026-01-15");
            page.locator("#day-result").locator("xpath=..").locator("button").click();
            page.locator("[data-then]").waitFor();
            assertThat(window.barriers()).isEmpty();
            page.locator("#draws").evaluate("heading => heading.scrollIntoView({ behavior: 'instant' })");
            window.picture("audience-draws" + (english ? "-english" : ""));
            page.locator("#keep-sample").fill("分层抽样 " + width);
            page.locator("#sample-result .btn-primary").click();
            page.waitForURL("**/audiences/lists");
            assertThat(page.locator("tbody tr").first().innerText()).contains("分层抽样 " + width, "40");
            page.locator("tbody tr details summary").first().click();
            assertThat(page.locator("tbody tr").first().innerText()).contains("age >= 45", "life_cycle_stage");
            assertThat(window.barriers()).isEmpty();
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void aBranchHeadCountsOnlyTheirOwnBranch() {
        try (Window head = Window.signedIn(port, "head", 1440, false);
                Window analyst = Window.signedIn(port, "analyst", 1440, false)) {
            assertThat(count(head)).isLessThan(count(analyst)).isPositive();
        }
    }

    private static int count(Window window) {
        window.visit("/audiences/new");
        Locator count = window.page().locator("[data-count]");
        window.page().waitForCondition(() -> !count.innerText().equals("–"));
        return Integer.parseInt(count.innerText().replace(",", ""));
    }
}
