package org.yinhang.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser;
import org.yinhang.testing.Browser.Window;
import org.yinhang.testing.FilledBank;

@ApplicationTest
class PlanBrowserTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private ContactPlans plans;

    @BeforeEach
    void plan() {
        Browser.isNeeded();
        FilledBank.fill(jobs, clock);
        // Filling the bank asks for the standing plan by itself.
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> !plans.newest(1)
                .isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, false", "1440, true", "390, true"})
    void thePlanShowsItsListAndItsPicturesWithoutBarrier(int width, boolean english) {
        try (Window window = Window.signedIn(port, "analyst", width, english)) {
            String language = english ? "-english" : "";
            window.visit("/plans");
            assertThat(window.barriers()).isEmpty();
            window.picture("plans" + language);
            window.visit("/plans/" + plans.newest(1).getFirst().id());
            window.page().locator("[data-chart][data-drawn]").last().waitFor();
            assertThat(window.page().locator("tbody tr[data-href]").count()).isPositive();
            assertThat(window.page().content()).doesNotContain("plans.");
            assertThat(window.barriers()).isEmpty();
            window.picture("plan" + language);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void anAccountManagerSeesOnlyTheirOwnCustomersOnTheList() {
        PlanSummary plan = plans.newest(1).getFirst();
        try (Window window = Window.signedIn(port, "manager", 1440, false)) {
            window.visit("/plans/" + plan.id());
            assertThat(window.page().locator("tbody tr[data-href]").count()).isLessThan(plan.chosen());
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void theCustomerPageSaysWhatIsOfferedNextOrWhyNothingIs() {
        PlanSummary plan = plans.newest(1).getFirst();
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            Page page = window.page();
            window.visit("/plans/" + plan.id());
            page.locator("tr[data-href] a").first().click();
            page.waitForURL("**/customers/*");
            assertThat(page.locator(".panel", new Page.LocatorOptions().setHasText("下一步最优方案"))
                            .innerText())
                    .contains("意向更");
            window.picture("customer-offer");
            assertThat(window.complaints()).isEmpty();
        }
    }
}
