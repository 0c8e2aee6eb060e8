package org.yinhang.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yinhang.audit.Audit;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.Value;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.FilledBank;
import org.yinhang.testing.Person;

@ApplicationTest
class PoliciesIntegrationTests {

    private static final Viewer MAKER = Person.of("maker", Role.ANALYST);
    private static final Viewer CHECKER = Person.of("checker", Role.COMPLIANCE);

    @Autowired
    private Policies policies;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Audit audit;

    @Autowired
    private Jobs jobs;

    private static String table(String id, LocalDate from, String condition) {
        return """
            tables:
              %s:
                zh: 测试准入
                en: Test
                kind: admission
                hit: all
                products: [L108]
                from: %s
                source: 测试
                unknown: {verdict: refuse, code: TEST_UNKNOWN, zh: 未知, en: Unknown}
                rows:
                  - {id: a, when: "%s", verdict: refuse, code: TEST_A, zh: 测试, en: Test}
            """.formatted(id, from, condition);
    }

    /** Where the lake has a past, nobody approves what was not played on it. */
    private void rehearse(PolicyVersion draft) {
        FilledBank.run(
                jobs,
                "rehearsal",
                Map.of(
                        "kind",
                        draft.kind().name(),
                        "id",
                        draft.id(),
                        "version",
                        Integer.toString(draft.version()),
                        "months",
                        "3",
                        "by",
                        "maker"));
    }

    @Test
    void aVersionIsInForceOnItsDaysOnceSomebodyElseHasApprovedIt() {
        LocalDate today = clock.today();
        LocalDate tomorrow = today.plusDays(1);
        PolicyVersion draft = policies.save(table("test_dates", tomorrow, "age >= 30"), 0, MAKER);
        GivenFacts customer = new GivenFacts(Map.of("age", Value.of(40L), "deposits", Value.of(50_000_000L)));
        assertThat(policies.offers().assess("L108", customer, tomorrow, false).isEligible())
                .isTrue();
        rehearse(draft);
        policies.decide(draft, PolicyVersion.State.APPROVED, CHECKER);
        Offers offers = policies.offers();
        assertThat(offers.assess("L108", customer, today, false).isEligible()).isTrue();
        Assessment assessment = offers.assess("L108", customer, tomorrow, false);
        assertThat(assessment.refusals()).extracting(Refusal::table).containsExactly("test_dates:1");
        assertThat(assessment.versions()).contains("test_dates:1");
        assertThat(policies.offers()).isSameAs(offers);
    }

    @Test
    void nobodyApprovesTheirOwnChange() {
        PolicyVersion draft = policies.save(table("test_own", clock.today(), "age < 10"), 0, MAKER);
        assertThatThrownBy(() -> policies.decide(draft, PolicyVersion.State.APPROVED, MAKER))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("PRD-2002");
        policies.decide(draft, PolicyVersion.State.REJECTED, CHECKER);
        assertThatThrownBy(() -> policies.decide(draft, PolicyVersion.State.APPROVED, CHECKER))
                .hasMessageContaining("PRD-2003");
        assertThat(policies.versions(PolicyVersion.Kind.TABLE, "test_own")
                        .getFirst()
                        .state())
                .isEqualTo(PolicyVersion.State.REJECTED);
    }

    @Test
    void whoComesSecondIsToldInsteadOfOverwriting() {
        policies.save(table("test_second", clock.today(), "age < 10"), 0, MAKER);
        assertThatThrownBy(() -> policies.save(table("test_second", clock.today(), "age < 11"), 0, CHECKER))
                .hasMessageContaining("PRD-2001");
    }

    @Test
    void aTableWithAnErrorIsSavedAndSeenButNeverApproved() {
        PolicyVersion draft = policies.save(table("test_faulty", clock.today(), "age < 10 and age > 20"), 0, MAKER);
        assertThatThrownBy(() -> policies.decide(draft, PolicyVersion.State.APPROVED, CHECKER))
                .hasMessageContaining("PRD-2005")
                .hasMessageContaining("nobody can meet row a");
    }

    @Test
    void aDefinitionThatCannotBeReadIsNotSaved() {
        assertThatThrownBy(() -> policies.save(table("test_bad", clock.today(), "agee < 10"), 0, MAKER))
                .hasMessageContaining("POL-1005");
        assertThatThrownBy(() -> policies.save("tables: {}", 0, MAKER)).hasMessageContaining("PRD-2004");
        assertThat(policies.versions(PolicyVersion.Kind.TABLE, "test_bad")).isEmpty();
    }

    @Test
    void everyStepIsInTheAudit() {
        long before = rejections();
        PolicyVersion draft = policies.save(table("test_audit", clock.today(), "age < 10"), 0, MAKER);
        policies.decide(draft, PolicyVersion.State.REJECTED, CHECKER);
        assertThat(rejections()).isEqualTo(before + 1);
    }

    private long rejections() {
        return audit.countsSince(Instant.EPOCH).getOrDefault("policy.reject", 0L);
    }
}
