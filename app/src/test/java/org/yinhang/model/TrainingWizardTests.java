package org.yinhang.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.yinhang.core.learning.TrainingSettings.Direction;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.scorecard.Scorecard;
import org.yinhang.core.scorecard.merging.MergedBin;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobRun;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.training.DefinitionFile;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.lake.training.ModelFolder;
import org.yinhang.lake.training.TrainingChoice;
import org.yinhang.lake.training.TrainingOutlook;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.YinhangSettings;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser;
import org.yinhang.testing.Browser.Window;
import org.yinhang.testing.FilledBank;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** A training as an analyst chooses it: on the page, from the look at its rows to the draft and into force. */
@ApplicationTest
class TrainingWizardTests {

    private static final String MODEL = "behaviour_management";

    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Models models;

    @Autowired
    private ModelChoices choices;

    @Autowired
    private ModelTrainJob trainer;

    @Autowired
    private ModelFolder folder;

    @Autowired
    private YinhangSettings settings;

    @Autowired
    private UserDetailsService staff;

    @Autowired
    private MockMvc web;

    @BeforeEach
    void bank() {
        FilledBank.fill(jobs, clock);
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, true"})
    void anAnalystChoosesLooksAtTheRowsAndTrainsACopy(int width, boolean english) {
        Browser.isNeeded();
        String copy = "wizard_" + width;
        try (Window window = Window.signedIn(port, "analyst", width, english)) {
            Page page = window.page();
            window.visit("/models/" + MODEL + "/train");
            assertThat(window.barriers()).isEmpty();
            page.locator("input[name=feature][value=education]")
                    .evaluateAll("all => all.forEach(one => one.checked = false)");
            page.locator("input[name=kind][value=scorecard]").check();
            page.locator("select[name='monotone.monthly_income']").selectOption("rises");
            page.evaluate("() => window.scrollTo(0, 0)");
            window.picture("model-wizard" + (english ? "-english" : ""));
            page.locator("input[name=count]").fill("8");
            page.locator("input[name=held_out]").fill("4");
            page.locator("input[name=seed]").fill("11");
            page.locator("details:has(input[name=copy]) > summary").click();
            page.locator("input[name=copy]").fill(copy);
            page.locator("#wizard button.btn-primary").click();
            page.locator("#start-training").waitFor();
            assertThat(page.locator("#outlook tbody tr").count()).isEqualTo(8);
            assertThat(window.barriers()).isEmpty();
            window.picture("model-wizard-rows" + (english ? "-english" : ""));
            page.locator("#start-training").click();
            page.waitForURL("**/models/" + copy + "?version=1");
            window.settle();
            assertThat(page.locator("h1").innerText()).contains(copy);
            assertThat(page.content()).contains(english ? "rises only" : "只升不降");
            assertThat(window.complaints()).isEmpty();
        }
        ModelVersion draft = models.find(copy, 1);
        assertThat(draft.stage()).isEqualTo(Stage.DRAFT);
        assertThat(draft.trainedBy()).isEqualTo("analyst");
        assertThat(draft.figures().seed()).isEqualTo(11);
        assertThat(draft.impact()).isPresent();
        ModelDefinition kept = models.declaration(draft).orElseThrow();
        assertThat(kept.schedule().count()).isEqualTo(8);
        assertThat(kept.scores()).isEmpty();
        assertThat(kept.features().monotone()).containsExactly(Map.entry("monthly_income", Direction.RISES));
        assertThat(models.declared()).extracting(ModelDefinition::id).contains(copy);
    }

    @Test
    void aChosenVersionGoesIntoForceByItsOwnDeclarationWhileTheDeclaredOneStays() throws Exception {
        String shipped = models.declared(MODEL).orElseThrow().fingerprint();
        String[] features = TrainingChoice.of(models.declared(MODEL).orElseThrow()).features().stream()
                .filter(id -> !id.equals("age"))
                .toArray(String[]::new);
        String looked = location(post("/models/" + MODEL + "/train")
                .params(with(with(web("scorecard", features), "count", "12"), "held_out", "3")));
        over(looked);
        String trained = location(post(looked + "/start"));
        over(trained);
        String page = location(get(trained));
        int number = Integer.parseInt(page.substring(page.indexOf('=') + 1));
        ModelVersion draft = models.find(MODEL, number);
        assertThat(draft.figures().features()).contains("monthly_income").doesNotContain("age");
        assertThat(draft.figures().definition()).isNotEqualTo(shipped);
        checkBinder(draft);
        ModelVersion validated = models.move(draft, Stage.VALIDATED, viewer("analyst"), "figures checked");
        ModelVersion approved = models.move(validated, Stage.APPROVED, viewer("compliance"), "impact looked at");
        models.move(approved, Stage.CHAMPION, viewer("analyst"), "fewer features");
        FilledBank.run(jobs, "tag-run", Map.of());

        String score = answer(post("/api/v1/models/" + MODEL + "/score")
                        .contentType("application/json")
                        .content("{\"customer\": %d}".formatted(42)))
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(score).contains("\"version\":" + number);
        assertThat(models.declared(MODEL).map(ModelDefinition::fingerprint)).contains(shipped);
        assertThat(folder.definition(draft.figures().definition())).isPresent();
        FilledBank.run(jobs, "model-watch", Map.of());
        assertThat(models.health()).anySatisfy(one -> {
            assertThat(one.model()).isEqualTo(MODEL);
            assertThat(one.version()).isEqualTo(number);
        });
    }

    /** The policy binder: a line a bin with counts, rates, WOE, information value and points as numbers. */
    private void checkBinder(ModelVersion version) throws Exception {
        byte[] workbook = answer(get("/models/%s/%d/binder.xlsx".formatted(MODEL, version.version())))
                .getContentAsByteArray();
        Scorecard card = models.learned(version).scorecard().orElseThrow();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows.getFirst().stream().map(cell -> cell.getText()))
                    .containsSubsequence("分档", "样本数", "样本占比", "发生数", "发生率", "信息值 IV", "备注");
            int bins =
                    card.terms().stream().mapToInt(term -> term.points().size()).sum();
            assertThat(rows).hasSizeGreaterThanOrEqualTo(1 + 1 + bins);
            MergedBin first = card.terms().getFirst().bins().bins().getFirst();
            Row line = rows.get(2);
            assertThat(line.getCellAsNumber(2).orElseThrow().doubleValue()).isEqualTo(Math.rint(first.rows()));
            assertThat(line.getCellAsNumber(4).orElseThrow().doubleValue()).isEqualTo(Math.rint(first.events()));
            assertThat(line.getCellAsNumber(6).orElseThrow().doubleValue()).isEqualTo(first.weightOfEvidence());
            assertThat(line.getCellAsNumber(8).orElseThrow().doubleValue())
                    .isEqualTo(card.terms().getFirst().points().getFirst());
        }
    }

    @Test
    void aTrainingThatIsRunAgainTrainsOnceAndTwoCopiesNeverShareAName() throws Exception {
        String copy = "copied_once";
        String first = location(post("/models/" + MODEL + "/train")
                .params(with(web("logistic", "age", "tenure_months"), "copy", copy)));
        String second = location(
                post("/models/pre_approval/train").params(with(web("logistic", "age", "salary"), "copy", copy)));
        over(first);
        over(second);
        String trained = location(post(first + "/start"));
        JobRun run = over(trained);
        assertThat(models.versions(copy)).hasSize(1);

        trainer.run(new Again(run.id()));

        assertThat(models.versions(copy)).as("run again after it was done").hasSize(1);
        assertThat(said(post(second + "/start"))).contains("MDL-1033");
        assertThat(said(post(first + "/start"))).contains("MDL-1033");
        assertThat(models.versions(copy)).hasSize(1);
        assertThat(models.shipped()).extracting(ModelDefinition::id).doesNotContain(copy);
    }

    /** A run that the worker takes up again. */
    private record Again(long runId) implements JobContext {

        @Override
        public Map<String, String> input() {
            return Map.of();
        }

        @Override
        public Progress progress() {
            return Progress.SILENT;
        }

        @Override
        public void result(String text) {
            // The page of the job shows it; nobody looks here.
        }
    }

    @Test
    void whatCannotBeTrainedIsSaidAtOnceWithEverythingThatIsWrong() throws Exception {
        assertThat(said(web("glassbox"))).as("no feature").contains("MDL-1013");
        assertThat(said(web("glassbox", "age_band", "ag"))).contains("MDL-1005");
        assertThat(said(web("glassbox", "age", "bureau_inquiries")))
                .as("bureau data for marketing, refused by name")
                .contains("MDL-1006")
                .contains("MDL-1017");
        assertThat(said(web("glassbox", "age", "draw_probability")))
                .as("its own score")
                .contains("MDL-1018");
        assertThat(said(web("glassbox", "age", "gender"))).contains("MDL-1019");
        assertThat(said(with(web("glassbox", "age"), "window", "many"))).contains("MDL-1034");
        assertThat(said(with(web("glassbox", "age"), "seed", "7.5"))).contains("MDL-1034");
        assertThat(said(with(web("glassbox", "age"), "held_out", "9")))
                .contains("MDL-1034", "留几个最新的检验 1 – 7")
                .doesNotContain("out of range");
        assertThat(said(with(web("glassbox", "age"), "sample", "9000000")))
                .as("rows of all days together")
                .contains("MDL-1034", "1 – 1,250,000");
        assertThat(said(with(web("glassbox", "age"), "copy", "post_loan"))).contains("MDL-1033");
        assertThat(said(with(web("glassbox", "age"), "copy", "Not A Name")))
                .contains("MDL-1036", "value=\"Not A Name\"")
                .contains("id=\"wizard\"");
        assertThat(said(with(web("glassbox", "age"), "copy", "other:\n    zh: x\n  zzz")))
                .contains("MDL-1036");
        assertThat(said(with(web("logistic", "age"), "monotone.age", "falls"))).contains("MDL-1038");
        assertThat(said(with(web("glassbox", "age"), "monotone.age", "up"))).contains("LRN-1017");
        assertThat(said(web("bayes", "age"))).contains("LRN-1001", "没有这种算法");
    }

    @ParameterizedTest
    @CsvSource({"history, 3600, MDL-1020", "sample, 1, MDL-1023"})
    void daysBeforeTheDataAndOutcomesOfOneKindAreRefusedInTheLook(String field, String value, String code)
            throws Exception {
        String looked =
                location(post("/models/" + MODEL + "/train").params(with(web("glassbox", "age"), field, value)));
        assertThat(over(looked).faults())
                .anySatisfy(fault -> assertThat(fault.code()).isEqualTo(code));
        assertThat(answer(get(looked)).getContentAsString(StandardCharsets.UTF_8))
                .contains(code);
        assertThat(answer(post(looked + "/start")).getStatus()).isEqualTo(409);
    }

    @Test
    void theCommandLineChoosesTheSameAndSeesTheSameRows(@TempDir Path into) throws Exception {
        StringWriter told = new StringWriter();
        int code = new CommandLine(new ModelsTrainCommand())
                .setOut(new PrintWriter(told))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(
                        MODEL,
                        "--data",
                        settings.dataFolder().toString(),
                        "--as-of",
                        clock.today().toString(),
                        "--kind=scorecard",
                        "--features=tenure_months,age",
                        "--every=month",
                        "--count=8",
                        "--held-out=4",
                        "--sample=1000",
                        "--seed=7",
                        "--monotone=age=falls",
                        "--declare",
                        into.toString(),
                        "--look",
                        "--json");
        String looked = location(post("/models/" + MODEL + "/train")
                .params(with(web("scorecard", "age", "tenure_months"), "monotone.age", "falls")));
        over(looked);
        ModelChoice choice = choices.find(Long.parseLong(looked.substring(looked.lastIndexOf('/') + 1)))
                .orElseThrow();

        assertThat(code).as(told.toString()).isZero();
        assertThat(DefinitionFile.read(into.resolve(MODEL + ".yaml")).getFirst().fingerprint())
                .isEqualTo(choice.definition().fingerprint());
        TrainingOutlook seen = JsonMapper.shared()
                .treeToValue(
                        JsonMapper.shared().readTree(told.toString()).get(0).get("outlook"), TrainingOutlook.class);
        assertThat(seen.days()).isEqualTo(choice.outlook().orElseThrow().days());
    }

    @ParameterizedTest
    @ValueSource(strings = {"compliance", "manager", "admin"})
    void nobodyButAnalystsTrains(String who) throws Exception {
        assertThat(status(get("/models/" + MODEL + "/train"), who)).isEqualTo(403);
        assertThat(status(post("/models/" + MODEL + "/train").params(web("glassbox", "age")), who))
                .isEqualTo(403);
        assertThat(status(post("/models/" + MODEL + "/train/1/start"), who)).isEqualTo(403);
    }

    private int status(MockHttpServletRequestBuilder request, String who) throws Exception {
        return web.perform(request.with(user(staff.loadUserByUsername(who))).with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(
                        request.with(user(staff.loadUserByUsername("analyst"))).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String location(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = answer(request);
        return Optional.ofNullable(answer.getRedirectedUrl())
                .orElseThrow(() -> new AssertionError("no redirect: " + answer.getStatus()));
    }

    private String said(MultiValueMap<String, String> form) throws Exception {
        return said(post("/models/" + MODEL + "/train").params(form));
    }

    private String said(MockHttpServletRequestBuilder request) throws Exception {
        return answer(request).getContentAsString(StandardCharsets.UTF_8);
    }

    private static MultiValueMap<String, String> web(String kind, String... features) {
        var form = new LinkedMultiValueMap<String, String>();
        form.setAll(Map.of(
                "kind",
                kind,
                "every",
                "month",
                "count",
                "8",
                "held_out",
                "4",
                "history",
                "90",
                "sample",
                "1000",
                "window",
                "90",
                "maturity",
                "5",
                "seed",
                "7"));
        form.addAll("feature", List.of(features));
        return form;
    }

    private static MultiValueMap<String, String> with(MultiValueMap<String, String> form, String field, String value) {
        form.set(field, value);
        return form;
    }

    /** Waits for the run an address is about. */
    private JobRun over(String address) {
        long run = Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> jobs.find(run).orElseThrow().state().isOver());
        return jobs.find(run).orElseThrow();
    }

    private Viewer viewer(String name) {
        return (Viewer) staff.loadUserByUsername(name);
    }
}
