package org.yinhang.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
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
import org.springframework.transaction.support.TransactionTemplate;
import org.yinhang.core.fault.FaultException;
import org.yinhang.opportunity.internal.TeamRepository;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Person;

/** The public pool and the branch head's hand in it. */
@ApplicationTest
class PoolIntegrationTests {

    /** Somebody at head office, whose branch holds everything. */
    private static final Viewer BANK = Person.of("head-of-all", Role.BRANCH_HEAD);

    @Autowired
    private BeanFactory application;

    @Autowired
    private Pool pool;

    @Autowired
    private TeamRepository team;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private WorkRules rules;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    private OpportunityRows rows;

    @BeforeEach
    void prepare() {
        rows = OpportunityRows.of(application);
        rows.assigned("everybody");
    }

    @AfterEach
    void forget() {
        rows.forget();
        jdbc.sql("DELETE FROM opportunity_settings").update();
    }

    private void everythingIntoThePool() {
        jdbc.sql("UPDATE opportunity SET place = 'public', owner = NULL").update();
    }

    private List<String> people(int count) {
        return jdbc.sql("SELECT code FROM staff_member WHERE role = 'account_manager' ORDER BY code LIMIT ?")
                .param(count)
                .query(String.class)
                .list();
    }

    private String owner(long id) {
        return jdbc.sql("SELECT coalesce(owner, '') FROM opportunity WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    @Test
    void ofManyWhoClaimTheSameExactlyOneWins() throws Exception {
        everythingIntoThePool();
        long wanted = pool.page(ListQuery.first(), BANK).items().getFirst().id();
        List<Callable<Boolean>> claims = new ArrayList<>();
        for (String code : people(6)) {
            claims.add(() -> {
                try {
                    pool.claim(wanted, code, BANK);
                    return true;
                } catch (FaultException e) {
                    assertThat(e).hasMessageContaining("OPP-6001");
                    return false;
                }
            });
        }
        int won = 0;
        try (ExecutorService six = Executors.newFixedThreadPool(claims.size())) {
            for (var done : six.invokeAll(claims)) {
                won += done.get() ? 1 : 0;
            }
        }
        assertThat(won).isEqualTo(1);
        assertThat(people(6)).contains(owner(wanted));
    }

    @Test
    void nobodyClaimsMoreThanADaysShareEvenAtOnce() throws Exception {
        everythingIntoThePool();
        String code = people(1).getFirst();
        int most = WorkSettings.SHIPPED.claimsADay();
        List<Callable<Integer>> claims = pool.page(ListQuery.first().withSize(most + 5), BANK).items().stream()
                .<Callable<Integer>>map(one -> () -> {
                    try {
                        pool.claim(one.id(), code, BANK);
                        return 1;
                    } catch (FaultException e) {
                        assertThat(e).hasMessageContaining("OPP-6002");
                        return 0;
                    }
                })
                .toList();
        assertThat(claims).hasSize(most + 5);
        int won = 0;
        try (ExecutorService some = Executors.newFixedThreadPool(8)) {
            for (var done : some.invokeAll(claims)) {
                won += done.get();
            }
        }
        assertThat(won).isEqualTo(most);
        assertThat(pool.room(code).isLeft()).isFalse();
    }

    @Test
    void whatWasClaimedIsNobodyElsesUntilItsLockIsOver() {
        everythingIntoThePool();
        long wanted = pool.page(ListQuery.first(), BANK).items().getFirst().id();
        String claimer = people(2).getFirst();
        String other = people(2).getLast();
        pool.claim(wanted, claimer, BANK);
        assertThatThrownBy(() -> pool.give(List.of(wanted), other, BANK)).hasMessageContaining("OPP-6006");
        jdbc.sql("UPDATE opportunity SET assigned_at = ? WHERE id = ?")
                .params(Timestamp.from(clock.now().toInstant().minus(Duration.ofDays(90))), wanted)
                .update();
        pool.recycle();
        assertThat(owner(wanted)).isEqualTo(claimer);
        jdbc.sql("UPDATE opportunity SET locked_until = ? WHERE id = ?")
                .params(Timestamp.from(clock.now().toInstant().minusSeconds(1)), wanted)
                .update();
        assertThat(pool.give(List.of(wanted), other, BANK)).isEqualTo(1);
        assertThat(owner(wanted)).isEqualTo(other);
    }

    @Test
    void undoingAnOlderGiftTakesNothingThatWasClaimedSince() {
        everythingIntoThePool();
        long wanted = pool.page(ListQuery.first(), BANK).items().getFirst().id();
        String claimer = people(1).getFirst();
        pool.give(List.of(wanted), claimer, BANK);
        pool.putBack(wanted, claimer, BANK);
        jdbc.sql("UPDATE opportunity SET assigned_at = ? WHERE id = ?")
                .params(Timestamp.from(clock.now().toInstant().minus(Duration.ofDays(8))), wanted)
                .update();
        pool.claim(wanted, claimer, BANK);
        assertThat(pool.undo(pool.undoable(BANK).orElseThrow(), BANK)).isZero();
        assertThat(owner(wanted)).isEqualTo(claimer);
    }

    @Test
    void whoeverLetOneLieLeavesItToTheOthersForAWhile() {
        everythingIntoThePool();
        long wanted = pool.page(ListQuery.first(), BANK).items().getFirst().id();
        String claimer = people(2).getFirst();
        String other = people(2).getLast();
        pool.claim(wanted, claimer, BANK);
        assertThatThrownBy(() -> pool.putBack(wanted, other, BANK)).hasMessageContaining("OPP-6008");
        pool.putBack(wanted, claimer, BANK);
        assertThatThrownBy(() -> pool.claim(wanted, claimer, BANK)).hasMessageContaining("OPP-6007");
        pool.claim(wanted, other, BANK);
        jdbc.sql("UPDATE opportunity SET locked_until = NULL, assigned_at = ? WHERE id = ?")
                .params(Timestamp.from(clock.now().toInstant().minus(Duration.ofDays(8))), wanted)
                .update();
        assertThat(pool.recycle()).isPositive();
        assertThat(owner(wanted)).isEmpty();
        assertThatThrownBy(() -> pool.claim(wanted, other, BANK)).hasMessageContaining("OPP-6007");
        jdbc.sql("UPDATE opportunity SET assigned_at = ? WHERE id = ?")
                .params(Timestamp.from(clock.now().toInstant().minus(Duration.ofDays(8))), wanted)
                .update();
        pool.claim(wanted, other, BANK);
        assertThat(owner(wanted)).isEqualTo(other);
    }

    @Test
    void whoeverClaimsKeepsItHoweverManyGiveItAwayMeanwhile() throws Exception {
        everythingIntoThePool();
        List<Long> wanted = pool.page(ListQuery.first().withSize(8), BANK).items().stream()
                .map(Opportunity::id)
                .toList();
        String to = people(6).getLast();
        List<Callable<String>> acts = new ArrayList<>();
        for (long id : wanted) {
            for (String code : people(5)) {
                acts.add(() -> claimed(id, code));
            }
            acts.add(() -> given(id, to));
            acts.add(() -> {
                pool.recycle();
                return "";
            });
        }
        Collections.shuffle(acts, new Random(5));
        List<String> claims = new ArrayList<>();
        try (ExecutorService eight = Executors.newFixedThreadPool(8)) {
            for (Future<String> done : eight.invokeAll(acts)) {
                claims.add(done.get());
            }
        }
        for (long id : wanted) {
            List<String> winners = claims.stream()
                    .filter(one -> one.startsWith(id + " "))
                    .map(one -> one.substring(one.indexOf(' ') + 1))
                    .toList();
            assertThat(winners).as("claims of %d", id).hasSizeLessThanOrEqualTo(1);
            assertThat(owner(id)).isEqualTo(winners.isEmpty() ? to : winners.getFirst());
        }
    }

    private String claimed(long id, String code) {
        try {
            pool.claim(id, code, BANK);
            return id + " " + code;
        } catch (FaultException _) {
            return "";
        }
    }

    private String given(long id, String code) {
        try {
            pool.give(List.of(id), code, BANK);
        } catch (FaultException e) {
            assertThat(e).hasMessageContaining("OPP-6006");
        }
        return "";
    }

    @Test
    void somebodyOfAnotherBranchClaimsNothing() {
        everythingIntoThePool();
        long wanted = pool.page(ListQuery.first(), BANK).items().getFirst().id();
        Viewer elsewhere = Person.headOf("/none/");
        assertThat(pool.page(ListQuery.first(), elsewhere).items()).isEmpty();
        assertThatThrownBy(() -> pool.claim(wanted, people(1).getFirst(), elsewhere))
                .hasMessageContaining("OPP-6001");
        assertThatThrownBy(() -> pool.give(List.of(wanted), people(1).getFirst(), elsewhere))
                .hasMessageContaining("OPP-6003");
    }

    @Test
    void whatNobodyWorksGoesBackByStageAndValueAndPromisesStay() {
        List<Long> mine = jdbc.sql("SELECT id FROM opportunity WHERE place = 'private' ORDER BY id LIMIT 4")
                .query(Long.class)
                .list();
        jdbc.sql("UPDATE opportunity SET assigned_at = ?, value_fen = 100")
                .param(Timestamp.from(clock.now().toInstant()))
                .update();
        Timestamp fourDays = Timestamp.from(clock.now().toInstant().minus(Duration.ofDays(4)));
        Timestamp sixDays = Timestamp.from(clock.now().toInstant().minus(Duration.ofDays(6)));
        Timestamp later = Timestamp.from(clock.now().toInstant().plus(Duration.ofDays(1)));
        jdbc.sql("UPDATE opportunity SET assigned_at = ? WHERE id = ?")
                .params(fourDays, mine.get(0))
                .update();
        jdbc.sql("UPDATE opportunity SET assigned_at = ?, value_fen = 10000000 WHERE id = ?")
                .params(fourDays, mine.get(1))
                .update();
        jdbc.sql("UPDATE opportunity SET assigned_at = ? WHERE id = ?")
                .params(sixDays, mine.get(2))
                .update();
        jdbc.sql("UPDATE opportunity SET assigned_at = ?, next_at = ? WHERE id = ?")
                .params(sixDays, later, mine.get(3))
                .update();
        assertThat(pool.recycle()).isEqualTo(2);
        assertThat(owner(mine.get(0))).as("four days, low value").isNotEmpty();
        assertThat(owner(mine.get(1))).as("four days, high value").isEmpty();
        assertThat(owner(mine.get(2))).as("six days").isEmpty();
        assertThat(owner(mine.get(3))).as("a follow-up is agreed").isNotEmpty();
        assertThat(pool.recycle()).isZero();
    }

    @Test
    void whatWasGivenCanBeGivenBackUnlessItWasWorked() {
        String to = people(1).getFirst();
        List<Long> some = jdbc.sql("SELECT id FROM opportunity WHERE owner <> ? ORDER BY id LIMIT 3")
                .param(to)
                .query(Long.class)
                .list();
        List<String> before = some.stream().map(this::owner).toList();
        assertThat(pool.give(some, to, BANK)).isEqualTo(3);
        assertThat(some.stream().map(this::owner)).containsOnly(to);
        jdbc.sql("UPDATE opportunity SET last_contact_at = ? WHERE id = ?")
                .params(Timestamp.from(clock.now().toInstant().plusSeconds(60)), some.getFirst())
                .update();
        assertThat(pool.undo(pool.undoable(BANK).orElseThrow(), BANK)).isEqualTo(2);
        assertThat(owner(some.get(0))).isEqualTo(to);
        assertThat(owner(some.get(1))).isEqualTo(before.get(1));
        assertThat(owner(some.get(2))).isEqualTo(before.get(2));
        assertThat(pool.undoable(BANK)).isEmpty();
    }

    @Test
    void settingsHoldFromTheirDayAndNobodyOverwritesAnother() {
        String text = WorkSettings.shippedText().replace("claims_a_day: 10", "claims_a_day: 2");
        Viewer admin = Person.of("admin", Role.ADMINISTRATOR);
        rules.save(text, clock.today().plusDays(1), "试行", 0, admin);
        assertThat(rules.today().claimsADay()).isEqualTo(10);
        rules.save(text, clock.today(), "提前", 1, admin);
        assertThat(rules.today().claimsADay()).isEqualTo(2);
        assertThatThrownBy(() -> rules.save(text, clock.today(), "迟到", 1, admin))
                .hasMessageContaining("OPP-5003");
        assertThatThrownBy(() -> rules.save(text, clock.today().minusDays(1), "补记", 2, admin))
                .hasMessageContaining("OPP-5002");
        assertThatThrownBy(() -> rules.save(text.replace("new: 5", "old: 5"), clock.today(), "错", 2, admin))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("old");
    }

    @Test
    void whoeverAssignsTakesNothingFromWhoHasItAlready() {
        List<Long> some = jdbc.sql("SELECT id FROM opportunity WHERE place = 'private' ORDER BY id LIMIT 1")
                .query(Long.class)
                .list();
        long taken = some.getFirst();
        String before = owner(taken);
        String other = people(2).stream()
                .filter(code -> !code.equals(before))
                .findFirst()
                .orElseThrow();
        team.place(
                List.of(new Placement(taken, Optional.of(other), Placement.Why.OWN_MANAGER)),
                clock.now().toInstant(),
                "system");
        assertThat(owner(taken)).isEqualTo(before);
    }

    @Test
    void claimingGivingAndGivingBackWaitForWhoeverAssigns() throws Exception {
        String to = people(1).getFirst();
        long given = jdbc.sql("SELECT id FROM opportunity WHERE owner <> ? ORDER BY id LIMIT 1")
                .param(to)
                .query(Long.class)
                .single();
        pool.give(List.of(given), to, BANK);
        long move = pool.undoable(BANK).orElseThrow();
        List<Long> others = jdbc.sql("SELECT id FROM opportunity WHERE owner <> ? AND id <> ? ORDER BY id LIMIT 2")
                .params(to, given)
                .query(Long.class)
                .list();
        jdbc.sql("UPDATE opportunity SET place = 'public', owner = NULL WHERE id = ?")
                .param(others.getFirst())
                .update();
        List<Runnable> acts = List.of(
                () -> pool.claim(others.getFirst(), to, BANK),
                () -> pool.undo(move, BANK),
                () -> pool.give(List.of(others.getLast()), to, BANK));
        for (Runnable act : acts) {
            try (ExecutorService one = Executors.newSingleThreadExecutor()) {
                Future<?> done = Objects.requireNonNull(transactions.execute(_ -> {
                    team.lock();
                    Future<?> started = one.submit(act);
                    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> started.isDone() || waiting() > 0);
                    assertThat(started.isDone()).as("it waits").isFalse();
                    return started;
                }));
                done.get();
            }
        }
        assertThat(owner(others.getFirst())).isEqualTo(to);
        assertThat(owner(others.getLast())).isEqualTo(to);
        assertThat(owner(given)).isNotEqualTo(to);
    }

    private long waiting() {
        return jdbc.sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                .query(Long.class)
                .single();
    }

    @Test
    void nothingIsGivenBackToWhoHasNoRoomLeft() {
        List<String> two = people(2);
        List<Long> some = jdbc.sql("SELECT id FROM opportunity ORDER BY id LIMIT 2")
                .query(Long.class)
                .list();
        jdbc.sql("UPDATE opportunity SET place = 'public', owner = NULL").update();
        some.forEach(id -> jdbc.sql("UPDATE opportunity SET place = 'private', owner = ? WHERE id = ?")
                .params(two.getFirst(), id)
                .update());
        assertThat(pool.give(some, two.getLast(), BANK)).isEqualTo(2);
        int most = pool.room(two.getFirst()).capacity();
        assertThat(jdbc.sql("""
                UPDATE opportunity SET place = 'private', owner = ? WHERE id IN (
                    SELECT id FROM opportunity WHERE place = 'public' ORDER BY id LIMIT ?)""").params(two.getFirst(), most - 1).update()).isEqualTo(most - 1);
        assertThat(pool.undo(pool.undoable(BANK).orElseThrow(), BANK)).isEqualTo(1);
        assertThat(pool.room(two.getFirst()).load()).isEqualTo(most);
    }
}
