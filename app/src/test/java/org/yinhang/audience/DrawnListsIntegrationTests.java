package org.yinhang.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.yinhang.audit.Audit;
import org.yinhang.core.audience.Audience;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.Value;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.YinhangSettings;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.FilledBank;
import picocli.CommandLine;

@ApplicationTest
class DrawnListsIntegrationTests {

    private static final DrawnLists.Draw BY_STAGE = new DrawnLists.Draw(60, Optional.of("life_cycle_stage"), 4);

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TagShelf shelf;

    @Autowired
    private Selections selections;

    @Autowired
    private DrawnLists drawn;

    @Autowired
    private PastAudiences past;

    @Autowired
    private CustomerLists lists;

    @Autowired
    private ExportIntake exports;

    @Autowired
    private Audit audit;

    @Autowired
    private Audiences audiences;

    @Autowired
    private YinhangSettings settings;

    @Autowired
    private MockMvc web;

    @Autowired
    private UserDetailsService staff;

    @BeforeEach
    void tags() {
        FilledBank.withTags(jobs, clock, shelf);
    }

    @Test
    void aStratifiedSampleTakesFromEveryClassInProportionAndIsKeptAsAList() {
        DrawnLists.Sample sample = drawn.draw("age >= 30", BY_STAGE, viewer("analyst"));
        CustomerList list = drawn.keepSample("分层样本", "age >= 30", BY_STAGE, viewer("analyst"));

        assertThat(sample.parts()).hasSizeGreaterThan(1).allSatisfy(part -> {
            double share = 60.0 * part.stratum().members().count() / sample.members();
            assertThat((double) part.drawn().count()).isBetween(Math.floor(share), Math.ceil(share));
        });
        assertThat(list.customers()).isEqualTo(60).isEqualTo(sample.drawn().count());
        assertThat(members("customer in list '分层样本' and age >= 30")).isEqualTo(sample.drawn());
        assertThat(lists.find("分层样本").orElseThrow().origin())
                .isEqualTo(new ListOrigin(
                        ListOrigin.Way.SAMPLE,
                        "age >= 30",
                        Optional.of(shelf.report().orElseThrow().asOf()),
                        Optional.of("life_cycle_stage"),
                        Optional.of(4L),
                        Optional.empty()));
        assertThatThrownBy(() -> drawn.keepSample("分层样本", "true", BY_STAGE, viewer("analyst")))
                .as("a drawn list is frozen")
                .hasMessageContaining("GRP-1010");
    }

    @Test
    void aFileDoesNotTakeThePlaceOfADrawnList() {
        CustomerList control =
                drawn.keepSample("对照名单", "true", new DrawnLists.Draw(20, Optional.empty(), 3), viewer("analyst"));
        assertThatThrownBy(() -> lists.bring("对照名单", List.of("customer", "1"), viewer("analyst")))
                .hasMessageContaining("GRP-1010");
        assertThat(lists.find("对照名单").orElseThrow().customers()).isEqualTo(control.customers());
    }

