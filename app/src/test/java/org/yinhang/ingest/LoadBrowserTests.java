package org.yinhang.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.yinhang.YinhangApplication;
import org.yinhang.access.DemoStaff;
import org.yinhang.audit.Audit;
import org.yinhang.customer.CustomerRefresh;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.Lake;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.YinhangSettings;
import org.yinhang.testing.Browser;
import org.yinhang.testing.Browser.Window;

/** A bank with nothing in it yet loads its own files through the pages. */
@SpringBootTest(classes = YinhangApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = EmptyBank.class)
@DirtiesContext
class LoadBrowserTests {

    private static final Path SAMPLE = Path.of("../samples/minimal");
    private static final Charset GBK = Charset.forName("GBK");

    @LocalServerPort
    private int port;

    @Autowired
    private YinhangSettings settings;

    @Autowired
    private Lake lake;

    @Autowired
    private Jobs jobs;

    @Autowired
    private CustomerRefresh refresh;

    @Autowired
    private Audit audit;

    @BeforeEach
    void needsABrowser() {
        Browser.isNeeded();
    }

    /** The sample's files; two customers more than there should be have an age nobody has. */
    private void putFiles(String folder) throws IOException {
        Path inbox =
                Files.createDirectories(settings.dataFolder().resolve("inbox").resolve(folder));
        for (String name : List.of("mapping.yaml", "contacts.csv")) {
            Files.copy(SAMPLE.resolve(name), inbox.resolve(name));
        }
        String customers =
                Files.readString(SAMPLE.resolve("customers.csv"), GBK).replace("\r\n", "\n");
        String row = customers.lines().skip(1).findFirst().orElseThrow();
        String more = row.replace("K00001", "K09001").replace(",45,", ",四十五,") + "\n"
                + row.replace("K00001", "K09002").replace(",45,", ",四十五,") + "\n";
        Files.writeString(inbox.resolve("customers.csv"), customers.stripTrailing() + "\n" + more, GBK);
    }

    @Test
    void anAdministratorLoadsABanksFilesAndItsCustomersAreFoundByTheirIdentifiers() throws IOException {
        putFiles("own");
        try (Window window = Window.open(port, 1440, 900)) {
            Page page = window.page();
            window.signIn("admin", DemoStaff.PASSWORD);
            window.visit("/system/data");
            assertThat(window.barriers()).isEmpty();
            page.locator("#mappings a").click();
            page.waitForURL("**/system/data/mapping**");
            assertThat(page.locator("#inputs").innerText()).contains("customers.csv", "contacts.csv", "name", "从未");
            assertThat(window.barriers()).isEmpty();
            window.picture("data-mapping");

            page.locator("#start-load button").click();
            page.locator("#load-outcome .sign").waitFor();
            assertThat(page.locator("#load-outcome").innerText()).contains("已装入");
            assertThat(page.locator("#loaded").innerText()).contains("600", "1,800", "不是整数 2", "name（已加密存入数据库）");
            assertThat(window.barriers()).isEmpty();
            window.picture("data-load");

            Download list =
                    page.waitForDownload(() -> page.locator("#rejects a").click());
            assertThat(Files.readString(list.path()))
                    .contains("\"customers.csv\",602,customers,\"age\",NOT_WHOLE")
                    .doesNotContain("K09001");
            assertThat(window.complaints()).isEmpty();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> refresh.last().isPresent() && jobs.active().isEmpty());
        assertThat(refresh.last().orElseThrow().customers()).isEqualTo(600);
        assertThat(audit.page(ListQuery.first()).items())
                .extracting(entry -> entry.note().action())
                .contains("ingest.loaded", "ingest.rejects-downloaded");

        try (Window window = Window.open(port, 1440, 900)) {
            window.signIn("operator", DemoStaff.PASSWORD);
            window.visit("/customers?q=K00077");
            assertThat(window.page().locator("tbody tr[data-href]").count())
                    .as("customers found by the bank's own identifier")
                    .isEqualTo(1);
        }
        try (Window phone = Window.open(port, 390, 844)) {
            phone.signIn("admin", DemoStaff.PASSWORD);
            phone.page().locator(".top button[value=en]").click();
            phone.page().waitForCondition(() -> phone.page().title().endsWith("Yinhang"));
            phone.visit("/system/data");
            assertThat(phone.page().content()).contains("Loaded").doesNotContain("ingest.");
            assertThat(phone.barriers()).isEmpty();
            phone.picture("data-english");
            assertThat(phone.complaints()).isEmpty();
        }
    }

    @Test
    void aMappingThatNamesAMissingFileSaysSoAndCannotBeStarted() throws IOException {
        Path inbox =
                Files.createDirectories(settings.dataFolder().resolve("inbox").resolve("wrong"));
        Files.copy(SAMPLE.resolve("mapping.yaml"), inbox.resolve("mapping.yaml"));
        long before = lake.current().version();
        try (Window window = Window.open(port, 1440, 900)) {
            window.signIn("admin", DemoStaff.PASSWORD);
            window.visit("/system/data/mapping?name=wrong/mapping.yaml");
            assertThat(window.page().locator("#mapping-faults").innerText()).contains("ING-2001", "customers.csv");
            assertThat(window.page().locator("#start-load").count()).isZero();
            assertThat(window.barriers()).isEmpty();
        } finally {
            Files.delete(inbox.resolve("mapping.yaml"));
        }
        assertThat(lake.current().version()).isEqualTo(before);
    }

    @Test
    void theBusinessDateIsMovedForAReasonAndBack() {
        try (Window window = Window.open(port, 1440, 900)) {
            Page page = window.page();
            window.signIn("admin", DemoStaff.PASSWORD);
            window.visit("/system/data");
            page.locator("#date").fill("2026-06-30");
            page.locator("#reason").fill("数据截至半年末");
            page.locator("#business-date button").click();
            page.locator(".top-date .sign-watch").waitFor();
            assertThat(page.locator(".top-date time").getAttribute("datetime")).isEqualTo("2026-06-30");
            window.picture("data");
            page.locator("#reason").fill("回到日历日期");
            page.locator("#business-date button").click();
            page.waitForCondition(() -> page.locator(".top-date .sign-watch").count() == 0);
            assertThat(window.complaints()).isEmpty();
        }
        assertThat(audit.page(ListQuery.first().withSize(100)).items())
                .extracting(entry -> entry.note().action())
                .contains("business-date.moved");
    }
}
