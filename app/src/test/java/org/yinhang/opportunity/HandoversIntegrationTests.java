package org.yinhang.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinhang.access.DataScope;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.progress.Progress;
import org.yinhang.customer.CustomerRefresh;
import org.yinhang.customer.Customers;
import org.yinhang.customer.Keepers;
import org.yinhang.opportunity.handover.Handover;
import org.yinhang.opportunity.handover.HandoverOrder;
import org.yinhang.opportunity.handover.HandoverPreview;
import org.yinhang.opportunity.handover.Handovers;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Person;

/** Customers change hands: all of it or nothing, within a branch, and back again. */
@ApplicationTest
class HandoversIntegrationTests {

    @Autowired
    private BeanFactory application;

    @Autowired
    private Handovers handovers;

    @Autowired
    private Keepers keepers;

    @Autowired
    private CustomerRefresh refresh;

    @Autowired
    private Customers customers;

    @Autowired
    private Opportunities opportunities;

    @Autowired
    private Pool pool;

    @Autowired
    private UserDetailsService staff;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    private HandoverTeam team;

    @BeforeEach
    void prepare() {
        team = HandoverTeam.of(application);
    }

    @AfterEach
    void forget() {
        team.rows().forget();
    }

    private HandoverOrder untilTomorrow() {
        return new HandoverOrder(
                team.from(), List.of(), team.others(), Optional.of(clock.today().plusDays(1)), "休假", false);
    }

    /** Who keeps whom and who works what: equal before and after whatever left nothing. */
    private List<String> everything() {
        return jdbc.sql("""
                SELECT 'c ' || number || ' ' || coalesce(manager_code, '') || ' ' || coalesce(deputy_code, '') FROM customer
                UNION ALL SELECT 'o ' || id || ' ' || place || ' ' || coalesce(owner, '') || ' ' || coalesce(next_at::text, '')
                FROM opportunity ORDER BY 1""").query(String.class).list();
    }

    @Test
    void customersGoAndTheirOpportunitiesKeepTheTimesThatWereAgreed() {
        List<Integer> mine = team.led(team.from());
        Map<Long, Opportunity> open = team.open(team.from());
        HandoverPreview preview = handovers.preview(team.all(), team.head());
        assertThat(preview.customers()).isEqualTo(mine.size()).isPositive();
        assertThat(preview.opportunities()).isEqualTo(open.size()).isPositive();
        assertThat(preview.promised()).isEqualTo(3);
        assertThat(preview.elsewhere()).as("customers of nobody").isPositive();
        assertThat(everything()).as("a preview leaves no trace").isEqualTo(everything());
        Handover handover = team.confirmed(team.all());
        assertThat(handover.customers()).isEqualTo(mine.size());
        assertThat(team.led(team.from())).isEmpty();
        assertThat(team.open(team.from())).isEmpty();
        assertThat(mine).allSatisfy(number -> assertThat(
                        keepers.of(number).lead().orElseThrow().code())
                .isIn(team.others()));
        open.values().forEach(before -> {
            Opportunity after = opportunities
                    .find(before.id(), new OpportunityReach(DataScope.wholeBank(), ""))
                    .orElseThrow();
            assertThat(after.owner().orElseThrow().code()).isIn(team.others());
            if (mine.contains(after.customer())) {
                assertThat(after.owner().orElseThrow().code())
                        .isEqualTo(keepers.of(after.customer())
                                .lead()
                                .orElseThrow()
                                .code());
            }
            assertThat(after.nextAt()).isEqualTo(before.nextAt());
        });
        assertThat(pool.undoable(team.head()))
                .as("it is undone as a whole only")
                .isEmpty();
        Viewer manager = (Viewer) staff.loadUserByUsername("manager");
        assertThat(customers.covers(mine.getFirst(), DataScope.ofCustomers(manager)))
                .isFalse();
    }

    @Test
    void aRefreshKeepsThemAndTheBanksOwnRecordEndsItWhenItSaysTheSame() {
        int one = team.led(team.from()).getFirst();
        team.confirmed(team.all());
        List<String> before = everything();
        refresh.run(Progress.SILENT);
        assertThat(everything()).isEqualTo(before);
        assertThat(keepers.of(one).isAheadOfBank()).isTrue();
        String to = keepers.of(one).lead().orElseThrow().code();
        jdbc.sql("UPDATE customer SET bank_manager = ? WHERE number = ?")
                .params(to, one)
                .update();
        keepers.settle();
        assertThat(keepers.of(one).given()).isEmpty();
        assertThat(keepers.of(one).lead().orElseThrow().code()).isEqualTo(to);
        assertThat(keepers.of(one).history().getFirst().end().orElseThrow().ending())
                .isEqualTo("caught-up");
        refresh.run(Progress.SILENT);
    }