    @Test
    void onlyAnalystsChangeAudiencesAndWhatIsMissingIsTold() throws Exception {
        for (String path : List.of("/audiences/new", "/audiences/1", "/audiences/1/archive", "/audiences/1/freeze")) {
            assertThat(web.perform(MockMvcRequestBuilders.post(path)
                                    .with(user(staff.loadUserByUsername("compliance")))
                                    .with(csrf())
                                    .param("name", "n")
                                    .param("seen", "1")
                                    .param("predicate", "true"))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(post("/api/v1/audiences/on-day", "{}")).contains("GRP-1014");
    }

    @Test
    void aSampleOfNobodyOrByATagThatIsNoneIsRefused() {
        DrawnLists.Draw none = new DrawnLists.Draw(0, Optional.empty(), 1);

        assertThatThrownBy(() -> drawn.keepSample("没有人", "true", none, viewer("analyst")))
                .hasMessageContaining("GRP-1011");
        for (String tag : new String[] {"no_such_tag", "circles"}) {
            DrawnLists.Draw by = new DrawnLists.Draw(5, Optional.of(tag), 1);
            assertThatThrownBy(() -> drawn.draw("true", by, viewer("analyst"))).hasMessageContaining("GRP-1012");
        }
    }

    @Test
    void lookAlikesAreNotOfTheSeedAndSayHowGoodTheModelIs() {
        audiences("年长客户", "age >= 50");
        Likeness found = drawn.alike("customer in audience '年长客户'", 100, 3, viewer("analyst"));

        assertThat(found.auc()).isBetween(0.55, 1.0);
        assertThat(found.left()).as("tags behind the name of an audience").contains("age");
        assertThat(found.influences()).noneMatch(influence -> influence.tag().equals("age"));
        assertThat(found.found().count()).isEqualTo(100);
        assertThat(found.found().overlap(members("age >= 50"))).isZero();
        CustomerList list = drawn.keepAlike("像年长客户", "customer in audience '年长客户'", 100, 3, viewer("analyst"));
        assertThat(list.origin().auc()).contains(found.auc());
        assertThatThrownBy(() -> drawn.alike("age > 150", 10, 3, viewer("analyst")))
                .hasMessageContaining("SEL-1004");
    }

    @Test
    void anEarlierDaySeesNothingThatCameLater() {
        LocalDate today = shelf.report().orElseThrow().asOf();
        String facts = "count(transactions) over last 3650 days >= 1 and mortgage is not null";

        PastAudiences.Then now = past.on(today, "age >= 30 and " + facts, viewer("analyst"));
        assertThat(now.then()).as("the day of the run in force").isEqualTo(now.now());
        PastAudiences.Then longAgo = past.on(today.minusYears(30), facts, viewer("analyst"));
        assertThat(longAgo.then().count()).isZero();
        assertThat(longAgo.joined()).isEqualTo(longAgo.now().count()).isPositive();
        PastAudiences.Then head = past.on(today.minusDays(200), "age >= 30", viewer("head"));
        assertThat(head.then().count()).isPositive();
        Audience own = selections.within(viewer("head"), Selection::inScope).orElseThrow();
        assertThat(head.then().except(own).count()).as("of other branches").isZero();
        assertThatThrownBy(() -> past.on(today.plusDays(400), "true", viewer("analyst")))
                .hasMessageContaining("TAG-2005");
    }

    @Test
    void theCommandLineAndTheInterfaceDrawTheSameCustomers(@TempDir Path folder) throws Exception {
        LocalDate day = shelf.report().orElseThrow().asOf().minusDays(100);
        PastAudiences.Then then = past.on(day, "age >= 30 and mortgage", viewer("analyst"));
        Path out = folder.resolve("then.csv");
        int code = new CommandLine(new AudienceCommand())
                .execute(
                        "export",
                        "age >= 30 and mortgage",
                        "--data",
                        settings.dataFolder().toString(),
                        "--as-of",
                        day.toString(),
                        "--out",
                        out.toString(),
                        "--reason",
                        "三月试点");

        assertThat(code).isZero();
        exports.take();
        exports.take();
        assertThat(audit.page(ListQuery.first()).items())
                .filteredOn(entry -> entry.note().reason().equals("三月试点"))
                .as("on record once")
                .singleElement()
                .satisfies(entry -> assertThat(entry.note().action()).isEqualTo("audience.export"))
                .satisfies(entry -> assertThat(entry.note().actor()).startsWith("cli:"))
                .satisfies(entry -> assertThat(entry.note().detail()).contains(out.toString()));
        assertThat(Files.readAllLines(out)).hasSize(then.then().count() + 1);
        String answer = post("/api/v1/audiences/on-day", """
                {"predicate": "age >= 30 and mortgage", "day": "%s"}""".formatted(day));
        assertThat(answer).contains("\"then\":%d,".formatted(then.then().count()));
        assertThat(post("/api/v1/lists/sample", """
                {"name": "接口样本", "predicate": "age >= 30", "size": 7, "by": "life_cycle_stage", "seed": 2}""")).contains("\"customers\":7", "\"stratum\":\"life_cycle_stage\"");
        assertThat(post("/api/v1/audiences/look-alike", """
                {"predicate": "age >= 50", "size": 9, "seed": 1}""")).contains("\"auc\":0.", "\"found\":9");
        assertThat(post("/api/v1/audiences", """
                {"name": "接口客群", "predicate": "ag >= 50"}""")).contains("PRE-1005");
        assertThat(post("/api/v1/audiences", """
                {"name": "接口客群", "predicate": "age >= 50"}""")).contains("\"version\":1");
    }

    @Test
    void aValueNobodyHasIsNamedAndOneThatIsNearlyDeclaredIsRefusedEverywhere() throws Exception {
        assertThat(post("/api/v1/audiences/count", """
                {"predicate": "age >= 30 and has_any(circles, 'yacht', 'car_owner') and employer_class = 'stable'"}"""))
                .contains("\"unseen\":[{\"tag\":\"circles\",\"value\":\"yacht\"}]");
        assertThat(post("/api/v1/audiences/count", """
                {"predicate": "employer_class = 'stabel'"}""")).contains("PRE-1022", "'stable'");

        StringWriter told = new StringWriter();
        int code = new CommandLine(new AudienceCommand())
                .setOut(new PrintWriter(told))
                .execute(
                        "count",
                        "employer_class in ('stable', 'government')",
                        "--data",
                        settings.dataFolder().toString());
        assertThat(code).isZero();
        assertThat(told.toString()).contains("employer_class = 'government'").doesNotContain("= 'stable'");
    }

    @Test
    void loansWentAsTheyDidWithTheCustomersOfEachClassInOnesOwnBranchAlone() throws Exception {
        BadRates all = selections
                .within(viewer("analyst"), s -> s.badRates("employer_class").orElseThrow())
                .orElseThrow();
        for (BadRates.Part part : all.parts()) {
            String code = part.from() instanceof Value.Text(String text) ? "= '" + text + "'" : "is null";
            assertThat(counted("(employer_class %s and worst_days_past_due is not null) or false".formatted(code)))
                    .isEqualTo(part.borrowers());
            assertThat(counted("(employer_class %s and worst_days_past_due > 90) or false".formatted(code)))
                    .isEqualTo(part.bad());
        }
        assertThat(all.parts().stream().mapToInt(BadRates.Part::borrowers).sum())
                .isEqualTo(all.borrowers())
                .isPositive();
        assertThat(get("/api/v1/audiences/bad-rates?tag=employer_class"))
                .contains("\"borrowers\":%d,\"rate\":"
                        .formatted(all.parts().getFirst().borrowers()))
                .contains("stable");
        assertThat(get("/api/v1/audiences/bad-rates?tag=worst_days_past_due")).isEqualTo("[]");
        BadRates own = selections
                .within(viewer("head"), s -> s.badRates("employer_class").orElseThrow())
                .orElseThrow();
        assertThat(own.borrowers()).isPositive().isLessThan(all.borrowers());
        assertThat(selections
                        .within(viewer("analyst"), s -> s.badRates("worst_days_past_due"))
                        .orElseThrow())
                .as("lateness tells nothing of lateness")
                .isEmpty();
    }

    /** How many of the whole bank, whether they may be approached or not. */
    private int counted(String predicate) {
        return selections
                .within(viewer("analyst"), s ->
                        (int) s.answer(s.read(predicate)).steps().getFirst().alone())
                .orElseThrow();
    }

    @Test
    void aFileThatCannotBeWrittenIsToldWithItsPlace(@TempDir Path folder) {
        for (Path out : List.of(folder, folder.resolve("absent").resolve("some.csv"))) {
            for (List<String> command :
                    List.of(List.of("export", "mortgage"), List.of("look-alike", "mortgage", "--top", "5"))) {
                List<String> words = new ArrayList<>(command);
                words.addAll(
                        List.of("--data", settings.dataFolder().toString(), "--out", out.toString(), "--reason", "试点"));
                CommandLine line = new CommandLine(new AudienceCommand());
                AtomicReference<Exception> told = new AtomicReference<>();
                line.setExecutionExceptionHandler((thrown, of, parsed) -> {
                    told.set(thrown);
                    return 1;
                });

                assertThat(line.execute(words.toArray(String[]::new))).isOne();
                assertThat(told.get())
                        .isInstanceOf(FaultException.class)
                        .hasMessageContaining("GRP-1017")
                        .hasMessageContaining(out.toString());
            }
        }
    }

    private String get(String address) throws Exception {
        return web.perform(MockMvcRequestBuilders.get(address).with(user(staff.loadUserByUsername("analyst"))))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String post(String address, String body) throws Exception {
        return web.perform(MockMvcRequestBuilders.post(address)
                        .with(user(staff.loadUserByUsername("analyst")))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private void audiences(String name, String predicate) {
        audiences.add(new Audiences.Draft(name, "", predicate, true), viewer("analyst"));
    }

    private Audience members(String predicate) {
        return membersOf("analyst", predicate);
    }

    private Audience membersOf(String user, String predicate) {
        return selections
                .within(viewer(user), selection -> selection.select(selection.read(predicate)))
                .orElseThrow();
    }

    private Viewer viewer(String name) {
        return (Viewer) staff.loadUserByUsername(name);
    }
}
