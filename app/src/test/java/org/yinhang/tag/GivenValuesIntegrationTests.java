package org.yinhang.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.yinhang.audience.PastAudiences;
import org.yinhang.audience.Selections;
import org.yinhang.audit.Audit;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ExcelFile;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Viewer;
import org.yinhang.tag.TagImport.Reject;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser;
import org.yinhang.testing.Browser.Window;
import org.yinhang.testing.FilledBank;

@ApplicationTest
class GivenValuesIntegrationTests {

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

    @Autowired
    private GivenValues given;

    @Autowired
    private Selections selections;

    @Autowired
    private PastAudiences past;

    @Autowired
    private Audit audit;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService staff;

    @BeforeEach
    void tags() {
        FilledBank.withTags(jobs, clock, shelf);
        declare("salon_guest_t", "沙龙来宾", "imported");
        declare("visit_wish_t", "面谈意愿", "manual");
    }

    private void declare(String id, String zh, String kind) {
        if (definitions.find(id).isEmpty()) {
            TagVersion draft = definitions.propose("""
            %s:
              zh: %s
              en: %s
              category: manual
              kind: %s
              type: text
              values:
                high: [高, High]
                low: [低, Low]
              owner: 零售信贷部
              purpose: [marketing, service]
              basis: consent
              refresh: monthly
              version: 1
              data: [behaviour]
            """.formatted(id, zh, id, kind), viewer("analyst"));
            definitions.decide(draft, TagVersion.State.APPROVED, viewer("compliance"));
        }
    }

    @Test
    void aFileOfValuesBecomesATagAndWhatCannotBeTakenIsTold() {
        List<Integer> some = approachable(4);
        String file = """
                customer,value,until
                %d,高
                %d,low,2099-12-31
                99999999,高
                %d,middling
                %d,低,someday
                %d,低
                %d,低,2001-01-01
                """.formatted(some.get(0), some.get(1), some.get(2), some.get(3), some.get(0), some.get(2));

        TagImport brought =
                given.bring("salon_guest_t", "salon.csv", file.getBytes(Charset.forName("GBK")), viewer("analyst"));

        assertThat(brought.taken()).isEqualTo(2);
        assertThat(brought.rejects())
                .containsExactly(
                        new Reject(4, "customer", "unknown_customer"),
                        new Reject(5, "value", "no_value"),
                        new Reject(6, "until", "no_day"),
                        new Reject(7, "customer", "twice"),
                        new Reject(8, "until", "past"));
        assertThat(given.imports("salon_guest_t").getFirst())
                .usingRecursiveComparison()
                .ignoringFields("broughtAt")
                .isEqualTo(brought);
        awaitKnown("salon_guest_t", 2);
        assertThat(members("salon_guest_t = 'high'")).containsExactly(some.get(0));
        assertThat(members("salon_guest_t is not null")).containsExactlyInAnyOrder(some.get(0), some.get(1));
        assertThat(past.on(clock.today().minusDays(1), "salon_guest_t is not null", viewer("analyst"))
                        .then()
                        .count())
                .as("nobody had one yesterday")
                .isZero();
        assertThatThrownBy(() -> given.bring(
                        "salon_guest_t", "salon.csv", "nobody,高".getBytes(StandardCharsets.UTF_8), viewer("analyst")))
                .hasMessageContaining("TAG-2016");
        assertThatThrownBy(() ->
                        given.bring("salon_guest_t", "salon.xlsx", new byte[] {'P', 'K', 3, 4}, viewer("analyst")))
                .hasMessageContaining("TAG-2015");
        assertThatThrownBy(() -> given.bring("age", "salon.csv", new byte[0], viewer("analyst")))
                .hasMessageContaining("TAG-2010");
    }

    @Test
    void aWorkbookIsReadLikeAText() throws IOException {
        int one = approachable(1).getFirst();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ExcelFile.write(bytes, Instant.EPOCH, workbook -> {
            var sheet = workbook.newWorksheet("来宾");
            sheet.value(0, 0, "customer");
            sheet.value(1, 0, one);
            sheet.value(1, 1, "低");
            sheet.value(1, 2, LocalDate.of(2099, 12, 31));
            sheet.style(1, 2).format("yyyy-mm-dd").set();
        });

        TagImport brought = given.bring("salon_guest_t", "来宾.xlsx", bytes.toByteArray(), viewer("analyst"));

        assertThat(brought.taken()).isEqualTo(1);
        assertThat(brought.rejects()).isEmpty();
        assertThat(given.of("salon_guest_t", viewer("analyst")))
                .filteredOn(value -> value.customer() == one)
                .singleElement()
                .satisfies(value -> assertThat(value.until()).contains(LocalDate.of(2099, 12, 31)));
    }

    @Test
    void aFileOfABranchLeavesTheCustomersOfOthersAsTheyAre() {
        Viewer head = viewer("head");
        int own = branch(head, "LIKE");
        int anothers = branch(head, "NOT LIKE");
        given.bring(
                "salon_guest_t",
                "all.csv",
                "customer,value\n%d,高\n%d,高".formatted(own, anothers).getBytes(StandardCharsets.UTF_8),
                viewer("analyst"));
        given.bring(
                "salon_guest_t",
                "branch.csv",
                "customer,value\n%d,低\n%d,低".formatted(own, anothers).getBytes(StandardCharsets.UTF_8),
                head);
        assertThat(given.of("salon_guest_t", viewer("analyst")))
                .filteredOn(value -> value.customer() == own || value.customer() == anothers)
                .extracting(value -> value.customer() + " " + value.value())
                .containsExactlyInAnyOrder(own + " low", anothers + " high");
        assertThat(given.of("salon_guest_t", head)).noneMatch(value -> value.customer() == anothers);
    }