    @Test
    void afterTheLastDayCustomersGoBackAndOpportunitiesNobodyWorked() {
        List<String> before = everything();
        Handover handover = team.confirmed(untilTomorrow());
        keepers.settle();
        assertThat(team.led(team.from())).as("the last day is not over").isEmpty();
        jdbc.sql("UPDATE customer_keeper SET since = since - 3, last_day = last_day - 2")
                .update();
        keepers.settle();
        keepers.settle();
        assertThat(everything()).isEqualTo(before);
        assertThat(handovers
                        .find(handover.id(), handovers.reach(team.head()))
                        .orElseThrow()
                        .state())
                .isEqualTo(Handover.State.RETURNED);
    }

    @Test
    void anAbsenceOfWhoReceivedThemEndsWithThemAndNotWithTheBanksRecord() {
        team.confirmed(team.all());
        String receiver = team.others().getFirst();
        List<Integer> theirs = team.led(receiver);
        HandoverOrder away = new HandoverOrder(
                receiver, List.of(), List.of(team.others().getLast()), Optional.of(clock.today()), "休假", false);
        team.confirmed(away);
        assertThat(team.led(receiver)).isEmpty();
        jdbc.sql("UPDATE customer_keeper SET since = since - 1, last_day = last_day - 1 WHERE last_day IS NOT NULL")
                .update();
        keepers.settle();
        assertThat(team.led(receiver)).isEqualTo(theirs);
    }

    @Test
    void undoneOnTheSameDayByItsMakerEverythingIsAsBefore() {
        List<String> before = everything();
        Handover handover = team.confirmed(team.all());
        assertThatThrownBy(() -> handovers.undo(handover, Person.of("somebody", Role.BRANCH_HEAD)))
                .hasMessageContaining("OPP-7005");
        handovers.undo(handover, team.head());
        assertThat(everything()).isEqualTo(before);
        assertThatThrownBy(() -> handovers.undo(handover, team.head())).hasMessageContaining("OPP-7005");
        Handover later = team.confirmed(team.all());
        jdbc.sql("UPDATE handover SET made_on = made_on - 1").update();
        assertThatThrownBy(() -> handovers.undo(later, team.head())).hasMessageContaining("OPP-7005");
        assertThat(team.led(team.from())).isEmpty();
    }

