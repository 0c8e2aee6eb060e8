package org.yinhang.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.yinhang.core.glassbox.Curve;
import org.yinhang.core.glassbox.CurveEdit;
import org.yinhang.core.glassbox.GlassBox;
import org.yinhang.core.learning.ResponseModel;
import org.yinhang.core.scorecard.pmml.GlassBoxPmml;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser;
import org.yinhang.testing.Browser.Window;
import org.yinhang.testing.FilledBank;

/** A person draws curves of a glass box anew: sees what it does, gives a reason, and somebody else approves. */
@ApplicationTest
class ModelRedrawTests {

    private static final String MODEL = "behaviour_analysis";

    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Models models;

    @Autowired
    private ModelRedraws redraws;

    @Autowired
    private UserDetailsService staff;

    @Autowired
    private MockMvc web;

    @BeforeEach
    void bank() {
        FilledBank.fill(jobs, clock);
        if (models.versions(MODEL).isEmpty()) {
            FilledBank.run(jobs, "model-train", Map.of("models", MODEL));
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, true"})
    void aRiskOfficerFlattensARangeSeesWhatItDoesAndSavesItWithAReason(int width, boolean english) throws Exception {
        Browser.isNeeded();
        ModelVersion parent = parent();
        int before = models.versions(MODEL).size();
        try (Window window = Window.signedIn(port, "compliance", width, english)) {
            Page page = window.page();
            window.visit("/models/%s/shape?version=%d".formatted(MODEL, parent.version()));
            page.locator("a[href$='/redraw']").click();
            page.locator("#redraw-column select").selectOption("age");
            page.locator("#redraw-column button").click();
            page.locator("#redraw-change select[name=from]").selectOption(new SelectOption().setIndex(1));
            page.locator("#redraw-change select[name=to]").selectOption(new SelectOption().setIndex(4));
            page.locator("#redraw-change button").click();
            page.locator("#redraw-bins tr.is-chosen").first().waitFor();
            page.locator("[data-chart][data-drawn]").first().waitFor();
            assertThat(window.barriers()).isEmpty();
            window.picture("model-redraw" + (english ? "-english" : ""));
            page.locator("#redraw-try").click();
            page.locator("#redraw-keep").waitFor();
            assertThat(page.locator("#redraw-effect tbody tr").count()).isEqualTo(5);
            assertThat(window.barriers()).isEmpty();
            window.picture("model-redraw-effect" + (english ? "-english" : ""));
            page.locator("#redraw-reason").fill("年轻客群样本少");
            page.locator("#redraw-keep button").click();
            page.waitForURL("**/models/" + MODEL + "?version=*");
            window.settle();
            assertThat(page.locator("#card-redrawn li").count()).isEqualTo(1);
            assertThat(page.content()).contains("年轻客群样本少");
            assertThat(window.complaints()).isEmpty();
        }
        assertThat(models.versions(MODEL)).hasSize(before + 1);
        ModelVersion draft = models.versions(MODEL).getFirst();
        assertThat(draft.stage()).isEqualTo(Stage.DRAFT);
        assertThat(draft.trainedBy()).isEqualTo("compliance");
        assertThat(draft.figures().definition()).isEqualTo(parent.figures().definition());
        Redraw kept = redraws.of(draft).orElseThrow();
        assertThat(kept.parent()).isEqualTo(parent.version());
        assertThat(kept.reason()).isEqualTo("年轻客群样本少");
        assertThat(kept.edits()).containsExactly(new CurveEdit("age", 1, 4, CurveEdit.Action.FLATTEN, 0));
        assertThat(kept.effect().orElseThrow().after().auc())
                .isEqualTo(draft.figures().auc());
        ModelVersion validated = models.move(draft, Stage.VALIDATED, viewer("compliance"), "figures checked");
        assertThatThrownBy(() -> models.move(validated, Stage.APPROVED, viewer("compliance"), "mine"))
                .hasMessageContaining("MDL-2005");
        if (!english) {
            drawnOnByAnother(draft);
        }
    }

    /** Whoever drew curves does not come to approve them by somebody else's saving them or drawing on. */
    private void drawnOnByAnother(ModelVersion draft) throws Exception {
        long tried = over(
                redraws.tryOut(draft, List.of(new CurveEdit("age", 1, 1, CurveEdit.Action.SET, 0.1)), viewer("analyst"))
                        .id());
        Redraw one = redraws.find(tried).orElseThrow();
        assertThatThrownBy(() -> redraws.keep(one, viewer("compliance"), "so")).hasMessageContaining("MDL-2032");
        String address = "/models/%s/%d/redraw/%d".formatted(MODEL, draft.version(), tried);
        assertThat(said(get(address), "analyst")).contains("redraw-keep");
        assertThat(said(get(address), "compliance")).contains("redraw-not-own").doesNotContain("redraw-keep");
        assertThat(said(post(address + "/keep").param("reason", "so"), "compliance"))
                .contains("MDL-2032", "redraw-effect");
        over(redraws.keep(one, viewer("analyst"), "又改一处").id());
        ModelVersion drawnOn = models.versions(MODEL).getFirst();
        assertThat(drawnOn.trainedBy()).isEqualTo("analyst");
        ModelVersion checked = models.move(drawnOn, Stage.VALIDATED, viewer("compliance"), "figures checked");
        assertThatThrownBy(() -> models.move(checked, Stage.APPROVED, viewer("compliance"), "drew its parent"))
                .hasMessageContaining("MDL-2005");
    }

    private long over(long run) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> jobs.find(run).orElseThrow().state().isOver());
        return run;
    }

