package org.yinhang;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yinhang.access.DemoStaff;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser;
import org.yinhang.testing.Browser.Window;

@ApplicationTest
class WorkbenchBrowserTests {

    /** Pages already searched for barriers; the same page for another role needs no second look. */
    private static final Set<String> LOOKED_AT = new HashSet<>();

    @LocalServerPort
    private int port;

    @BeforeAll
    static void needsABrowser() {
        Browser.isNeeded();
    }

    @ParameterizedTest
    @EnumSource(DemoStaff.class)
    void everyRoleWalksItsWholeMenuWithoutBarrierOrComplaint(DemoStaff person) {
        String role = person.name().toLowerCase(Locale.ROOT);
        try (Window wide = Window.open(port, 1440, 900);
                Window phone = Window.open(port, 390, 844)) {
            for (Window window : List.of(wide, phone)) {
                window.signIn(person.userName(), DemoStaff.PASSWORD);
                window.picture("home-" + role);
                List<String> paths = window.page().locator(".rail-entry").all().stream()
                        .map(entry -> entry.getAttribute("href"))
                        .toList();
                assertThat(paths).contains("/");
                for (String path : paths) {
                    boolean isNew = LOOKED_AT.add(path + (window == phone));
                    if (window == phone && !isNew) {
                        continue;
                    }
                    window.visit(path);
                    assertThat(window.page().locator("h1").innerText()).isNotBlank();
                    if (isNew) {
                        assertThat(window.barriers()).as(role + " " + path).isEmpty();
                    }
                    if (path.startsWith("/system/")) {
                        window.picture(path.substring(1).replace('/', '-'));
                    }
                }
                assertThat(window.complaints()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void theSignInPageIsClearInBothLanguages(int width) {
        try (Window window = Window.open(port, width, 900)) {
            window.visit("/sign-in");
            assertThat(window.page().title()).isEqualTo("登录 · 引航");
            window.picture("sign-in");
            window.page().locator("button[value=en]").click();
            window.page().waitForCondition(() -> window.page().title().equals("Sign in · Yinhang"));
            assertThat(window.barriers()).isEmpty();
            assertThat(window.complaints()).isEmpty();
        }
    }

    /** A person sees words and a way back, a program the reason. */
    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/campaigns/nope", "/customers/99999999", "/rehearsals/nothing/x/1"})
    void whatIsNotThereIsSaidOnAPage(String address) {
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            Response missing = window.page().navigate("http://127.0.0.1:" + port + address);
            assertThat(missing.status()).isEqualTo(404);
            assertThat(missing.headerValue("content-type")).startsWith("text/html");
            assertThat(window.page().locator("main").innerText()).contains("WEB-1404");
            Response unknown = window.page().navigate("http://127.0.0.1:" + port + "/api/v1" + address);
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.headerValue("content-type")).startsWith("application/problem+json");
        }
    }

    @Test
    void theLanguageIsRememberedAndTheThemeToo() {
        try (Window window = Window.open(port, 1440, 900)) {
            window.signIn("admin", DemoStaff.PASSWORD);
            window.page().locator(".top button[value=en]").click();
            window.page().waitForCondition(() -> window.page().title().endsWith("Yinhang"));
            window.page().locator("[data-theme-switch]").click();
            window.visit("/system/jobs");
            assertThat(window.page().title()).isEqualTo("Jobs · Yinhang");
            assertThat(window.page().locator("html").getAttribute("data-bs-theme"))
                    .isEqualTo("dark");
            assertThat(window.barriers()).isEmpty();
            window.picture("jobs-dark-english");
        }
    }

    @Test
    void aJobShowsItsProgressAndItsEnd() {
        try (Window window = Window.open(port, 1440, 900)) {
            window.signIn("admin", DemoStaff.PASSWORD);
            window.visit("/system/jobs");
            window.page()
                    .locator("form[action='/system/jobs/audit-verify/start'] button")
                    .click();
            window.page().locator("#job-progress .sign-good").waitFor();
            window.picture("job-run");
            window.visit("/system/audit");
            window.page().locator("#audit-check .sign-good").waitFor();
            window.page().locator("[data-chart][data-drawn]").waitFor();
            window.picture("audit-checked");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void aListIsSearchedWalkedByKeysAndNarrowedByChips() {
        try (Window window = Window.open(port, 1440, 900)) {
            window.signIn("admin", DemoStaff.PASSWORD);
            window.visit("/system/users");
            window.page().keyboard().press("/");
            window.page().keyboard().type("manager");
            window.page().locator(".chips .chip").waitFor();
            assertThat(window.page().locator("tbody tr").count()).isEqualTo(1);
            assertThat(window.page().url()).contains("q=~").doesNotContain("manager");
            window.page().locator(".chips .chip").click();
            window.page()
                    .waitForCondition(() -> window.page().locator("tbody tr").count() > 3);
            window.page().locator("h1").click();
            window.page().keyboard().press("j");
            window.page().keyboard().press("j");
            window.page().keyboard().press("Enter");
            window.page().waitForURL("**/system/users/*");
            window.picture("user");
            assertThat(window.complaints()).isEmpty();
        }
    }
}
