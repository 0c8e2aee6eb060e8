package org.yinhang.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.yinhang.core.learning.ModelFile;
import org.yinhang.core.learning.ResponseModel;
import org.yinhang.jobs.JobState;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser;
import org.yinhang.testing.Browser.Window;
import org.yinhang.testing.FilledBank;

/** A model made elsewhere becomes a version: judged like others, and approved by somebody else. */
@ApplicationTest
class BroughtModelTests {

    private static final String MODEL = "contact_uplift";

    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Models models;

    @Autowired
    private BroughtModels brought;

    @Autowired
    private UserDetailsService staff;

    @BeforeEach
    void bank() {
        FilledBank.fill(jobs, clock);
        if (models.versions(MODEL).isEmpty()) {
            FilledBank.run(jobs, "model-train", Map.of("models", MODEL));
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, true"})
    void anAnalystBringsAModelInAndSomebodyElseApprovesIt(int width, boolean english) {
        Browser.isNeeded();
        int before = models.versions(MODEL).size();
        try (Window window = Window.signedIn(port, "analyst", width, english)) {
            Page page = window.page();
            window.visit("/models/" + MODEL);
            page.locator("a[href$='/bring']").click();
            assertThat(page.locator("#bring-fields").innerText()).contains("occupation");
            assertThat(window.barriers()).isEmpty();
            window.picture("model-bring" + (english ? "-english" : ""));
            give(page, "height");
            page.locator("#bring-faults").waitFor();
            assertThat(page.locator("#bring-faults").innerText()).contains("FOR-1002", "height");
            window.picture("model-brought" + (english ? "-english" : ""));
            page.locator("a[href$='/bring']").click();
            give(page, "age");
            page.waitForURL("**/models/" + MODEL + "?version=*");
            window.settle();
            assertThat(page.locator("#card-brought").innerText()).contains("central.pmml", "总行统一模型");
            assertThat(window.complaints()).isEmpty();
        }
        assertThat(models.versions(MODEL)).hasSize(before + 1);
        ModelVersion draft = models.versions(MODEL).getFirst();
        assertThat(draft.stage()).isEqualTo(Stage.DRAFT);
        assertThat(draft.impact()).isPresent();
        assertThat(draft.figures().features()).containsExactly("age", "occupation");
        assertThat(draft.figures().learners()).containsExactly("brought PMML (central.pmml) 100%");
        assertThat(models.learned(draft).columns()).containsExactly("age", "occupation");
        ModelVersion validated = models.move(draft, Stage.VALIDATED, viewer("analyst"), "figures checked");
        assertThatThrownBy(() -> models.move(validated, Stage.APPROVED, viewer("analyst"), "mine"))
                .isInstanceOf(RuntimeException.class);
        assertThat(models.move(validated, Stage.APPROVED, viewer("compliance"), "read it")
                        .stage())
                .isEqualTo(Stage.APPROVED);
        models.move(models.find(MODEL, draft.version()), Stage.RETIRED, viewer("compliance"), "the end of a test");
    }

    private static String document(String field) {
        return """
            <PMML xmlns='http://www.dmg.org/PMML-4_4' version='4.4'><Header/>
              <DataDictionary>
                <DataField name="%s" optype="continuous" dataType="double"/>
                <DataField name="occupation" optype="categorical" dataType="string"/>
              </DataDictionary>
              <RegressionModel functionName="regression" normalizationMethod="logit">
                <MiningSchema>
                  <MiningField name="%1$s" missingValueReplacement="40"/>
                  <MiningField name="occupation"/>
                </MiningSchema>
                <RegressionTable intercept="-1">
                  <NumericPredictor name="%1$s" coefficient="-0.03"/>
                  <CategoricalPredictor name="occupation" value="stable" coefficient="0.4"/>
                </RegressionTable>
              </RegressionModel>
            </PMML>
            """.formatted(field);
    }

    private static void give(Page page, String field) {
        page.locator("#bring-file")
                .setInputFiles(new FilePayload(
                        "central.pmml", "application/xml", document(field).getBytes(StandardCharsets.UTF_8)));
        page.locator("#bring-reason").fill("总行统一模型");
        page.locator("#bring button").click();
    }

    @Test
    void treesExportedHereComeBackToTheSameProbabilities() {
        ModelVersion left = models.versions(MODEL).stream()
                .filter(version -> brought.of(version).isEmpty())
                .findFirst()
                .orElseThrow();
        ResponseModel trees = models.learned(left);
        long run = brought.bring(
                        models.declared(MODEL).orElseThrow(),
                        new ModelFile("trees.json", trees.boosters().getFirst().getBytes(StandardCharsets.UTF_8)),
                        new ModelFile.Use(false, false),
                        "换一台机器",
                        viewer("analyst"))
                .id();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> jobs.find(run).orElseThrow().state().isOver());
        assertThat(jobs.find(run).orElseThrow().state()).isEqualTo(JobState.SUCCEEDED);
        ModelVersion back = models.versions(MODEL).getFirst();
        assertThat(brought.of(back).orElseThrow().file().name()).isEqualTo("trees.json");
        assertThat(back.figures().auc()).isEqualTo(left.figures().auc());
        assertThat(back.figures().brier()).isEqualTo(left.figures().brier());
    }

    private Viewer viewer(String name) {
        return (Viewer) staff.loadUserByUsername(name);
    }
}
