package org.yinhang.decision.live;

import static org.assertj.core.api.Assertions.assertThat;

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

@ApplicationTest
class DecisionBrowserTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TagShelf shelf;

    @Autowired
    private Decisions decisions;

    private Decision shown;

    @BeforeEach
    void open() {
        Browser.isNeeded();
        LiveBank.open(jobs, clock, shelf);
        shown = LiveBank.first(
                decisions, record -> !record.isNeutral() && record.offered().size() > 1);
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, false", "1440, true", "390, true"})
    void theLedgerTheTraceAndTheLetterShowWithoutBarrier(int width, boolean english) {
        try (Window window = Window.signedIn(port, "analyst", width, english)) {
            String language = english ? "-english" : "";
            window.visit("/decisions");
            assertThat(window.page().locator("tbody tr[data-href]").count()).isPositive();
            assertThat(window.barriers()).isEmpty();
            window.picture("decisions" + language);
            window.visit("/decisions/" + shown.id());
            assertThat(window.page().locator("#main").innerText()).doesNotContain("decisions.");
            assertThat(window.barriers()).isEmpty();
            window.picture("decision" + language);
            window.visit("/decisions/" + shown.id() + "/letter" + (english ? "?language=en" : ""));
            assertThat(window.page().content()).doesNotContain("decisions.");
            assertThat(window.barriers()).isEmpty();
            window.picture("decision-letter" + language);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void aDecisionIsAskedForAtTheCounterAndProvedAgain() {
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            Page page = window.page();
            window.visit("/customers/" + shown.record().input().customer());
            page.locator("#decide-purpose").selectOption("car");
            page.locator(".decide-now").scrollIntoViewIfNeeded();
            window.picture("customer-live");
            page.locator(".decide-now button").click();
            page.waitForURL("**/decisions/*");
            window.settle();
            page.locator("form[action$='/replay'] button").click();
            page.locator("#replay-answer .sign-good").waitFor();
            assertThat(page.locator("#replay-answer").innerText()).contains("逐字节相同");
            window.picture("decision-replayed");
            assertThat(window.complaints()).isEmpty();
        }
    }
}