    @Test
    void ofTwoHeadsAtOnceExactlyOneHandsOver() throws Exception {
        String digest = handovers.preview(team.all(), team.head()).digest();
        List<Callable<Boolean>> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            both.add(() -> {
                try {
                    handovers.confirm(team.all(), digest, team.head());
                    return true;
                } catch (FaultException e) {
                    assertThat(e).hasMessageMatching("(?s).*OPP-700[23].*");
                    return false;
                }
            });
        }
        int done = 0;
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (Future<Boolean> one : two.invokeAll(both)) {
                done += one.get() ? 1 : 0;
            }
        }
        assertThat(done).isEqualTo(1);
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM customer_keeper WHERE ended_at IS NULL GROUP BY customer HAVING count(*) > 1")
                        .query(Long.class)
                        .list())
                .isEmpty();
    }

    @Test
    void killedInTheMiddleNothingIsHalf() throws Exception {
        List<String> before = everything();
        String digest = handovers.preview(team.all(), team.head()).digest();
        long late = team.open(team.from()).keySet().stream().max(Long::compare).orElseThrow();
        try (ExecutorService one = Executors.newSingleThreadExecutor()) {
            Future<Long> confirming = transactions.execute(_ -> {
                jdbc.sql("SELECT id FROM opportunity WHERE id = ? FOR UPDATE")
                        .param(late)
                        .query(Long.class)
                        .single();
                Future<Long> started = one.submit(() -> handovers.confirm(team.all(), digest, team.head()));
                // It has given the customers away and waits for the opportunity: killed here.
                Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> blocked()
                        .isPresent());
                jdbc.sql("SELECT pg_terminate_backend(?)")
                        .param(blocked().orElseThrow())
                        .query(Boolean.class)
                        .single();
                return started;
            });
            assertThatThrownBy(
                            () -> java.util.Objects.requireNonNull(confirming).get())
                    .isInstanceOf(ExecutionException.class);
        }
        assertThat(everything()).isEqualTo(before);
        assertThat(jdbc.sql("SELECT count(*) FROM handover").query(Long.class).single())
                .isZero();
        assertThat(team.confirmed(team.all()).customers()).isPositive();
    }

    /** The connection that waits for a row of an opportunity. */
    private Optional<Integer> blocked() {
        return jdbc.sql("""
                SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%opportunity_moved%' LIMIT 1""").query(Integer.class).optional();
    }

    @Test
    void whatChangedSinceThePreviewIsLookedAtAgainAndRoomIsKept() {
        String digest = handovers.preview(team.all(), team.head()).digest();
        jdbc.sql("UPDATE opportunity SET place = 'public', owner = NULL, next_at = NULL WHERE id = ?")
                .param(team.open(team.from()).keySet().iterator().next())
                .update();
        assertThatThrownBy(() -> handovers.confirm(team.all(), digest, team.head()))
                .hasMessageContaining("OPP-7003");
        HandoverOrder one = new HandoverOrder(
                team.from(), List.of(), List.of(team.others().getFirst()), Optional.empty(), "离职", false);
        jdbc.sql("""
                UPDATE opportunity SET place = 'private', owner = ? WHERE id IN (
                    SELECT id FROM opportunity WHERE owner IS DISTINCT FROM ? ORDER BY id LIMIT ?)""")
                .params(
                        team.others().getFirst(),
                        team.from(),
                        pool.room(team.others().getFirst()).capacity() - 5)
                .update();
        HandoverPreview full = handovers.preview(one, team.head());
        assertThat(full.lacking()).as("%s", full).isEqualTo(full.opportunities() - 5);
        assertThatThrownBy(() -> handovers.confirm(one, full.digest(), team.head()))
                .hasMessageContaining("OPP-7004");
        assertThat(team.led(team.from())).isNotEmpty();
    }

    @Test
    void theOneWhoHadThemStaysDeputyAndSeesThem() {
        HandoverOrder dual = new HandoverOrder(team.from(), List.of(), team.others(), Optional.empty(), "转财富条线", true);
        List<Integer> mine = team.led(team.from());
        team.confirmed(dual);
        Viewer manager = (Viewer) staff.loadUserByUsername("manager");
        assertThat(mine).allSatisfy(number -> {
            assertThat(customers.covers(number, DataScope.ofCustomers(manager))).isTrue();
            assertThat(keepers.of(number).deputy().orElseThrow().staff().code()).isEqualTo(team.from());
        });
        assertThat(team.open(team.from())).isEmpty();
        keepers.withdrawDeputy(mine.getFirst(), team.head());
        assertThat(customers.covers(mine.getFirst(), DataScope.ofCustomers(manager)))
                .isFalse();
    }

    @Test
    void theDeputyTakesWhatTheLeadHasAndNobodyElseDoes() {
        HandoverOrder dual = new HandoverOrder(team.from(), List.of(), team.others(), Optional.empty(), "双线", true);
        Opportunity known = team.rows().of(team.from()).stream()
                .filter(one -> team.led(team.from()).contains(one.customer()))
                .findFirst()
                .orElseThrow();
        team.confirmed(dual);
        Viewer manager = (Viewer) staff.loadUserByUsername("manager");
        String lead = keepers.of(known.customer()).lead().orElseThrow().code();
        String third = team.others().stream()
                .filter(code -> !code.equals(lead))
                .findFirst()
                .orElseThrow();
        assertThat(opportunities.find(known.id(), opportunities.reach(manager))).isPresent();
        assertThat(pool.mayStepIn(known.id(), third)).isFalse();
        assertThatThrownBy(() -> pool.stepIn(known.id(), third, team.head())).hasMessageContaining("OPP-6005");
        assertThat(pool.mayStepIn(known.id(), team.from())).isTrue();
        pool.stepIn(known.id(), team.from(), manager);
        assertThat(team.open(team.from())).containsKey(known.id());
        assertThatThrownBy(() -> pool.stepIn(known.id(), team.from(), manager)).hasMessageContaining("OPP-6005");
    }

    @Test
    void chosenCustomersGoAndThoseAlreadyThereStay() {
        String to = team.others().getFirst();
        List<Integer> chosen = new ArrayList<>(team.led(team.from()).subList(0, 2));
        chosen.add(team.led(to).getFirst());
        HandoverPreview preview = handovers.preview(
                new HandoverOrder("", chosen, List.of(to), Optional.empty(), "就近", false), team.head());
        assertThat(preview.customers()).isEqualTo(2);
        assertThat(preview.alreadyThere()).isEqualTo(1);
        handovers.confirm(preview.order(), preview.digest(), team.head());
        assertThat(team.led(to)).containsAll(chosen);
    }

    @Test
    void nothingLeavesABranchAndNobodyElsewhereSeesIt() {
        Viewer elsewhere = Person.headOf("/none/");
        assertThatThrownBy(() -> handovers.preview(team.all(), elsewhere)).hasMessageContaining("OPP-7001");
        String stranger = jdbc.sql("""
                SELECT s.code FROM staff_member s JOIN branch b ON b.id = s.branch_id
                WHERE s.role = 'account_manager' AND b.path NOT LIKE ? ORDER BY s.code LIMIT 1""")
                .param(team.head().branchPath() + "%")
                .query(String.class)
                .single();
        HandoverOrder away =
                new HandoverOrder(team.from(), List.of(), List.of(stranger), Optional.empty(), "外调", false);
        assertThatThrownBy(() -> handovers.preview(away, team.head())).hasMessageContaining("OPP-7001");
        HandoverOrder foreign = new HandoverOrder(stranger, List.of(), team.others(), Optional.empty(), "外调", false);
        assertThatThrownBy(() -> handovers.preview(foreign, team.head())).hasMessageContaining("OPP-7002");
        Handover handover = team.confirmed(team.all());
        assertThat(handovers.find(handover.id(), handovers.reach(elsewhere))).isEmpty();
        assertThat(handovers.page(ListQuery.first(), handovers.reach(elsewhere)).items())
                .isEmpty();
    }
}
