package org.yinhang.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser;
import org.yinhang.testing.Browser.Window;
import org.yinhang.testing.FilledBank;

/** Funnels are kept under a name, shared, changed and deleted in a real browser. */
@ApplicationTest
class SavedFunnelBrowserTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @BeforeEach
    void bank() {
        Browser.isNeeded();
        FilledBank.fill(jobs, clock);
    }

    @Test
    void aFunnelIsSavedOpenedSharedRenamedExportedAndDeleted() {
        try (Window window = Window.signedIn(port, "analyst", 1440, false);
                Window other = Window.signedIn(port, "compliance", 1440, false)) {
            Page page = window.page();
            window.visit("/insight/funnel?name=application");
            page.fill("#title", "季度复盘");
            page.locator("button[formaction='/insight/funnel/save']").click();
            page.waitForURL("**name=saved-*");
            String address = page.url().substring(page.url().indexOf("/insight"));
            assertThat(page.locator("select[name=name] option[selected]").innerText())
                    .isEqualTo("季度复盘");
            assertThat(other.page()
                            .navigate("http://127.0.0.1:" + port + address)
                            .status())
                    .as("not shared yet")
                    .isEqualTo(404);
            page.fill("#title", "季度复盘二");
            page.check("input[name=shared]");
            page.locator("button[name=id][formaction='/insight/funnel/save']").click();
            page.waitForLoadState();
            other.visit(address);
            assertThat(other.page()
                            .locator("select[name=name] option[selected]")
                            .innerText())
                    .isEqualTo("季度复盘二（analyst）");
            assertThat(other.page().locator("details.fold").count())
                    .as("not theirs to delete")
                    .isZero();
            Download workbook = page.waitForDownload(
                    () -> page.locator("a[href*='funnel.xlsx']").click());
            assertThat(workbook.suggestedFilename()).startsWith("季度复盘二");
            window.visit("/insight/funnel?name=contact");
            page.fill("#title", "季度复盘二");
            page.locator("button[formaction='/insight/funnel/save']").click();
            assertThat(page.locator("main").innerText()).contains("INS-1013");
            window.visit(address);
            page.locator("details.fold summary").click();
            page.locator("details.fold button").click();
            page.waitForURL("**/insight/funnel");
            assertThat(page.locator("select[name=name]").innerText()).doesNotContain("季度复盘二");
        }
    }
}
