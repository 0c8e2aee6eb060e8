package org.yinhang.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yinhang.shared.BusinessClock;
import org.yinhang.testing.Browser;
import org.yinhang.testing.LivingBank;
import org.yinhang.testing.LivingBankTest;

/** The five-minute tour of the demo in a real browser: a day is played, and the truth stands beside what was measured. */
@LivingBankTest
class DemoDayBrowserTests {

    private static final int MINUTES = 3 * 60 * 1_000;

    @LocalServerPort
    private int port;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private LivingBank living;

    @BeforeEach
    void open() {
        living.open();
    }

    @Test
    void theButtonPlaysADay() {
        LocalDate before = clock.today();
        try (Browser.Window window = Browser.Window.signedIn(port, "analyst", 1440, false)) {
            Page page = window.page();
            assertThat(page.locator("#demo-day").innerText()).contains("演下一天");
            assertThat(page.locator(".panel", new Page.LocatorOptions().setHas(page.locator("#demo-day")))
                            .innerText())
                    .contains("模拟");
            window.picture("tour-home");
            assertThat(window.barriers()).isEmpty();
            page.locator("#demo-day button[value='1']").click();
            page.locator("#demo-day progress").waitFor();
            window.picture("tour-playing");
            page.locator("#demo-day button[value='1']")
                    .waitFor(new Locator.WaitForOptions()
                            .setState(WaitForSelectorState.VISIBLE)
                            .setTimeout(MINUTES));
            assertThat(window.complaints()).isEmpty();
        }
        assertThat(clock.today()).isEqualTo(before.plusDays(1));
    }

    @Test
    void theTruthStandsBesideWhatWasMeasured() {
        for (boolean english : new boolean[] {false, true}) {
            try (Browser.Window window = Browser.Window.signedIn(port, "analyst", 1440, english)) {
                String mark = english ? "-en" : "";
                window.visit("/campaigns");
                assertThat(window.page().locator("main").innerText()).contains("demo-look", "demo-next");
                window.picture("tour-campaigns" + mark);
                window.visit("/campaigns/demo-biz");
                window.picture("tour-approval" + mark);
                window.visit("/campaigns/demo-look");
                window.picture("tour-campaign" + mark);
                window.visit("/insight/increments?campaign=demo-look");
                assertThat(window.page().locator("main").innerText())
                        .contains(english ? "Known truth (simulated)" : "已知真相(模拟)");
                window.picture("tour-truth" + mark);
                assertThat(window.barriers()).isEmpty();
                assertThat(window.complaints()).isEmpty();
            }
        }
    }
}
