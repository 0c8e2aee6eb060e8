package org.yinhang.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.yinhang.core.learning.ModelKind;
import org.yinhang.core.progress.Progress;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.tag.TagCatalogue;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.lake.training.TrainingSets;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;
import org.yinhang.tag.TagDefinitions;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser;
import org.yinhang.testing.Browser.Window;
import org.yinhang.testing.FilledBank;

/** The pages of models in a real browser: from the list to approval by a second person. */
@ApplicationTest
class ModelsBrowserTests {

    private static final String MODEL = "expected_approval";
    private static final String GLASS = "behaviour_analysis";
    private static final String CARD = "behaviour_management";

    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Models models;

    @Autowired
    private Lake lake;

    @Autowired
    private TagDefinitions tags;

    @Autowired
    private UserDetailsService staff;

    @BeforeEach
    void bank() {
        Browser.isNeeded();
        FilledBank.fill(jobs, clock);
        if (models.versions(MODEL).isEmpty()) {
            train();
        }
    }

    private void train() {
        long id = jobs.request("model-train", "", Map.of("models", MODEL), "analyst")
                .id();
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> jobs.find(id).orElseThrow().state().isOver());
        assertThat(jobs.find(id).orElseThrow().faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, false", "390, true"})
    void theListAndAModelShowWithoutBarrier(int width, boolean english) {
        try (Window window = Window.signedIn(port, "analyst", width, english)) {
            String language = english ? "-english" : "";
            window.visit("/models");
            assertThat(window.page().locator("tbody tr[data-href]").count())
                    .isEqualTo(models.declared().size());
            assertThat(window.barriers()).isEmpty();
            window.picture("models" + language);
            window.visit("/models/" + MODEL);
            window.page().locator("[data-chart][data-drawn]").first().waitFor();
            assertThat(window.page().locator("[data-chart]").count()).isEqualTo(6);
            assertThat(window.barriers()).isEmpty();
            window.picture("model" + language);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void aVersionIsValidatedByItsMakerAndApprovedBySomebodyElseOnly() {
        train();
        String address = "/models/%s?version=%d"
                .formatted(MODEL, models.versions(MODEL).getFirst().version());
        try (Window analyst = Window.signedIn(port, "analyst", 1440, false);
                Window compliance = Window.signedIn(port, "compliance", 1440, false)) {
            decide(analyst, address, "validated", "成绩与特征已看过");
            analyst.visit(address);
            assertThat(analyst.page().locator("#decide").innerText()).contains("须由他人批准");
            assertThat(analyst.page().locator("#reason-approved").count()).isZero();
            decide(compliance, address, "approved", "影响评估已看过");
            decide(compliance, address, "champion", "比没有好");
            assertThat(compliance.page().content()).contains("冠军").contains("比没有好");
            assertThat(compliance.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, true"})
    void aGlassBoxShowsItsCurvesAndACardItsPoints(int width, boolean english) {
        String language = english ? "-english" : "";
        learned(GLASS, ModelKind.GLASSBOX);
        learned(CARD, ModelKind.SCORECARD);
        try (Window window = Window.signedIn(port, "compliance", width, english)) {
            window.visit("/models/" + GLASS + "/shape");
            assertThat(window.page().locator("[data-chart][data-drawn]").count())
                    .isGreaterThan(3);
            assertThat(window.barriers()).isEmpty();
            window.picture("model-shape" + language);
            window.visit("/models/" + CARD + "/shape");
            assertThat(window.page().locator("[data-chart][data-drawn]").count())
                    .isPositive();
            assertThat(window.barriers()).isEmpty();
            window.picture("scorecard" + language);
            assertThat(window.page().locator("a[href$='.pmml']").count()).isEqualTo(1);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, false", "390, true"})
    void aCustomersScoreMovesWithWhatIsAssumed(int width, boolean english) {
        champion();
        try (Window window = Window.signedIn(port, "analyst", width, english)) {
            Page page = window.page();
            window.visit("/models/" + MODEL + "/what-if");
            page.locator("#what-if-text").fill("42");
            page.locator(".what-if-search button").click();
            page.locator("#what-if-found a").first().click();
            page.locator("#what-if-answer [data-chart][data-drawn]").waitFor();
            Locator answer = page.locator("[data-probability]");
            String before = answer.innerText();
            page.locator("[name='x.monthly_income']").fill("1000");
            page.waitForCondition(() -> !answer.innerText().equals(before));
            page.locator("#what-if-answer [data-chart][data-drawn]").waitFor();
            assertThat(window.barriers()).isEmpty();
            window.picture("model-what-if" + (english ? "-english" : ""));
            page.locator("[name='x.monthly_income']").fill("many");
            page.locator("#what-if-answer .fault").waitFor();
            assertThat(page.locator("#what-if-answer .fault").innerText()).contains("MDL-2011");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void twoVersionsAreComparedOnTheSameRows() {
        train();
        train();
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            window.visit("/models/" + MODEL + "/compare");
            assertThat(window.page().locator(".finding").innerText()).contains("分不出高下");
            assertThat(window.barriers()).isEmpty();
            window.picture("model-compare");
            assertThat(window.complaints()).isEmpty();
        }
    }

    /** Trains a declared model as another kind than declared and keeps it. */
    private void learned(String id, ModelKind kind) {
        if (!models.versions(id).isEmpty()) {
            return;
        }
        ModelDefinition d = models.declared(id).orElseThrow();
        ModelDefinition other = new ModelDefinition(
                d.id(),
                d.zh(),
                d.en(),
                d.note(),
                d.family(),
                d.governance(),
                d.rows(),
                d.population(),
                d.features(),
                d.outcome(),
                d.window(),
                d.maturity(),
                d.schedule(),
                kind,
                d.seed(),
                d.fairness(),
                d.scores(),
                d.where());
        Snapshot snapshot = lake.current();
        TagCatalogue catalogue = TagCatalogue.compile(tags.inForce(), snapshot);
        TrainedModel trained = new ModelTraining(
                        new TrainingSets(lake, snapshot, clock.zone(), 2), snapshot, catalogue, 2, Optional.empty())
                .train(other, clock.today(), Progress.SILENT);
        models.register(trained, Optional.empty(), "analyst");
    }

    private void champion() {
        if (models.champion(MODEL).isEmpty()) {
            ModelVersion draft = models.versions(MODEL).getFirst();
            ModelVersion validated = models.move(draft, Stage.VALIDATED, viewer("analyst"), "figures checked");
            ModelVersion approved = models.move(validated, Stage.APPROVED, viewer("compliance"), "impact looked at");
            models.move(approved, Stage.CHAMPION, viewer("analyst"), "better than none");
        }
        FilledBank.run(jobs, "tag-run", Map.of());
    }

    private Viewer viewer(String name) {
        return (Viewer) staff.loadUserByUsername(name);
    }

    private static void decide(Window window, String address, String stage, String reason) {
        window.visit(address);
        Page page = window.page();
        page.locator("details.decision:has(#reason-%s) > summary".formatted(stage))
                .click();
        page.locator("#reason-" + stage).fill(reason);
        page.locator("details.decision:has(#reason-%s) button".formatted(stage)).click();
        page.waitForURL("**" + address);
        window.settle();
        assertThat(page.content()).contains(reason);
    }
}
