package org.yinhang.decision.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.yinhang.core.fault.FaultException;
import org.yinhang.jobs.Jobs;
import org.yinhang.product.Policies;
import org.yinhang.product.PolicyRelease;
import org.yinhang.product.PolicyRelease.Stage;
import org.yinhang.product.PolicyVersion;
import org.yinhang.product.Releases;
import org.yinhang.product.TrialFigures;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser;
import org.yinhang.testing.Browser.Window;
import org.yinhang.testing.FilledBank;
import org.yinhang.testing.Person;

/** A version runs beside what is in force, decides for a share, for all, and for nobody again; every decision can still be reached. */
@ApplicationTest
class PolicyTrialsTests {

    private static final Viewer MAKER = Person.of("maker", Role.ANALYST);
    private static final Viewer CHECKER = Person.of("checker", Role.COMPLIANCE);
    private static final int CUSTOMERS = 60;
    private static final String TABLE = "test_trial";

    @LocalServerPort
    private int port;

    @Autowired
    private Decisions decisions;

    @Autowired
    private Policies policies;

    @Autowired
    private Releases releases;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TagShelf shelf;

    @Autowired
    private UserDetailsService staff;

    @Autowired
    private MockMvc web;

    private final List<PolicyVersion> made = new ArrayList<>();

    @BeforeEach
    void bank() {
        LiveBank.open(jobs, clock, shelf);
    }

    /** The bank is shared with other tests: nothing stays in force or on trial. */
    @AfterEach
    void withdrawAll() {
        for (PolicyVersion version : made) {
            boolean isUsed = releases.standing().stream()
                    .anyMatch(one -> one.id().equals(version.id())
                            && one.version() == version.version()
                            && one.stage() != Stage.WITHDRAWN);
            if (isUsed) {
                releases.change(version, Stage.WITHDRAWN, 0, "the test is over", CHECKER);
            }
        }
    }

    /** Refuses product L101 to everybody whose age is known. */
    private PolicyVersion draft(String id) {
        int seen = policies.newest(PolicyVersion.Kind.TABLE, id);
        PolicyVersion draft = policies.save("""
                tables:
                  %s:
                    zh: 试运行
                    en: Trial
                    kind: admission
                    hit: all
                    products: [L101]
                    from: %s
                    source: 测试
                    unknown: {verdict: pass, code: TEST_UNKNOWN, zh: 未知, en: Unknown}
                    rows:
                      - {id: a, when: "age >= 0", verdict: refuse, code: TEST_TRIAL, zh: 测试, en: Test}
                """.formatted(id, clock.today()), seen, MAKER);
        FilledBank.run(
                jobs,
                "rehearsal",
                Map.of(
                        "kind",
                        "TABLE",
                        "id",
                        id,
                        "version",
                        Integer.toString(draft.version()),
                        "months",
                        "3",
                        "by",
                        "maker"));
        made.add(draft);
        return draft;
    }

    private List<Decision> decideAll(String name) {
        return IntStream.range(0, CUSTOMERS)
                .mapToObj(customer -> decisions.decide(
                        new DecisionQuestion(
                                name + "-" + customer, customer, "counter", Map.of("loan_purpose", "renovation")),
                        "test"))
                .toList();
    }

    private static boolean isRefusedByTrial(Decision decision) {
        return decision.record().offers().stream()
                .flatMap(offer -> offer.refusals().stream())
                .anyMatch(reason -> reason.code().equals("TEST_TRIAL"));
    }

    private PolicyRelease standing(String id) {
        return releases.standing().stream()
                .filter(one -> one.id().equals(id))
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }

    @Test
    void aVersionGoesFromShadowToChallengerIntoForceAndIsTakenBackWhileEveryDecisionIsReachedAgain() {
        List<Decision> before = decideAll("trial-before");
        PolicyVersion draft = draft(TABLE);
        policies.approve(draft, Stage.SHADOW, 0, CHECKER);

        List<Decision> shadow = decideAll("trial-shadow");
        assertThat(shadow).noneMatch(PolicyTrialsTests::isRefusedByTrial);
        TrialFigures seen = releases.figures(standing(TABLE)).orElseThrow();
        assertThat(seen.decisions()).isEqualTo(CUSTOMERS);
        assertThat(seen.decided()).isZero();
        assertThat(seen.different()).as("the shadow would have refused").isPositive();
        assertThat(seen.offeredWith()).isLessThanOrEqualTo(seen.offeredWithout());

        releases.change(draft, Stage.CHALLENGER, 40, "the shadow looks right", CHECKER);
        List<Decision> challenger = decideAll("trial-challenger");
        List<Integer> drawn = IntStream.range(0, CUSTOMERS)
                .filter(customer -> policies.offers().trials().getFirst().decidesFor(customer))
                .boxed()
                .toList();
        assertThat(drawn).hasSizeBetween(10, 40);
        for (Decision decision : challenger) {
            assertThat(isRefusedByTrial(decision))
                    .isEqualTo(drawn.contains(decision.record().input().customer()));
        }
        assertThat(releases.figures(standing(TABLE)).orElseThrow().decided()).isEqualTo(drawn.size());

        releases.change(draft, Stage.IN_FORCE, 100, "the challenger did well", CHECKER);
        List<Decision> inForce = decideAll("trial-in-force");
        assertThat(inForce).allMatch(PolicyTrialsTests::isRefusedByTrial);

        releases.change(draft, Stage.WITHDRAWN, 0, "branches complain", CHECKER);
        List<Decision> after = decideAll("trial-after");
        assertThat(after).noneMatch(PolicyTrialsTests::isRefusedByTrial);

        for (List<Decision> round : List.of(before, shadow, challenger, inForce, after)) {
            assertThat(round).allSatisfy(decision -> assertThat(
                            decisions.replay(decision.id()).isEqual())
                    .as(decision.record().input().request())
                    .isTrue());
        }
    }

