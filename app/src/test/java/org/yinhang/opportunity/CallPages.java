package org.yinhang.opportunity;

import com.microsoft.playwright.Page;
import java.util.List;
import org.yinhang.testing.Browser.Window;

/** What tests do on the page of a call. */
final class CallPages {

    private CallPages() {}

    /** Opens the first of the day that may be called now. */
    static void openCallable(Window window) {
        window.visit("/my-day");
        Page page = window.page();
        List<String> addresses = page.locator(".day-acts a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
        for (String address : addresses) {
            window.visit(address);
            if (page.locator("#dial").count() > 0) {
                return;
            }
        }
        throw new AssertionError(
                "nobody may be called: " + page.locator("#call").textContent());
    }

    /** Chooses an answer of the record. */
    static void tap(Page page, String name, String value) {
        page.locator("label.pick:has(input[name=" + name + "][value='" + value + "'])")
                .click();
    }

    /** Ends the record with what comes next. */
    static void finish(Page page, String next) {
        page.locator("button[name=next][value=" + next + "]").click();
    }
}
