package org.yinhang.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.access.DemoStaff;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser.Window;

/** A record of a call stays with whoever made it until the server has it, and nobody else reads it on the device. */
@ApplicationTest
class RecordBrowserTests {

    private static final String NOTE = "孩子秋天上学";

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory application;

    @Autowired
    private JdbcClient jdbc;

    private OpportunityRows rows;

    @BeforeEach
    void prepare() {
        rows = OpportunityRows.of(application);
        rows.assigned("viewed-not-applied");
    }

    @AfterEach
    void forget() {
        rows.forget();
    }

    private long contacts() {
        return jdbc.sql("SELECT count(*) FROM opportunity_contact")
                .query(Long.class)
                .single();
    }

    /** A call with a note, all but its last tap. */
    private static void fill(Window window) {
        Page page = window.page();
        CallPages.openCallable(window);
        page.locator("#dial").click();
        page.locator("a[href^='tel:']").waitFor();
        CallPages.tap(page, "outcome", "reached");
        page.locator("#record details summary").click();
        page.locator("#note").fill(NOTE);
    }

    private static String onTheDevice(Page page) {
        return (String) page.evaluate("JSON.stringify({ ...localStorage })");
    }

    @Test
    void aRecordMadeWithoutANetworkIsSentOnceItIsBack() {
        try (Window phone = Window.signedIn(port, "manager", 390, false)) {
            Page page = phone.page();
            fill(phone);
            assertThat(onTheDevice(page))
                    .as("the draft keeps what was tapped")
                    .contains("reached")
                    .doesNotContain(NOTE);
            page.context().setOffline(true);
            CallPages.finish(page, "tomorrow");
            page.locator("[data-record-kept]").waitFor();
            assertThat(contacts()).isZero();
            assertThat(onTheDevice(page))
                    .as("the record is there, sealed")
                    .contains("sealed")
                    .doesNotContain(NOTE);
            page.context().setOffline(false);
            page.waitForURL("**/my-day");
            phone.visit("/my-day");
            assertThat(contacts()).isEqualTo(1);
            assertThat(onTheDevice(page)).isEqualTo("{}");
        }
    }

    @Test
    void aBrowserThatCannotSealKeepsTheRecordInThePage() {
        try (Window phone = Window.signedIn(port, "manager", 390, false)) {
            Page page = phone.page();
            page.addInitScript("Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })");
            fill(phone);
            page.context().setOffline(true);
            CallPages.finish(page, "tomorrow");
            page.locator("[data-record-kept]").waitFor();
            assertThat(onTheDevice(page)).doesNotContain(NOTE);
            page.context().setOffline(false);
            page.waitForURL("**/my-day");
            assertThat(contacts()).isEqualTo(1);
        }
    }

    @Test
    void aRecordThatIsRefusedStaysUntilItIsCorrected() {
        try (Window desk = Window.signedIn(port, "manager", 1440, false)) {
            Page page = desk.page();
            fill(desk);
            page.locator("#next-at").fill("2020-01-01T10:00");
            CallPages.finish(page, "week");
            page.locator("[data-record-refused]").waitFor();
            assertThat(page.locator("[data-record-refused]").textContent()).contains("约定时间已过", "OPP-3002");
            assertThat(desk.barriers()).isEmpty();
            desk.picture("call-record-refused");
            assertThat(contacts()).isZero();
            page.reload();
            page.locator("[data-record-refused]").waitFor();
            assertThat(page.locator("#note").inputValue()).as("nothing is lost").isEqualTo(NOTE);
            assertThat(page.locator("input[name=outcome][value=reached]").isChecked())
                    .isTrue();
            page.locator("#record details summary").click();
            page.locator("#next-at").fill("");
            CallPages.finish(page, "week");
            page.waitForURL("**/my-day");
            assertThat(contacts()).isEqualTo(1);
            assertThat(onTheDevice(page)).isEqualTo("{}");
        }
    }

    @Test
    void aRecordRefusedOnAnotherPageIsToldOfOnItsMakersDayAndNotSentAgain() {
        try (Window desk = Window.signedIn(port, "manager", 1440, false)) {
            Page page = desk.page();
            fill(desk);
            page.route("**/record", route -> route.abort());
            CallPages.finish(page, "week");
            page.locator("[data-record-kept]").waitFor();
            page.unroute("**/record");
            jdbc.sql(
                            "UPDATE opportunity SET stage = 'lost', closed_at = found_at, close_reason = 'refused' WHERE closed_at IS NULL")
                    .update();
            AtomicInteger sent = new AtomicInteger();
            page.onRequest(request -> sent.addAndGet(request.url().endsWith("/record") ? 1 : 0));
            desk.visit("/my-day");
            Locator notice = page.locator("[data-records-refused]");
            notice.waitFor();
            assertThat(notice.textContent()).contains("OPP-3001", NOTE);
            assertThat(desk.barriers()).isEmpty();
            desk.picture("call-record-refused-day");
            desk.visit("/my-day");
            notice.waitFor();
            assertThat(sent).as("not sent again by itself").hasValue(1);
            assertThat(onTheDevice(page)).contains("sealed").doesNotContain(NOTE);
            page.onDialog(Dialog::accept);
            notice.locator("button").click();
            notice.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            assertThat(onTheDevice(page)).isEqualTo("{}");
        }
    }

    @Test
    void aRecordMadeAfterTheSessionEndedIsSentWhenItsMakerSignsInAndNotBefore() {
        try (Window desk = Window.signedIn(port, "manager", 1440, false)) {
            Page page = desk.page();
            fill(desk);
            page.context().clearCookies();
            CallPages.finish(page, "week");
            page.locator("[data-record-refused]").waitFor();
            assertThat(contacts()).isZero();
            desk.signIn("head", DemoStaff.PASSWORD);
            desk.visit("/my-day");
            assertThat(onTheDevice(page)).contains("sealed");
            assertThat(contacts()).as("a colleague at the same desk").isZero();
            page.context().clearCookies();
            desk.signIn("manager", DemoStaff.PASSWORD);
            page.waitForCondition(() -> contacts() == 1);
            page.waitForCondition(() -> onTheDevice(page).equals("{}"));
        }
    }

    @Test
    void draftsEndWithSigningOut() {
        try (Window desk = Window.signedIn(port, "manager", 1440, false)) {
            fill(desk);
            Page page = desk.page();
            assertThat(onTheDevice(page)).contains("reached");
            page.locator("form[action='/sign-out'] button").click();
            page.waitForURL("**/sign-in?left");
            assertThat(onTheDevice(page)).isEqualTo("{}");
        }
    }
}
