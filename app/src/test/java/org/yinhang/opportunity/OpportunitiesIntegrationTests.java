package org.yinhang.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinhang.access.DataScope;
import org.yinhang.audience.Audiences;
import org.yinhang.core.progress.Progress;
import org.yinhang.jobs.Jobs;
import org.yinhang.opportunity.internal.Identification;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.FilledBank;
import org.yinhang.testing.Person;

/** Finding opportunities on the simulated bank and giving them to people. */
@ApplicationTest
class OpportunitiesIntegrationTests {

    private static final OpportunityReach BANK = new OpportunityReach(DataScope.wholeBank(), "");
    private static final Viewer ANALYST = Person.of("analyst", Role.ANALYST);
    private static final OpportunityRule EVERYBODY = OpportunityRows.everybody("everybody");

    @Autowired
    private BeanFactory application;

    @Autowired
    private Identification identification;

    @Autowired
    private Opportunities opportunities;

    @Autowired
    private OpportunityLists lists;

    @Autowired
    private Assignments assignments;

    @Autowired
    private Audiences audiences;

    @Autowired
    private MyDay days;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private static OpportunityRule rule(String code, String when, String... products) {
        return new OpportunityRule(code, 0, "测试", "a test", when, List.of(products), 20, 24, 30);
    }

    private OpportunityRows rows;

    @BeforeEach
    void prepare() {
        rows = OpportunityRows.of(application);
    }

    private record State(int customer, String product, String place, String owner, int reasons) {}

    private Set<State> state() {
        return new HashSet<>(jdbc.sql("""
                SELECT o.customer, o.product, o.place, coalesce(o.owner, ''),
                       (SELECT count(*) FROM opportunity_reason r WHERE r.opportunity = o.id)
                FROM opportunity o WHERE closed_at IS NULL""")
                .query((row, _) ->
                        new State(row.getInt(1), row.getString(2), row.getString(3), row.getString(4), row.getInt(5)))
                .list());
    }

    @Test
    void aRuleFindsCustomersOnceAndASecondRuleIsAFurtherReason() {
        Identified first = identification.rule(EVERYBODY, Progress.SILENT);
        assertThat(first.opened()).isPositive();
        assertThat(first.chosen())
                .isEqualTo(first.withheld() + first.heldOut() + first.silent() + first.refused() + first.opened());
        Set<State> before = state();
        assertThat(identification.rule(EVERYBODY, Progress.SILENT).opened()).isZero();
        assertThat(state()).isEqualTo(before);
        Identified second = identification.rule(OpportunityRows.everybody("again"), Progress.SILENT);
        assertThat(second.opened()).isZero();
        assertThat(second.joined()).isEqualTo(first.opened());
        assertThat(state()).hasSize(before.size()).allSatisfy(one -> assertThat(one.reasons())
                .isEqualTo(2));
    }

    @Test
    void aRuleOverAccountsReachesNobodyWhoDidNotAgreeToThat() {
        Identified found = identification.rule(rule("rich", "deposits > 100", "L101"), Progress.SILENT);
        assertThat(found.chosen()).isPositive();
        assertThat(found.withheld()).isEqualTo(found.chosen());
    }

    @Test
    void whatWasClosedStaysClosedForAWhile() {
        identification.rule(EVERYBODY, Progress.SILENT);
        jdbc.sql("UPDATE opportunity SET stage = 'lost', closed_at = ?")
                .param(Timestamp.from(clock.now().toInstant()))
                .update();
        Identified again = identification.rule(EVERYBODY, Progress.SILENT);
        assertThat(again.opened()).isZero();
        assertThat(again.silent()).isPositive();
    }

