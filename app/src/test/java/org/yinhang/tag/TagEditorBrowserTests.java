package org.yinhang.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.regex.Pattern;
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
class TagEditorBrowserTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TagShelf shelf;

    @Autowired
    private TagDefinitions definitions;

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

    @ParameterizedTest
    @CsvSource({"1440, false", "390, true"})
    void aTagIsFilledInFieldByFieldAndItsTextFollows(int width, boolean english) {
        try (Window window = Window.signedIn(port, "analyst", width, english)) {
            Page page = window.page();
            String id = "by_field_" + width;
            window.visit("/tags/new");
            page.locator("#tag-check .sign-good").waitFor();
            assertThat(page.locator("#field-expression").inputValue()).contains("decoration");
            page.locator("#field-id").fill(id);
            page.locator("#field-zh").fill("逐项填写" + width);
            page.locator("#field-expression").fill("monthly_incom >= 2万");
            page.locator("#tag-check .fault, #tag-check li").first().waitFor();
            assertThat(page.locator("#tag-check").innerText()).contains("monthly_income");
            page.locator("#field-expression").fill("monthly_income >= 2万 or \"deposits\" > 5万");
            page.locator("#field-reads").click();
            textHas(page, "data: [financial]");
            PlaywrightAssertions.assertThat(page.locator("input[name=data][value=FINANCIAL]"))
                    .isChecked();
            PlaywrightAssertions.assertThat(page.locator("input[name=data][value=BEHAVIOUR]"))
                    .not()
                    .isChecked();
            page.locator("#tag-check .sign-good").waitFor();
            assertThat(window.barriers()).isEmpty();
            window.picture("tag-edit" + (english ? "-english" : ""));
            page.locator("#field-kind").selectOption("BUCKET");
            // The new fields listen a moment after they are there.
            page.waitForFunction(
                    "() => document.querySelector('#field-of') && document.querySelector('#tag-fields')['htmx-internal-data']");
            page.locator("#field-of").fill("monthly_income");
            page.locator("#field-type").selectOption("INTEGER");
            textHas(page, "type: integer\n  of: \"monthly_income\"");
            assertThat(page.locator("#field-expression").count()).isZero();
            assertThat(page.locator("#yaml").inputValue()).doesNotContain("expression");
            write(page, "改在文本里");
            PlaywrightAssertions.assertThat(page.locator("#field-note")).hasValue("改在文本里");
            page.locator("#tag-form .btn-primary").click();
            page.waitForURL("**/tags");
            assertThat(page.locator("body").innerText()).contains(id);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void anotherTypeAndBureauDataHaveFieldsOfTheirOwn() {
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            Page page = window.page();
            window.visit("/tags/new");
            page.locator("#tag-check .sign-good").waitFor();
            page.locator("#field-type").selectOption("TEXT");
            page.locator("#field-values").waitFor();
            page.locator("#field-data-BUREAU").check();
            page.locator("#field-bureau").waitFor();
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void whatWasTypedLastIsSavedHoweverFast() {
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            Page page = window.page();
            window.visit("/tags/new");
            page.locator("#tag-check .sign-good").waitFor();
            page.locator("#field-id").fill("typed_fast");
            page.locator("#field-zh").fill("刚刚敲完");
            page.locator("#field-zh").press("Enter");
            page.waitForURL("**/tags");
            assertThat(definitions.versions("typed_fast")).singleElement().satisfies(draft -> assertThat(draft.yaml())
                    .contains("zh: \"刚刚敲完\""));
            assertThat(window.complaints()).isEmpty();
        }
    }

    private static void textHas(Page page, String words) {
        PlaywrightAssertions.assertThat(page.locator("#yaml"))
                .hasValue(Pattern.compile(".*" + words.replaceAll("[\\[\\]]", "\\\\$0") + ".*", Pattern.DOTALL));
    }

    private static void write(Page page, String note) {
        String text = page.locator("#yaml").inputValue();
        page.locator("#yaml")
                .fill(text.replaceFirst("\\n  (note: .*\\n  )?category", "\n  note: " + note + "\n  category"));
        page.locator("#tag-check .sign-good").waitFor();
    }
}