    private int branch(Viewer head, String like) {
        return jdbc.sql("SELECT c.number FROM customer c JOIN branch b ON b.id = c.branch_id WHERE b.path " + like
                        + " ? ORDER BY c.number LIMIT 1")
                .param(head.branchPath() + "%")
                .query(Integer.class)
                .single();
    }

    @Test
    void ofManyWhoSetATagAtOnceOneIsInForce() throws Exception {
        int one = approachable(2).get(1);
        List<Callable<Void>> acts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            acts.add(() -> {
                given.put("visit_wish_t", one, "high", Optional.empty(), "同时", viewer("analyst"));
                return null;
            });
        }
        try (ExecutorService together = Executors.newFixedThreadPool(6)) {
            for (Future<Void> act : together.invokeAll(acts)) {
                act.get();
            }
        }
        assertThat(given.of(one))
                .filteredOn(value -> value.tag().equals("visit_wish_t"))
                .hasSize(1);
    }

    @Test
    void aTagIsSetByHandByWhoMaySeeTheCustomerAndEverythingIsOnRecord() {
        int one = approachable(1).getFirst();

        given.put("visit_wish_t", one, "高", Optional.of(clock.today().plusDays(30)), "电话里说的", viewer("analyst"));
        given.put("visit_wish_t", one, "low", Optional.empty(), "又问了一次", viewer("analyst"));

        assertThat(given.of(one)).singleElement().satisfies(value -> {
            assertThat(value.value()).isEqualTo("low");
            assertThat(value.reason()).isEqualTo("又问了一次");
            assertThat(value.setBy()).isEqualTo("analyst");
        });
        assertThat(audit.page(ListQuery.first()).items())
                .anyMatch(entry -> entry.note().action().equals("tag.put")
                        && entry.note().reason().equals("又问了一次"));
        assertThatThrownBy(() -> given.put(
                        "visit_wish_t",
                        99_999_999,
                        "middling",
                        Optional.of(clock.today().minusDays(1)),
                        " ",
                        viewer("analyst")))
                .hasMessageContaining("TAG-2011")
                .hasMessageContaining("TAG-2012")
                .hasMessageContaining("TAG-2013")
                .hasMessageContaining("TAG-2014");
        int foreign = foreign(viewer("head"));
        assertThatThrownBy(() -> given.put("visit_wish_t", foreign, "高", Optional.empty(), "不是本行的", viewer("head")))
                .hasMessageContaining("TAG-2013");
        long id = given.of(one).getFirst().id();
        given.end(id, viewer("analyst"));
        assertThat(given.of(one)).isEmpty();
        assertThatThrownBy(() -> given.end(id, viewer("analyst"))).hasMessageContaining("TAG-2013");
    }

    @Test
    void filesAndSingleValuesAreGivenOnThePages() {
        Browser.isNeeded();
        int one = approachable(1).getFirst();
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            Page page = window.page();
            window.visit("/tags/salon_guest_t");
            page.locator("#given-file")
                    .setInputFiles(new FilePayload(
                            "沙龙.csv",
                            "text/csv",
                            "customer\n%d,高\n99999999,低\n".formatted(one).getBytes(StandardCharsets.UTF_8)));
            page.locator("#given .btn-primary").click();
            page.locator("#given tbody tr").first().waitFor();
            assertThat(page.locator("#given tbody tr").first().innerText()).contains("沙龙.csv", "1");
            assertThat(window.barriers()).isEmpty();
            window.picture("tag-imported");
            window.visit("/customers/" + one);
            page.locator("[data-by-hand] summary").first().click();
            page.locator("[data-by-hand] [name=reason]").first().fill("柜台面谈");
            page.locator("[data-by-hand] form.draw .btn").first().click();
            page.locator("[data-by-hand] p").first().waitFor();
            assertThat(page.locator("[data-by-hand]").innerText()).contains("高", "柜台面谈", "analyst");
            page.locator("[data-by-hand]")
                    .evaluate("panel => panel.scrollIntoView({ behavior: 'instant', block: 'center' })");
            assertThat(window.barriers()).isEmpty();
            window.picture("customer-by-hand");
            assertThat(window.complaints()).isEmpty();
        }
    }

    private void awaitKnown(String tag, long known) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> shelf.report()
                                .flatMap(report -> report.tag(tag))
                                .map(quality -> quality.figures().known())
                                .orElse(-1L)
                        == known);
    }

    private List<Integer> approachable(int count) {
        return members("true").subList(0, count);
    }

    private List<Integer> members(String predicate) {
        return selections
                .within(viewer("analyst"), selection -> {
                    List<Integer> numbers = new ArrayList<>();
                    selection.select(selection.read(predicate)).forEach(numbers::add);
                    return numbers;
                })
                .orElseThrow();
    }

    private int foreign(Viewer head) {
        return jdbc.sql("""
                SELECT c.number FROM customer c JOIN branch b ON b.id = c.branch_id
                WHERE b.path NOT LIKE ? LIMIT 1""").param(head.branchPath() + "%").query(Integer.class).single();
    }

    private Viewer viewer(String name) {
        return (Viewer) staff.loadUserByUsername(name);
    }
}
