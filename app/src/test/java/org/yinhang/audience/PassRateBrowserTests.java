package org.yinhang.audience;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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

/** The expected pass rate beside the count, and leaving out by one click. */
@ApplicationTest
class PassRateBrowserTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TagShelf shelf;

    @BeforeEach
    void scores() {
        Browser.isNeeded();
        ScoredBank.fill(jobs, clock, shelf);
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, false", "390, true"})
    void oneClickLeavesOutWhomTheBankWouldRefuse(int width, boolean english) {
        try (Window window = Window.signedIn(port, "analyst", width, english)) {
            Page page = window.page();
            window.visit("/audiences/new");
            Locator offers = page.locator("[data-leave-out]");
            offers.first().waitFor();
            page.locator("[data-text]").fill("age >= 30 or mortgage");
            page.waitForCondition(() -> page.locator("[data-tree] .tree-row").count() == 2);
            page.locator("#profile [data-chart][data-drawn]").waitFor();
            assertThat(window.barriers()).isEmpty();
            String count = page.locator("[data-count]").innerText();
            assertThat(page.locator("#pass-rate").innerText()).contains(count);
            assertThat(page.locator("[data-pass]").innerText())
                    .contains(page.locator("[data-expected]").innerText());
            page.locator("#pass-rate")
                    .evaluate("rate => window.scrollTo({ top: rate.offsetTop - 160, behavior: 'instant' })");
            window.picture("audience-pass-rate" + (english ? "-english" : ""));
            String before = page.locator("[data-expected]").innerText();
            String promised = offers.last().locator("xpath=ancestor::tr/td[4]").innerText();

            offers.last().click();

            page.waitForCondition(
                    () -> !page.locator("[data-count]").innerText().equals(count));
            page.waitForCondition(
                    () -> !page.locator("[data-expected]").innerText().equals(before));
            assertThat(page.locator("[data-expected]").innerText()).isEqualTo(promised);
            assertThat(page.locator("[data-text]").inputValue())
                    .startsWith("(age >= 30 or mortgage)\nand (expected_approval is null or expected_approval >= ");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void theListIsSortedByThePassRate() {
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            window.visit("/audiences?sort=-passRate");
            assertThat(window.page().locator("thead").innerText()).contains("预期通过率");
            assertThat(window.page().locator("tbody tr").first().innerText()).contains("%");
            assertThat(window.complaints()).isEmpty();
        }
    }
}
