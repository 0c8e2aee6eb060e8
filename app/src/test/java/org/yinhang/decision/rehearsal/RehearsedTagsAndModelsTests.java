package org.yinhang.decision.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yinhang.core.progress.Progress;
import org.yinhang.jobs.Jobs;
import org.yinhang.model.ModelVersion;
import org.yinhang.model.Models;
import org.yinhang.model.Stage;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.tag.TagDefinitions;
import org.yinhang.tag.TagVersion;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser;
import org.yinhang.testing.Browser.Window;
import org.yinhang.testing.FilledBank;
import org.yinhang.testing.Person;

/** Changed tags and models that policies read, played on the past of the simulated bank. */
@ApplicationTest
class RehearsedTagsAndModelsTests {

    private static final Viewer MAKER = Person.of("rehearsal-maker", Role.ANALYST);
    private static final Viewer CHECKER = Person.of("rehearsal-checker", Role.COMPLIANCE);
    private static final String SCORE = "application_score";
    private static final String TAG = """
            %s:
              zh: %s
              en: %s
              category: credit
              kind: metric
              type: money
              expression: "%s"
              owner: 零售信贷部
              purpose: [marketing, service, risk]
              basis: consent
              refresh: daily
              version: 1
              data: [financial, behaviour]
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TagDefinitions tags;

    @Autowired
    private Models models;

    @Autowired
    private Rehearsals rehearsals;

    @BeforeEach
    void fill() {
        FilledBank.fill(jobs, clock);
    }

    @AfterEach
    void leaveNoDrafts() {
        tags.drafts().stream()
                .filter(draft -> draft.savedBy().equals(MAKER.userName()))
                .forEach(draft -> tags.decide(draft, TagVersion.State.REJECTED, CHECKER));
        models.versions(SCORE).stream()
                .filter(version -> version.stage() != Stage.RETIRED)
                .forEach(version -> models.move(version, Stage.RETIRED, CHECKER, "the end of a test"));
    }

    private TagVersion income(String expression) {
        int newest = tags.versions("income").stream()
                .mapToInt(TagVersion::version)
                .max()
                .orElse(0);
        return tags.save(TAG.formatted("income", "认定月收入", "Income taken as true", expression), newest, MAKER);
    }

    private static Subject subject(TagVersion draft) {
        return new Subject(Subject.Kind.TAG, draft.id(), draft.version());
    }

    private Rehearsal play(Subject subject) {
        return rehearsals.play(subject, 12, MAKER.userName(), Progress.SILENT);
    }

    @Test
    void aTagThatPoliciesReadJudgesThePastAnewAndIsNotApprovedUnplayed() {
        TagVersion draft = income("coalesce(monthly_income, salary) * 0.4");
        assertThatThrownBy(() -> tags.decide(draft, TagVersion.State.APPROVED, CHECKER))
                .hasMessageContaining("DEC-4003");
        assertThat(tags.versions("income").getFirst().state()).isEqualTo(TagVersion.State.DRAFT);

        Rehearsal result = play(subject(draft));

        assertThat(result.changedInAll()).isPositive();
        assertThat(result.after().refused()).isGreaterThan(result.before().refused());
        assertThat(result.after().limitFen()).isLessThan(result.before().limitFen());
        assertThat(result.seenUntil()).isNull();
        assertThat(result.reasons()).anySatisfy(reason -> {
            assertThat(reason.code()).isEqualTo("INCOME_TOO_LOW");
            assertThat(reason.after()).isGreaterThan(reason.before());
        });
    }

    @Test
    void theSameTagInOtherWordsChangesNobody() {
        Rehearsal result = play(subject(income("coalesce(monthly_income, salary, salary)")));
        assertThat(result.applications()).isGreaterThan(100);
        assertThat(result.changedInAll()).isZero();
        assertThat(result.after()).isEqualTo(result.before());
    }

    @Test
    void aTagNoPolicyReadsNeedsNoRehearsal() {
        TagVersion draft = tags.propose(
                TAG.formatted(
                        "unread_by_policies", "没有策略读取", "Read by no policy", "coalesce(monthly_income, salary) * 2"),
                MAKER);
        assertThat(rehearsals.isRead(subject(draft))).isFalse();
        assertThat(rehearsals.isNeeded(subject(draft))).isFalse();
        assertThat(play(subject(draft)).changedInAll()).isZero();
    }

    @Test
    void aModelWhoseScorePoliciesReadIsPlayedBeforeItIsApproved() {
        ModelVersion draft = trained();
        ModelVersion validated = models.move(draft, Stage.VALIDATED, MAKER, "figures checked");
        assertThatThrownBy(() -> models.move(validated, Stage.APPROVED, CHECKER, "impact looked at"))
                .hasMessageContaining("DEC-4003");

        Subject subject = new Subject(Subject.Kind.MODEL, SCORE, draft.version());
        Rehearsal result = play(subject);

        assertThat(result.changedInAll()).isPositive();
        assertThat(result.after().passed())
                .as("whoever had no score was referred to a person")
                .isGreaterThan(result.before().passed());
        assertThat(result.seenUntil()).isBefore(clock.today());
        ModelVersion approved = models.move(validated, Stage.APPROVED, CHECKER, "impact looked at");
        assertThat(approved.stage()).isEqualTo(Stage.APPROVED);
        models.move(approved, Stage.CHAMPION, MAKER, "better than none");
        assertThatThrownBy(() -> rehearsals.ask(subject, 12, MAKER))
                .as("once it decides there is nothing to compare it with")
                .hasMessageContaining("DEC-4005");
    }

    @Test
    void thePageSaysWhatAModelHasSeen() {
        Browser.isNeeded();
        Subject subject = new Subject(Subject.Kind.MODEL, SCORE, trained().version());
        play(subject);
        try (Window window = Window.signedIn(port, "compliance", 1440, false)) {
            Page page = window.page();
            window.visit("/models/%s?version=%d".formatted(SCORE, subject.version()));
            page.locator("#decide a[href='/rehearsals/%s']".formatted(subject.path()))
                    .click();
            page.locator("#compare").waitFor();
            assertThat(page.content()).contains("会显得比实际更好").doesNotContain("rehearsal.");
            window.picture("rehearsal-model");
            window.visit("/rehearsals");
            assertThat(page.locator("tbody tr[data-href]").first().innerText()).contains("模型");
            assertThat(window.complaints()).isEmpty();
        }
    }

    private ModelVersion trained() {
        long id = jobs.request("model-train", "", Map.of("models", SCORE), MAKER.userName())
                .id();
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> jobs.find(id).orElseThrow().state().isOver());
        assertThat(jobs.find(id).orElseThrow().faults()).isEmpty();
        return models.versions(SCORE).getFirst();
    }
}