    @Test
    void onlyWhatWasDrawnMoves() {
        ModelVersion parent = parent();
        ResponseModel learned = models.learned(parent);
        GlassBox box = learned.glassBoxes().getFirst().box();
        Curve age = box.curves().stream()
                .filter(curve -> curve.bins().column().equals("age"))
                .findFirst()
                .orElseThrow();
        GlassBox drawn = learned.redrawn(List.of(new CurveEdit("age", 1, 2, CurveEdit.Action.SET, 0.5)))
                .glassBoxes()
                .getFirst()
                .box();
        int[] bins = new int[box.curves().size()];
        int position = box.curves().indexOf(age);
        bins[position] = age.bins().count() - 1;
        assertThat(drawn.score(bins, 0)).isEqualTo(box.score(bins, 0), within(1e-12));
        bins[position] = 1;
        assertThat(drawn.score(bins, 0) - box.score(bins, 0))
                .isEqualTo(0.5 - age.values().get(1), within(1e-12));
    }

    @Test
    void aChangeThatIsNoneIsToldOfAndNothingIsSavedWithoutAReason() throws Exception {
        String address = "/models/%s/%d/redraw".formatted(MODEL, parent().version());
        assertThat(body(get(address + "/add?column=age&action=flatten&from=4&to=2")))
                .contains("LRN-1010");
        assertThat(body(get(address + "/add?column=age&action=rising&from=0&to=2")))
                .contains("LRN-1011");
        assertThat(body(get(address + "/add?column=age&action=set&from=1&to=1&value=99")))
                .contains("LRN-1012");
        assertThat(body(get(address + "/add?column=age&action=set&from=1&to=1&value=much")))
                .contains("MDL-2031");
        assertThat(body(post(address))).as("no change").contains("MDL-2030");
        for (String wrong : List.of("flatten:0:1:0:nosuch", "flatten:0:900:0:age", "set:1:1:99:age", "nonsense")) {
            assertThat(body(get(address).param("edit", wrong)))
                    .as("an address somebody wrote: %s", wrong)
                    .contains("id=\"redraw-change\"")
                    .containsAnyOf("LRN-1013", "LRN-1010", "LRN-1012", "MDL-2031");
            assertThat(body(post(address).param("edit", wrong))).contains("id=\"redraw-change\"");
            assertThat(body(get(address + "/add?column=age&action=flatten&from=1&to=2")
                            .param("edit", wrong)))
                    .contains("id=\"redraw-change\"");
        }
        Redraw tried = new Redraw(
                0,
                MODEL,
                parent().version(),
                List.of(new CurveEdit("age", 1, 2, CurveEdit.Action.FLATTEN, 0)),
                "",
                Optional.empty(),
                Optional.empty());
        assertThatThrownBy(() -> redraws.keep(tried, viewer("analyst"), "  ")).hasMessageContaining("MDL-2007");
    }

    @Test
    void theGlassBoxGoesToOtherEnginesAsItIs() throws Exception {
        ModelVersion parent = parent();
        MockHttpServletResponse file =
                answer(get("/models/%s/%d/glassbox.pmml".formatted(MODEL, parent.version())), "compliance");
        ResponseModel.Formula formula = models.learned(parent).formula().orElseThrow();
        assertThat(file.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(GlassBoxPmml.write(formula.box(), formula.slope(), formula.intercept(), MODEL));
        assertThat(answer(get("/models/%s/%d/glassbox.pmml".formatted(MODEL, parent.version())), "manager")
                        .getStatus())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "head", "admin"})
    void nobodyElseDraws(String who) throws Exception {
        String address = "/models/%s/%d/redraw".formatted(MODEL, parent().version());
        assertThat(answer(get(address), who).getStatus()).isEqualTo(403);
        assertThat(answer(post(address).param("edit", "flatten:1:2:0:age"), who).getStatus())
                .isEqualTo(403);
        assertThat(answer(post(address + "/1/keep").param("reason", "so"), who).getStatus())
                .isEqualTo(403);
    }

    private String body(MockHttpServletRequestBuilder request) throws Exception {
        return said(request, "analyst");
    }

    private String said(MockHttpServletRequestBuilder request, String who) throws Exception {
        return answer(request, who).getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, String who) throws Exception {
        return web.perform(request.with(user(staff.loadUserByUsername(who))).with(csrf()))
                .andReturn()
                .getResponse();
    }

    /** The newest version that was trained. */
    private ModelVersion parent() {
        return models.versions(MODEL).stream()
                .filter(version -> redraws.of(version).isEmpty())
                .filter(version -> models.learned(version).glassBoxes().size() == 1)
                .findFirst()
                .orElseThrow();
    }

    private Viewer viewer(String name) {
        return (Viewer) staff.loadUserByUsername(name);
    }
}
