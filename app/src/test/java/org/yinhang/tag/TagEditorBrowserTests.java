package org.yinhang.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
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
class TagEditorBrowserTests {

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
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, true"})
    void whoSubmitsSecondIsToldAndFindsBothTexts(int width, boolean english) {
        String tag = english ? "payroll" : "mortgage";
        try (Window first = Window.signedIn(port, "analyst", width, english);
                Window second = Window.signedIn(port, "analyst", width, english)) {
            first.visit("/tags/" + tag + "/edit");
            second.visit("/tags/" + tag + "/edit");
            write(second.page(), "mine");
            write(first.page(), "theirs");
            first.page().locator("#tag-form .btn-primary").click();
            first.page().waitForURL("**/tags/" + tag);
            second.page().locator("#tag-form .btn-primary").click();
            second.page().locator("#not-saved").waitFor();
            assertThat(second.page().locator("#not-saved").innerText()).contains("TAG-2001", "analyst");
            assertThat(second.page().locator("[data-theirs]").innerText()).contains("note: theirs");
            assertThat(second.page().locator("#yaml").inputValue()).contains("note: mine");
            assertThat(second.barriers()).isEmpty();
            second.picture("tag-conflict" + (english ? "-english" : ""));
            second.page().locator("#tag-form .btn-primary").click();
            second.page().waitForURL("**/tags/" + tag);
            assertThat(second.page().locator("body").innerText()).contains("v2");
        }
    }

    private static void write(Page page, String note) {
        String text = page.locator("#yaml").inputValue();
        page.locator("#yaml")
                .fill(text.replaceFirst("\\n  (note: .*\\n  )?category", "\n  note: " + note + "\n  category"));
        page.locator("#tag-check .sign-good").waitFor();
    }
}
