package org.yinhang.decision.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.progress.Progress;
import org.yinhang.jobs.Jobs;
import org.yinhang.product.Policies;
import org.yinhang.product.PolicyVersion;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser;
import org.yinhang.testing.Browser.Window;
import org.yinhang.testing.FilledBank;
import org.yinhang.testing.Person;

/** A draft played on the past of the simulated bank, and what stands between it and approval. */
@ApplicationTest
class RehearsalsIntegrationTests {

    private static final Viewer MAKER = Person.of("rehearsal-maker", Role.ANALYST);
    private static final Viewer CHECKER = Person.of("rehearsal-checker", Role.COMPLIANCE);

    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Policies policies;

    @Autowired
    private Rehearsals rehearsals;

    @BeforeEach
    void fill() {
        FilledBank.fill(jobs, clock);
    }

    /** Other tests look at the drafts of the whole bank. */
    @AfterEach
    void leaveNoDrafts() {
        policies.drafts().stream()
                .filter(draft -> draft.savedBy().equals(MAKER.userName()))
                .forEach(draft -> policies.decide(draft, PolicyVersion.State.REJECTED, CHECKER));
    }

    private PolicyVersion draft(String id, String condition) {
        String yaml = """
                tables:
                  %s:
                    zh: 年龄收紧
                    en: Stricter age
                    kind: admission
                    hit: all
                    from: %s
                    source: 测试
                    unknown: {verdict: pass, code: OLDER_UNKNOWN, zh: 年龄未知, en: Age unknown}
                    rows:
                      - {id: older, when: "%s", verdict: refuse, code: OLDER, zh: 年满四十, en: Forty or older}
                """.formatted(id, LocalDate.of(2026, 1, 1), condition);
        return policies.save(yaml, policies.newest(PolicyVersion.Kind.TABLE, id), MAKER);
    }

    private Rehearsal play(PolicyVersion draft) {
        return rehearsals.play(Subject.of(draft), 12, MAKER.userName(), Progress.SILENT);
    }

    @Test
    void everyApplicationIsCountedOnceOnEachSideAndBesideWhatHappened() {
        Rehearsal result = play(draft("rehearsed_age", "age >= 40"));
        assertThat(result.applications()).isGreaterThan(100);
        for (Rehearsal.Side side : List.of(result.before(), result.after())) {
            assertThat(side.passed() + side.referred() + side.refused()).isEqualTo(result.applications());
        }
        assertThat(result.swaps().stream()
                        .mapToInt(swap -> swap.really().applications())
                        .sum())
                .isEqualTo(result.applications());
        assertThat(result.swaps().stream()
                        .mapToInt(swap -> swap.really().disbursed())
                        .sum())
                .isEqualTo(result.really().disbursed())
                .isPositive();
        for (var parts : List.of(result.months(), result.products(), result.branches())) {
            assertThat(parts.stream().mapToInt(Rehearsal.Part::applications).sum())
                    .isEqualTo(result.applications());
            assertThat(parts.stream().mapToInt(Rehearsal.Part::openAfter).sum())
                    .isEqualTo(result.after().passed() + result.after().referred());
        }
    }

    @Test
    void aTableThatOnlyRefusesLetsNobodyInAndNamesWhomItTurnsAway() {
        Rehearsal result = play(draft("rehearsed_age", "age >= 40"));
        assertThat(swap(result, "entering").really().applications()).isZero();
        assertThat(swap(result, "leaving").really().applications()).isPositive();
        assertThat(result.after().limitFen()).isLessThan(result.before().limitFen());
        assertThat(result.changedInAll())
                .isEqualTo(swap(result, "leaving").really().applications());
        assertThat(result.changed()).isNotEmpty().allSatisfy(changed -> {
            assertThat(changed.after()).isEqualTo("refused");
            assertThat(changed.codes()).contains("OLDER");
        });
        Rehearsal.Reason reason = result.reasons().stream()
                .filter(one -> one.code().equals("OLDER"))
                .findFirst()
                .orElseThrow();
        assertThat(reason.before()).isZero();
        assertThat(reason.after()).isGreaterThanOrEqualTo(result.changedInAll());
        Rehearsal.Group oldest = result.groups().stream()
                .filter(group -> group.group().equals("50+"))
                .findFirst()
                .orElseThrow();
        assertThat(oldest.openAfter()).isZero();
        assertThat(oldest.openBefore()).isPositive();
    }

