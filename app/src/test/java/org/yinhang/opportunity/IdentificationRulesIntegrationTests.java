package org.yinhang.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.yinhang.access.DataScope;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.progress.Progress;
import org.yinhang.jobs.Jobs;
import org.yinhang.opportunity.internal.Identification;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.FilledBank;
import org.yinhang.testing.Person;

/** Rules of identification: written by one, approved by another, asked by the next run, old words kept. */
@ApplicationTest
class IdentificationRulesIntegrationTests {

    private static final Viewer MAKER = Person.of("rule-maker", Role.ANALYST);
    private static final Viewer CHECKER = Person.of("rule-checker", Role.COMPLIANCE);
    private static final OpportunityReach BANK = new OpportunityReach(DataScope.wholeBank(), "");

    @Autowired
    private BeanFactory application;

    @Autowired
    private IdentificationRules rules;

    @Autowired
    private Identification identification;

    @Autowired
    private Opportunities opportunities;

    @Autowired
    private Jobs jobs;

    @Autowired
    private UserDetailsService staff;

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient jdbc;

    private OpportunityRows rows;

    @BeforeEach
    void prepare() {
        rows = OpportunityRows.of(application);
    }

    @AfterEach
    void forget() {
        rows.forget();
    }

    private static RuleDraft draft(String code, String when, boolean isOn) {
        return new RuleDraft(
                new OpportunityRule(code, 0, "测试理由", "a reason of a test", when, List.of("L101", "L102"), 20, 24, 30),
                isOn,
                "a test");
    }

    private RuleEdition approved(RuleEdition draft) {
        rules.decide(draft, true, CHECKER);
        return draft;
    }

    private List<String> codes() {
        return rules.inForce().stream().map(OpportunityRule::code).toList();
    }

    @Test
    void whatShipsIsInForceUntilABankSaysOtherwise() {
        assertThat(rules.inForce()).isEqualTo(OpportunityRules.SHIPPED.rules());
        assertThat(rules.all()).allSatisfy(line -> {
            assertThat(line.isOn()).isTrue();
            assertThat(line.isChanged()).isFalse();
        });
    }

    @Test
    void aRuleOfTheBanksOwnIsAskedOnceSomebodyElseApprovedIt() {
        RuleEdition saved = rules.add(draft("of-age", "age between 25 and 60", true), MAKER);
        assertThat(codes()).doesNotContain("of-age");
        assertThatThrownBy(() -> rules.decide(saved, true, Person.of("rule-maker", Role.COMPLIANCE)))
                .hasMessageContaining("OPP-4103");
        Identified foreseen = rules.dryRun(draft("of-age", "age between 25 and 60", true), MAKER);
        approved(saved);
        assertThat(codes()).last().isEqualTo("of-age");
        assertThatThrownBy(() -> rules.decide(saved, false, CHECKER)).hasMessageContaining("OPP-4104");
        Identified found = identification.rule(rules.inForce().getLast(), Progress.SILENT);
        assertThat(foreseen).as("what the dry run said").isEqualTo(found);
        assertThat(found.opened()).isPositive();
        Identified again = rules.dryRun(draft("of-age", "age between 25 and 60", true), MAKER);
        assertThat(again.opened() + again.joined()).isZero();
    }

    @Test
    void theRunAsksWhatIsInForceAndNotesWhatEachRuleCameTo() {
        approved(rules.add(draft("of-age", "age between 25 and 60", true), MAKER));
        approved(rules.save(draft("referrer", "true", false), 0, MAKER));
        FilledBank.run(jobs, "opportunity-identify", Map.of());
        RuleLine own = rules.find("of-age").orElseThrow();
        assertThat(own.runs().getFirst().version()).isEqualTo(1);
        assertThat(own.runs().getFirst().outcome().chosen()).isPositive();
        assertThat(rules.find("referrer").orElseThrow().runs()).isEmpty();
        assertThat(rules.find("viewed-not-applied").orElseThrow().runs()).isNotEmpty();
    }