    @Test
    void whatCannotBeReleasedIsSaid() {
        PolicyVersion first = draft("test_trial_faults");
        policies.approve(first, Stage.CHALLENGER, 10, CHECKER);
        PolicyVersion second = draft("test_trial_faults");

        assertThatThrownBy(() -> releases.change(first, Stage.WITHDRAWN, 0, "mine", MAKER))
                .hasMessageContaining("PRD-2002");
        assertThatThrownBy(() -> releases.change(first, Stage.CHALLENGER, 10, "again", CHECKER))
                .hasMessageContaining("PRD-2007");
        assertThatThrownBy(() -> policies.approve(second, Stage.SHADOW, 0, CHECKER))
                .hasMessageContaining("PRD-2008");
        assertThatThrownBy(() -> releases.change(first, Stage.CHALLENGER, 100, "all", CHECKER))
                .hasMessageContaining("PRD-2009");
        assertThatThrownBy(() -> releases.change(first, Stage.IN_FORCE, 100, " ", CHECKER))
                .hasMessageContaining("PRD-2010");
        assertThat(policies.drafts())
                .as("a refused release leaves the draft a draft")
                .contains(second);

        policies.approve(second, Stage.IN_FORCE, 100, CHECKER);
        assertThatThrownBy(() -> releases.change(first, Stage.IN_FORCE, 100, "older", CHECKER))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("PRD-2011");
    }

    @Test
    void thePageShowsTrialsAndTakesThemBackForThoseWhoMay() throws Exception {
        PolicyVersion draft = draft("test_trial_page");
        policies.approve(draft, Stage.SHADOW, 0, CHECKER);
        String release = "/policies/table/test_trial_page/" + draft.version() + "/release";

        assertThat(page(get("/policies/releases"), "analyst").getContentAsString(StandardCharsets.UTF_8))
                .contains("id=\"trial-table-test_trial_page\"", "陪跑", release);
        assertThat(page(get("/policies/releases"), "operator").getContentAsString(StandardCharsets.UTF_8))
                .contains("test_trial_page")
                .doesNotContain(release);
        assertThat(page(get("/policies/releases"), "manager").getStatus()).isEqualTo(403);
        assertThat(page(post(release).param("stage", "withdrawn").param("reason", "no"), "operator")
                        .getStatus())
                .isEqualTo(403);
        assertThat(page(post(release).param("stage", "everywhere").param("reason", "no"), "analyst")
                        .getStatus())
                .isEqualTo(404);
        assertThat(page(
                                post(release)
                                        .param("stage", "challenger")
                                        .param("share", "25")
                                        .param("reason", "先给四分之一"),
                                "analyst")
                        .getStatus())
                .isEqualTo(303);
        assertThat(standing("test_trial_page").share()).isEqualTo(25);
        assertThat(page(post(release).param("stage", "withdrawn").param("reason", "撤回"), "analyst")
                        .getStatus())
                .isEqualTo(303);
        assertThat(standing("test_trial_page").stage()).isEqualTo(Stage.WITHDRAWN);
        assertThat(page(get("/policies/releases.xlsx"), "analyst").getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, false", "1440, true", "390, true"})
    void theTrialIsReadAndEndedOnItsPage(int width, boolean english) {
        Browser.isNeeded();
        PolicyVersion draft = draft("test_trial_browser");
        policies.approve(draft, Stage.CHALLENGER, 30, CHECKER);
        decideAll("trial-browser-" + width + english);
        try (Window window = Window.signedIn(port, "compliance", width, english)) {
            Page page = window.page();
            window.visit("/policies/releases");
            assertThat(page.locator("#trial-table-test_trial_browser .figure").count())
                    .isPositive();
            assertThat(page.locator("#main").innerText()).doesNotContain("product.");
            assertThat(window.barriers()).isEmpty();
            window.picture("policies-releases" + (english ? "-english" : ""));
            page.locator("#reason-table-test_trial_browser").fill("试运行结束");
            page.locator("#trial-table-test_trial_browser button[name=withdraw]")
                    .click();
            page.locator("#trial-table-test_trial_browser")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            window.settle();
            assertThat(standing("test_trial_browser").stage()).isEqualTo(Stage.WITHDRAWN);
            assertThat(window.complaints()).isEmpty();
        }
    }

    private MockHttpServletResponse page(MockHttpServletRequestBuilder request, String who) throws Exception {
        return web.perform(request.with(user(staff.loadUserByUsername(who))).with(csrf()))
                .andReturn()
                .getResponse();
    }
}