    @Test
    void interruptedAnywhereItComesToTheSame() {
        identification.rule(EVERYBODY, Progress.SILENT);
        assignments.assignAll(BANK, Jobs.SYSTEM);
        Set<State> whole = state();
        rows.forget();
        // Killed inside a transaction: nothing of it is there.
        assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> {
                    identification.rule(EVERYBODY, Progress.SILENT);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(state()).isEmpty();
        // Killed between two chunks: a part is there.
        identification.rule(rule("everybody", "age between 25 and 40", "L101", "L102"), Progress.SILENT);
        assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> {
                    assignments.assignAll(BANK, Jobs.SYSTEM);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        identification.rule(EVERYBODY, Progress.SILENT);
        assignments.assignAll(BANK, Jobs.SYSTEM);
        assertThat(state()).isEqualTo(whole);
    }

    @Test
    void afterAssigningNothingIsUnassignedAndNobodyIsAboveCapacity() throws Exception {
        identification.rule(EVERYBODY, Progress.SILENT);
        assertThat(opportunities.figures(BANK).unassigned()).isPositive();
        Callable<List<Placement>> assign = () -> assignments.assignAll(BANK, Jobs.SYSTEM);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            int placed = 0;
            for (var done : two.invokeAll(List.of(assign, assign))) {
                placed += done.get().size();
            }
            assertThat(placed).isEqualTo((int) opportunities.figures(BANK).open());
        }
        assertThat(opportunities.figures(BANK).unassigned()).isZero();
        Map<String, Integer> capacity = WorkSettings.SHIPPED.capacity();
        jdbc.sql("""
                SELECT s.role, count(*) FROM opportunity o JOIN staff_member s ON s.code = o.owner
                WHERE o.closed_at IS NULL GROUP BY s.code, s.role""")
                .query((row, _) -> assertThat(row.getInt(2)).isLessThanOrEqualTo(capacity.get(row.getString(1))))
                .list();
        assertThat(jdbc.sql("""
                SELECT count(*) FROM opportunity o JOIN customer c ON c.number = o.customer
                JOIN staff_member s ON s.code = c.manager_code
                WHERE o.place = 'private' AND o.owner <> c.manager_code""").query(Long.class).single()).isZero();
    }

    @Test
    void aListKnowsItsSizeBeforeAndKeepsWhereItCameFrom() {
        long audience = audiences
                .add(new Audiences.Draft("名单客群 " + clock.realInstant(), "", "age between 30 and 45", true), ANALYST)
                .id();
        Identified size = lists.size(audience, List.of("L101"), ANALYST);
        assertThat(state()).isEmpty();
        OpportunityList list = lists.make(
                new OpportunityLists.Draft(
                        "名单 " + clock.realInstant(),
                        audience,
                        List.of("L101"),
                        "先问候",
                        clock.today().plusDays(9),
                        24),
                ANALYST);
        FilledBank.run(jobs, OpportunityLists.FILL_JOB, Map.of("list", Long.toString(list.id())));
        OpportunityList filled = lists.find(list.id()).orElseThrow();
        assertThat(filled.chosen()).isEqualTo(size.chosen());
        assertThat(filled.found()).isPositive().isLessThanOrEqualTo(size.chosen() - size.withheld() - size.refused());
        assertThat(state()).hasSize(filled.found());
    }

    @Test
    void listsAreSeenByTheirMakerAndByWhoeverLeadsTheMaker() {
        long audience = audiences
                .add(new Audiences.Draft("可见客群 " + clock.realInstant(), "", "age between 30 and 31", true), ANALYST)
                .id();
        String name = "可见 " + clock.realInstant();
        lists.make(
                new OpportunityLists.Draft(
                        name, audience, List.of("L101"), "", clock.today().plusDays(9), 24),
                ANALYST);
        rows.settle();
        Viewer below = Person.headOf(jdbc.sql("SELECT path FROM branch ORDER BY length(path) DESC, path LIMIT 1")
                .query(String.class)
                .single());
        assertThat(namesFor(ANALYST)).contains(name);
        assertThat(namesFor(Person.of("head-of-all", Role.BRANCH_HEAD))).contains(name);
        assertThat(namesFor(below)).as("made at head office").doesNotContain(name);
    }

    private List<String> namesFor(Viewer viewer) {
        return lists.visibleTo(viewer).stream().map(OpportunityList::name).toList();
    }

    @Test
    void aReasonRestsOnTheDataItRestsOnNow() {
        identification.rule(EVERYBODY, Progress.SILENT);
        jdbc.sql("UPDATE opportunity_reason SET sensitive = true, bureau = true")
                .update();
        identification.rule(EVERYBODY, Progress.SILENT);
        assertThat(jdbc.sql("SELECT count(*) FROM opportunity_reason WHERE sensitive OR bureau")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void followUpsComeFirstThenWhatIsLateThenWhatIsWorthMost() {
        identification.rule(EVERYBODY, Progress.SILENT);
        assignments.assignAll(BANK, Jobs.SYSTEM);
        String busiest = jdbc.sql("""
                SELECT owner FROM opportunity WHERE owner IS NOT NULL GROUP BY owner ORDER BY count(*) DESC, owner LIMIT 1""").query(String.class).single();
        List<Long> ids = jdbc.sql("SELECT id FROM opportunity WHERE owner = ? ORDER BY id")
                .param(busiest)
                .query(Long.class)
                .list();
        assertThat(ids).hasSizeGreaterThan(3);
        jdbc.sql("UPDATE opportunity SET value_fen = id").update();
        Instant now = clock.now().toInstant();
        set(ids.get(0), "next_at", now.minusSeconds(60));
        set(ids.get(1), "due_at", now.minusSeconds(60));
        set(ids.get(2), "next_at", now.plusSeconds(3 * 24 * 3600));
        Day day = days.of(busiest);
        assertThat(day.now().get(0).opportunity().id()).isEqualTo(ids.get(0));
        assertThat(day.now().get(1).opportunity().id()).isEqualTo(ids.get(1));
        assertThat(day.now().get(2).opportunity().id()).isEqualTo(ids.getLast());
        assertThat(day.waiting()).isEqualTo(1);
        assertThat(day.followUps()).isEqualTo(1);
        assertThat(day.overdue()).isEqualTo(1);
    }

    private void set(long id, String column, Instant at) {
        jdbc.sql("UPDATE opportunity SET " + column + " = ? WHERE id = ?")
                .params(Timestamp.from(at), id)
                .update();
    }

    @Test
    void historyCannotBeChanged() {
        identification.rule(EVERYBODY, Progress.SILENT);
        assertThatThrownBy(
                        () -> jdbc.sql("UPDATE opportunity_event SET by = 'me'").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("OPP-1001");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM opportunity_event").update())
                .hasMessageContaining("OPP-1001");
    }
}