    @Test
    void whatWasFoundKeepsTheWordsItWasFoundBy() {
        approved(rules.add(draft("of-age", "age between 25 and 60", true), MAKER));
        identification.rule(rules.inForce().getLast(), Progress.SILENT);
        RuleDraft second = draft("of-age", "age between 40 and 60", true);
        approved(rules.save(second, 1, MAKER));
        identification.rule(rules.inForce().getLast(), Progress.SILENT);
        ListQuery found = new ListQuery("", Map.of("reason", "rule.of-age"), "", false, 1, 500);
        assertThat(opportunities.page(found, BANK).items())
                .extracting(one -> one.reasons().getFirst().version())
                .contains(1, 2);
        assertThat(jdbc.sql("SELECT count(*) FROM opportunity_event WHERE kind = 'found' AND detail = 'rule of-age v1'")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(rules.wordings().get("of-age"))
                .extracting(OpportunityRule::version)
                .containsExactly(2, 1);
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        RuleDraft wrong = new RuleDraft(
                new OpportunityRule("wrong", 0, "", "why", "agee > 3", List.of("X999"), 0, 24, 30), true, "");
        FaultException faults = catchThrowableOfType(FaultException.class, () -> rules.add(wrong, MAKER));
        assertThat(faults.faults())
                .extracting(Fault::code)
                .contains("OPP-4105", "OPP-4106")
                .anyMatch(code -> code.startsWith("PRE-"));
        assertThat(faults.faults().stream().map(Fault::where))
                .anyMatch(where -> where.startsWith("zh"))
                .anyMatch(where -> where.startsWith("expires"))
                .anyMatch(where -> where.startsWith("note"));
        for (String code : List.of("new", "referrer", "Ä", "x")) {
            assertThatThrownBy(() -> rules.add(draft(code, "true", true), MAKER))
                    .hasMessageContaining("OPP-4101");
        }
    }

    @Test
    void twoWhoWriteAtOnceDoNotOverwriteEachOtherAndOnlyTheNewestIsDecided() {
        RuleEdition first = rules.save(draft("referrer", "true", true), 0, MAKER);
        assertThatThrownBy(() -> rules.save(draft("referrer", "false", true), 0, CHECKER))
                .hasMessageContaining("OPP-4102");
        rules.save(draft("referrer", "age > 30", true), 1, MAKER);
        assertThatThrownBy(() -> rules.decide(first, true, CHECKER)).hasMessageContaining("OPP-4104");
        RuleLine line = rules.find("referrer").orElseThrow();
        assertThat(line.draft().orElseThrow().version()).isEqualTo(2);
        assertThat(line.inForce().orElseThrow().version()).isZero();
        rules.decide(line.draft().orElseThrow(), false, CHECKER);
        assertThat(rules.find("referrer").orElseThrow().draft()).isEmpty();
        assertThat(rules.inForce()).isEqualTo(OpportunityRules.SHIPPED.rules());
    }

    @Test
    void whatShipsComesBackAsAVersion() {
        approved(rules.save(draft("referrer", "age > 30", true), 0, MAKER));
        RuleLine changed = rules.find("referrer").orElseThrow();
        assertThat(changed.isChanged()).isTrue();
        RuleDraft shipped = new RuleDraft(changed.shipped().orElseThrow().rule(), true, "back");
        approved(rules.save(shipped, 1, MAKER));
        RuleLine restored = rules.find("referrer").orElseThrow();
        assertThat(restored.isChanged()).isFalse();
        assertThat(restored.present().version()).isEqualTo(2);
        assertThat(restored.present().rule().isLike(shipped.rule())).isTrue();
    }

    @Test
    void aCountGoesNoFurtherThanItsViewerSees() {
        RuleSize all = rules.size("age > 0", MAKER);
        String branch = jdbc.sql("SELECT path FROM branch ORDER BY length(path) DESC, path LIMIT 1")
                .query(String.class)
                .single();
        RuleSize less = rules.size("age > 0", new Person("branch", Set.of(Role.ANALYST), branch));
        assertThat(all.count()).isPositive().isLessThanOrEqualTo(all.base());
        assertThat(less.count()).isLessThan(all.count());
        assertThat(rules.size("coalesce(days_past_due, 0) = 0", MAKER).isSensitive())
                .isTrue();
    }

    @Test
    void analystsWriteAndComplianceDecides() throws Exception {
        rules.save(draft("referrer", "age > 30", true), 0, MAKER);
        assertThat(status("manager", "/opportunity-rules")).isEqualTo(403);
        assertThat(status("analyst", "/opportunity-rules/referrer")).isEqualTo(200);
        assertThat(status("compliance", "/opportunity-rules/referrer")).isEqualTo(200);
        assertThat(status("compliance", "/opportunity-rules/referrer/edit")).isEqualTo(403);
        assertThat(status("analyst", "/opportunity-rules/none")).isEqualTo(404);
        assertThat(decide("analyst")).isEqualTo(403);
        assertThat(decide("compliance")).isEqualTo(302);
        assertThat(rules.find("referrer").orElseThrow().present().version()).isEqualTo(1);
    }

    private int status(String name, String path) throws Exception {
        return web.perform(get(path).with(user(staff.loadUserByUsername(name))))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private int decide(String name) throws Exception {
        return web.perform(post("/opportunity-rules/referrer/1/decide")
                        .param("approved", "true")
                        .with(user(staff.loadUserByUsername(name)))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
