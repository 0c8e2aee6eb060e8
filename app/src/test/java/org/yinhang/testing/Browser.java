package org.yinhang.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.yinhang.access.DemoStaff;

/**
 * Debian's Chromium, driven for real; started once per test run. Where there is none the test is skipped with a message,
 * but in CI (environment variable {@code CI=true}) that is a failure.
 */
public final class Browser {

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    private static final class Started {
        static final com.microsoft.playwright.Browser INSTANCE = start();

        private static com.microsoft.playwright.Browser start() {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(place())
                            .setEnv(inChinese())
                            .setArgs(List.of("--no-sandbox", "--force-color-profile=srgb")));
        }

        /** Fields of dates and files speak the language of the machine, not the page's. */
        private static Map<String, String> inChinese() {
            Map<String, String> environment = new HashMap<>(System.getenv());
            environment.put("LANGUAGE", "zh_CN");
            return environment;
        }

        private static Path place() {
            return PLACES.stream().filter(Files::isExecutable).findFirst().orElseThrow();
        }
    }

    private Browser() {}

    /** Skips the test where there is no browser, except in CI. */
    public static void isNeeded() {
        boolean present = PLACES.stream().anyMatch(Files::isExecutable);
        if (!present && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("no Chromium in CI (expected: /usr/bin/chromium; apt-get install chromium)");
        }
        Assumptions.assumeTrue(present, "skipped: no Chromium here (apt-get install chromium fonts-noto-cjk)");
    }

    /** A window on an application, with what its console said. */
    public static final class Window implements AutoCloseable {

        private final BrowserContext context;
        private final Page page;
        private final String address;
        private final List<String> complaints = new ArrayList<>();

        private Window(BrowserContext context, String address) {
            this.context = context;
            this.page = context.newPage();
            this.address = address;
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(page.url() + ": " + message.text());
                }
            });
            page.onPageError(error -> complaints.add(page.url() + ": " + error));
        }

        /** Opens a window of that size on the application at that port. */
        public static Window open(int port, int width, int height) {
            isNeeded();
            BrowserContext context =
                    Started.INSTANCE.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                            .setViewportSize(width, height)
                            .setLocale("zh-CN")
                            .setTimezoneId("Asia/Shanghai"));
            return new Window(context, "http://127.0.0.1:" + port);
        }

        /** Opens a window as wide as a desk's or a phone's screen, with a demo user signed in, in Chinese or English. */
        public static Window signedIn(int port, String userName, int width, boolean english) {
            Window window = open(port, width, width > 1000 ? 900 : 844);
            window.signIn(userName, DemoStaff.PASSWORD);
            if (english) {
                window.page().locator(".top button[value=en]").click();
                window.page().waitForCondition(() -> window.page().title().endsWith("Yinhang"));
            }
            return window;
        }

        /** The page in it. */
        public Page page() {
            return page;
        }

        /** Goes to a path of the application and waits until its charts are drawn. */
        public void visit(String path) {
            page.navigate(address + path);
            settle();
        }

        /** Waits until every chart on the page is drawn. */
        public void settle() {
            page.waitForFunction(
                    "() => [...document.querySelectorAll('[data-chart]')].every(chart => chart.dataset.drawn)");
        }

        /** Signs a demo user in through the form. */
        public void signIn(String userName, String password) {
            visit("/sign-in");
            page.locator("#username").fill(userName);
            page.locator("#password").fill(password);
            page.locator("form[action='/sign-in'] button").click();
            page.waitForURL(address + "/");
            settle();
        }

        /** Keeps a picture under {@code docs/screenshots} where the property {@code yinhang.screenshots} is set. */
        public void picture(String name) {
            if (Boolean.getBoolean("yinhang.screenshots")) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("../docs/screenshots", name + "-" + page.viewportSize().width + ".png")));
            }
        }

        /** What the console complained about since the window was opened. */
        public List<String> complaints() {
            return List.copyOf(complaints);
        }

        /**
         * Serious and critical violations axe-core finds on the page, each in one line. In the page itself, without a second one
         * for every look: no frame of ours is another's.
         */
        @SuppressWarnings("deprecation")
        public List<String> barriers() {
            return new AxeBuilder(page)
                    .setLegacyMode(true).analyze().getViolations().stream()
                            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                            .map(Window::inOneLine)
                            .toList();
        }

        private static String inOneLine(Rule rule) {
            return rule.getId() + ": " + rule.getHelp() + " "
                    + rule.getNodes().stream()
                            .limit(3)
                            .map(node -> node.getHtml())
                            .toList();
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
