package org.yinhang.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.shared.BusinessClock;
import org.yinhang.testing.ApplicationTest;

/** From who attacks to who follows up, and back. */
@ApplicationTest
class PassesIntegrationTests {

    @Autowired
    private BeanFactory application;

    @Autowired
    private Calls calls;

    @Autowired
    private Passes passes;

    @Autowired
    private Opportunities opportunities;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    private OpportunityRows rows;
    private WorkTeams teams;

    @BeforeEach
    void prepare() {
        rows = OpportunityRows.of(application);
        rows.assigned("everybody");
        teams = WorkTeams.of(application);
        teams.split();
    }

    @AfterEach
    void forget() {
        rows.forget();
    }

    private static ContactNote note(CallOutcome outcome, NextStep next) {
        return new ContactNote(
                UUID.randomUUID(),
                outcome,
                Optional.of(Need.CAR),
                Optional.empty(),
                next,
                Optional.empty(),
                "想换车",
                Optional.empty(),
                Optional.empty());
    }

    private void record(Opportunity one, CallOutcome outcome, NextStep next) {
        calls.record(one, note(outcome, next), ContactWay.CALL, teams.attack(), teams.attacker());
    }

    private String owner(Opportunity one) {
        return jdbc.sql("SELECT coalesce(owner, '') FROM opportunity WHERE id = ?")
                .param(one.id())
                .query(String.class)
                .single();
    }

    @Test
    void afterTheFirstTalkWhoFollowsUpGoesOnAndSeesWhatHappened() {
        Opportunity one = teams.ofOthers(1).getFirst();
        record(one, CallOutcome.REACHED, NextStep.WEEK);
        assertThat(owner(one)).isEqualTo(teams.follow());
        assertThat(passes.unreadBy(teams.follow())).singleElement().satisfies(passed -> {
            assertThat(passed.opportunity()).isEqualTo(one.id());
            assertThat(passed.from().code()).isEqualTo(teams.attack());
            assertThat(passed.nextAt()).isPresent();
        });
        assertThat(passes.passedBy(teams.attack()))
                .extracting(PassedOn::opportunity)
                .containsExactly(one.id());
        assertThat(opportunities.history(one).getFirst().detail()).isEqualTo(teams.follow() + " passed-on");
        assertThat(calls.sheet(one, ContactWay.CALL, teams.follow())
                        .contacts()
                        .getFirst()
                        .note())
                .isEqualTo("想换车");
        passes.read(one.id(), teams.follow(), teams.head());
        assertThat(passes.unreadBy(teams.follow())).isEmpty();
        assertThat(opportunities.history(one).getFirst().kind()).isEqualTo("read");
    }

    @Test
    void whoIsGoodAtTheProductGetsItBeforeWhoHasMoreRoom() {
        Opportunity one = teams.ofOthers(1).getFirst();
        teams.set(teams.follow(), WorkTeam.FOLLOW_UP, one.product());
        record(one, CallOutcome.REACHED, NextStep.CARE);
        assertThat(opportunities.history(one).getFirst().detail()).isEqualTo(teams.follow() + " passed-on-skill");
    }

    @Test
    void itStaysWhereNobodySpokeOrMoreThanATalkWasAgreed() {
        List<Opportunity> all = teams.ofOthers(4);
        record(all.get(0), CallOutcome.NOT_REACHED, NextStep.TOMORROW);
        record(all.get(1), CallOutcome.REACHED, NextStep.APPOINTMENT);
        record(all.get(2), CallOutcome.REACHED, NextStep.APPLIED);
        record(all.get(3), CallOutcome.OPT_OUT, NextStep.WEEK);
        assertThat(all).allSatisfy(one -> assertThat(owner(one)).isEqualTo(teams.attack()));
        assertThat(passes.unreadBy(teams.follow())).isEmpty();
    }

    @Test
    void itStaysWithTheKeeperWithWhoClaimedItAndWhereNobodyFollowsUp() {
        Opportunity kept = rows.of(teams.attack()).getFirst();
        List<Opportunity> others = teams.ofOthers(2);
        record(kept, CallOutcome.REACHED, NextStep.WEEK);
        jdbc.sql("UPDATE opportunity SET locked_until = ? WHERE id = ?")
                .params(
                        Timestamp.from(clock.now().toInstant().plus(Duration.ofHours(2))),
                        others.getFirst().id())
                .update();
        record(others.getFirst(), CallOutcome.REACHED, NextStep.WEEK);
        teams.set(teams.follow(), WorkTeam.BOTH);
        record(others.getLast(), CallOutcome.REACHED, NextStep.WEEK);
        assertThat(List.of(owner(kept), owner(others.getFirst()), owner(others.getLast())))
                .containsOnly(teams.attack());
    }

    @Test
    void backAtWhoPassedItOnItStays() {
        Opportunity one = teams.ofOthers(1).getFirst();
        record(one, CallOutcome.REACHED, NextStep.WEEK);
        assertThatThrownBy(() -> passes.back(one.id(), "nobody", teams.head())).hasMessageContaining("OPP-6104");
        passes.back(one.id(), teams.follow(), teams.head());
        assertThat(owner(one)).isEqualTo(teams.attack());
        assertThatThrownBy(() -> passes.back(one.id(), teams.follow(), teams.head()))
                .hasMessageContaining("OPP-6104");
        record(one, CallOutcome.REACHED, NextStep.WEEK);
        assertThat(owner(one)).as("not passed on again").isEqualTo(teams.attack());
    }

    @Test
    void whoPassedItOnTakesItBackUntilItIsWorkedAndOnlyOnThatDay() {
        List<Opportunity> all = teams.ofOthers(3);
        all.forEach(one -> record(one, CallOutcome.REFUSED, NextStep.THREE_DAYS));
        passes.back(all.get(0).id(), teams.attack(), teams.attacker());
        assertThat(owner(all.get(0))).isEqualTo(teams.attack());
        calls.record(
                all.get(1), note(CallOutcome.REACHED, NextStep.WEEK), ContactWay.CALL, teams.follow(), teams.head());
        assertThatThrownBy(() -> passes.back(all.get(1).id(), teams.attack(), teams.attacker()))
                .hasMessageContaining("OPP-6104");
        jdbc.sql("UPDATE opportunity_pass SET at = at - interval '1 day' WHERE opportunity = ?")
                .param(all.get(2).id())
                .update();
        assertThatThrownBy(() -> passes.back(all.get(2).id(), teams.attack(), teams.attacker()))
                .hasMessageContaining("OPP-6104");
    }

    @Test
    void manyAtOnceLeaveNobodyWithMoreThanTheirCapacity() throws Exception {
        List<Opportunity> all = teams.ofOthers(12);
        int room = 5;
        int capacity = WorkSettings.SHIPPED.capacity().getOrDefault("account_manager", 0);
        jdbc.sql("""
                UPDATE opportunity SET owner = ?, place = 'private' WHERE id IN (
                    SELECT id FROM opportunity WHERE closed_at IS NULL AND owner IS DISTINCT FROM ? ORDER BY id DESC LIMIT ?)""").params(teams.follow(), teams.attack(), capacity - room).update();
        List<Callable<Boolean>> acts = all.stream()
                .<Callable<Boolean>>map(one -> () -> {
                    record(one, CallOutcome.REACHED, NextStep.WEEK);
                    return true;
                })
                .toList();
        try (ExecutorService eight = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> done : eight.invokeAll(acts)) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(all.stream().filter(one -> owner(one).equals(teams.follow())))
                .hasSize(room);
        assertThat(all.stream().filter(one -> owner(one).equals(teams.attack())))
                .hasSize(all.size() - room);
    }
}