    private static Rehearsal.Swap swap(Rehearsal result, String kind) {
        return result.swaps().stream()
                .filter(swap -> swap.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTableThatChangesNothingChangesNobody() {
        Rehearsal result = play(draft("rehearsed_nothing", "age >= 150"));
        assertThat(result.changedInAll()).isZero();
        assertThat(result.after()).isEqualTo(result.before());
    }

    @Test
    void twoRehearsalsOfTheSameAreEqual() {
        PolicyVersion draft = draft("rehearsed_twice", "age >= 45");
        assertThat(play(draft)).isEqualTo(play(draft));
    }

    @Test
    void nobodyApprovesWhatWasNotRehearsed() {
        PolicyVersion draft = draft("rehearsed_gate", "age >= 99");
        assertThatThrownBy(() -> policies.decide(draft, PolicyVersion.State.APPROVED, CHECKER))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        e -> assertThat(e.faults().getFirst().code()).isEqualTo("DEC-4003"));
        assertThat(rehearsals.newest(Subject.of(draft))).isEmpty();
        rehearsals.ask(Subject.of(draft), 6, MAKER);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> rehearsals.newest(Subject.of(draft)).isPresent());
        policies.decide(draft, PolicyVersion.State.APPROVED, CHECKER);
        assertThat(policies.drafts()).doesNotContain(draft);
    }

    @Test
    void whatIsNotThereOrTooLongIsRefused() {
        Subject nothing = new Subject(Subject.Kind.TABLE, "no_such_table", 3);
        assertThatThrownBy(() -> rehearsals.ask(nothing, 12, MAKER)).hasMessageContaining("DEC-4001");
        Subject draft = Subject.of(draft("rehearsed_gate", "age >= 99"));
        assertThatThrownBy(() -> rehearsals.ask(draft, 37, MAKER)).hasMessageContaining("DEC-4002");
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, false", "1440, true"})
    void thePageComparesBothVersionsWithWhatHappened(int width, boolean english) {
        Browser.isNeeded();
        PolicyVersion draft = draft("rehearsed_page", "age >= 40 or income < 6000");
        play(draft);
        try (Window window = Window.signedIn(port, "compliance", width, english)) {
            Page page = window.page();
            window.visit("/policies");
            page.locator("a[href='/rehearsals/table/rehearsed_page/%d']".formatted(draft.version()))
                    .click();
            page.locator("[data-chart][data-drawn]").last().waitFor();
            assertThat(page.locator("#really tbody tr").count()).isEqualTo(4);
            assertThat(page.locator("#changed tbody tr").count()).isPositive();
            assertThat(page.content()).doesNotContain("rehearsal.");
            assertThat(window.barriers()).isEmpty();
            window.picture("rehearsal" + (english ? "-english" : ""));
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void aRehearsalAskedForOnThePageShowsItsResultByItself() {
        Browser.isNeeded();
        PolicyVersion draft = draft("rehearsed_live", "age >= 50");
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            Page page = window.page();
            window.visit("/rehearsals/table/rehearsed_live/" + draft.version());
            assertThat(page.locator(".empty-title").innerText()).contains("还没有预演");
            page.locator("select[name=months]").selectOption("6");
            page.locator("main button.btn-primary, header button.btn-primary")
                    .first()
                    .click();
            page.locator("#compare").waitFor(new Locator.WaitForOptions().setTimeout(90_000));
            window.visit("/rehearsals");
            assertThat(page.locator("tbody tr[data-href]").first().innerText()).contains("rehearsed_live");
            assertThat(window.complaints()).isEmpty();
        }
    }
}
