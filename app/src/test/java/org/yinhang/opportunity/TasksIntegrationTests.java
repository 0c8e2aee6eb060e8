package org.yinhang.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.access.DataScope;
import org.yinhang.access.StaffUser;
import org.yinhang.access.StaffUsers;
import org.yinhang.benefit.Benefit;
import org.yinhang.benefit.BenefitRows;
import org.yinhang.compliance.ConsentLedger;
import org.yinhang.compliance.Statement;
import org.yinhang.compliance.policy.ConsentScope;
import org.yinhang.compliance.policy.DataUse;
import org.yinhang.compliance.policy.Touch;
import org.yinhang.opportunity.internal.CallRepository;
import org.yinhang.opportunity.internal.CallTouches;
import org.yinhang.reach.ChannelKind;
import org.yinhang.reach.Channels;
import org.yinhang.reach.ContactTasks;
import org.yinhang.reach.Dispatch;
import org.yinhang.reach.DispatchTerms;
import org.yinhang.reach.Dispatches;
import org.yinhang.reach.PlannedTouch;
import org.yinhang.reach.internal.Sending;
import org.yinhang.reach.internal.Waves;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;
import org.yinhang.testing.ApplicationTest;

/** Calls campaigns want: each is on somebody's list, is its own touch once, and ends when its opportunity does. */
@ApplicationTest
class TasksIntegrationTests {

    private static final DataUse SENSITIVE = new DataUse(true, true, false, Optional.empty());

    @Autowired
    private BeanFactory application;

    @Autowired
    private Opportunities opportunities;

    @Autowired
    private Calls calls;

    @Autowired
    private ContactTasks tasks;

    @Autowired
    private CallTouches touches;

    @Autowired
    private CallRepository repository;

    @Autowired
    private Dispatches dispatches;

    @Autowired
    private Channels channels;

    @Autowired
    private Sending sending;

    @Autowired
    private ConsentLedger consents;

    @Autowired
    private StaffUsers staff;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

    private OpportunityRows rows;
    private Viewer manager;
    private String code;
    private int customer;
    private DispatchTerms like;

    @BeforeEach
    void prepare() {
        rows = OpportunityRows.of(application);
        rows.assigned("everybody");
        StaffUser user = staff.named("manager").orElseThrow();
        manager = user;
        code = user.staffCode().orElseThrow();
        customer = rows.callable(code).customer();
        rows.forget();
        channels.set("call", ChannelKind.PEOPLE, true, "", "", Waves.viewer("admin"));
        like = Waves.of(application).terms("call", "95500", 100);
        rows.openHours();
    }

    @AfterEach
    void forget() {
        rows.forget();
    }

    /** A wave of a campaign wants a call, and its touch leaves. */
    private void wanted(String wave, DataUse data) throws Exception {
        wanted(wave, data, Optional.empty());
    }

    private void wanted(String wave, DataUse data, Optional<String> benefit) throws Exception {
        Dispatch dispatch = dispatches.open(
                new DispatchTerms(
                        like.campaign(),
                        wave,
                        "call",
                        like.priority(),
                        like.lender(),
                        data,
                        like.limits(),
                        like.sender(),
                        true,
                        like.creative(),
                        like.offer(),
                        like.product(),
                        like.caps(),
                        like.cost(),
                        like.budget(),
                        like.most(),
                        benefit),
                "analyst");
        dispatches.queue(dispatch, List.of(PlannedTouch.of(customer)));
        dispatches.run(dispatch, "analyst");
        sending.turn("call");
    }

    /** The one opportunity there is, once every task of the campaign speaks for it. */
    private Opportunity taken(int tasks) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !rows.of(code).isEmpty()
                        && touches.tasks(rows.of(code).getFirst()).size() == tasks);
        assertThat(rows.of(code)).hasSize(1);
        return rows.of(code).getFirst();
    }

    /** Everything the ledger holds of the customer happened two months ago. */
    private void longAgo() {
        jdbc.sql("""
                DO $$ BEGIN SET LOCAL session_replication_role = replica;
                UPDATE contact_entry SET at = at - INTERVAL '60 days' WHERE campaign IN (SELECT campaign FROM dispatch); END $$""").update();
    }

    private List<String> ends() {
        return jdbc.sql("""
                SELECT CASE WHEN done_at IS NOT NULL THEN outcome WHEN withdrawn_at IS NOT NULL THEN 'withdrawn' ELSE 'open' END
                FROM contact_task WHERE campaign = ? ORDER BY touch""").param(like.campaign()).query(String.class).list();
    }

    private Opportunity found(Opportunity one) {
        return opportunities.find(one.id(), opportunities.reach(manager)).orElseThrow();
    }

    private Touch touch(Opportunity one, String caller) {
        return touches.of(one, ContactWay.CALL, caller, Optional.empty(), Optional.empty());
    }

    private static ContactNote note(CallOutcome outcome, NextStep next) {
        return new ContactNote(
                UUID.randomUUID(),
                outcome,
                Optional.empty(),
                Optional.empty(),
                next,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void aCallACampaignWantsComesOntoTheListAtOnceAndCountsAsItsOwnTouch() throws Exception {
        wanted("w1", like.data());
        Opportunity one = taken(1);
        assertThat(one.customer()).isEqualTo(customer);
        assertThat(one.reasons()).singleElement().satisfies(reason -> assertThat(reason.source())
                .isEqualTo(OpportunityReason.Source.TASK));
        assertThat(calls.dial(one, code, manager)).isInstanceOf(Dialled.Revealed.class);
        assertThat(jdbc.sql("SELECT count(*) FROM contact_entry WHERE customer = ? AND campaign = ?")
                        .params(customer, like.campaign())
                        .query(Long.class)
                        .single())
                .as("one touch: the task and its call")
                .isEqualTo(1);
        calls.record(one, note(CallOutcome.REACHED, NextStep.APPOINTMENT), ContactWay.CALL, code, manager);
        assertThat(ends()).containsExactly("appointment");
    }

    @Test
    void theSheetOfATaskOfTodayIsOpenBeforeTheNumberIsTakenAndAfter() throws Exception {
        wanted("w1", like.data());
        Opportunity one = taken(1);
        CallSheet before = calls.sheet(one, ContactWay.CALL, code);
        assertThat(before.refusals()).as("the task itself is no contact before").isEmpty();
        assertThat(before.words())
                .isEqualTo(jdbc.sql("SELECT words FROM contact_task WHERE campaign = ?")
                        .param(like.campaign())
                        .query(String.class)
                        .single())
                .isNotEmpty();
        calls.dial(one, code, manager);
        assertThat(calls.sheet(one, ContactWay.CALL, code).refusals())
                .as("the page opened again")
                .isEmpty();
    }

    @Test
    void aSecondCallerOfATaskMakesATouchOfTheirOwnThatCounts() throws Exception {
        wanted("w1", like.data());
        Opportunity one = taken(1);
        String ofTheTask = touch(one, code).key();
        calls.dial(one, code, manager);
        assertThat(touch(one, code).key()).as("on the same day").isEqualTo(ofTheTask);
        String other = jdbc.sql(
                        "SELECT code FROM staff_member WHERE role = 'account_manager' AND code <> ? ORDER BY code LIMIT 1")
                .param(code)
                .query(String.class)
                .single();
        assertThat(touch(one, other).key()).contains(other, clock.today().toString());
        jdbc.sql("UPDATE opportunity SET owner = ?").param(other).update();
        longAgo();
        assertThat(calls.dial(one, other, manager)).isInstanceOf(Dialled.Revealed.class);
        Instant startOfDay = clock.today().atStartOfDay(clock.zone()).toInstant();
        assertThat(Stream.of(code, other).map(caller -> repository.dialledSince(caller, ContactWay.CALL, startOfDay)))
                .containsExactly(1, 1);
    }

    @Test
    void theDayAfterItsFirstCallATaskIsNotThatTouchAnyMore() throws Exception {
        wanted("w1", like.data());
        Opportunity one = taken(1);
        calls.dial(one, code, manager);
        jdbc.sql("UPDATE opportunity_dial SET at = at - INTERVAL '1 day'").update();
        assertThat(touch(one, code).key())
                .isEqualTo("opportunity/%d/call/1/%s/%s".formatted(one.id(), clock.today(), code));
    }

    @Test
    void oneNumberTakenByTwoUnderATouchCountsForBoth() {
        rows.assigned("everybody");
        long any = rows.of(code).getFirst().id();
        assertThat(repository.dial(
                        "shared", any, ContactWay.CALL, code, clock.now().toInstant()))
                .isTrue();
        assertThat(repository.dial(
                        "shared", any, ContactWay.CALL, "another", clock.now().toInstant()))
                .isTrue();
        assertThat(repository.dial(
                        "shared", any, ContactWay.CALL, code, clock.now().toInstant()))
                .isFalse();
    }

    private static void hold(Connection connection, String rows) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(rows);
        }
    }

    private long tasked(Opportunity one) {
        return jdbc.sql("SELECT touch FROM opportunity_task WHERE opportunity = ?")
                .param(one.id())
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource({"refused, lost", "not-reached, lost", "reached, contacted", "appointment, appointed"})
    void aTaskClosedOnItsOwnPageMovesItsOpportunity(String outcome, String stage) throws Exception {
        wanted("w1", like.data());
        Opportunity one = taken(1);
        tasks.close(tasked(one), outcome, DataScope.wholeBank(), manager);
        assertThat(found(one).stage().key()).isEqualTo(stage);
        assertThat(opportunities.history(one).getFirst().kind()).isEqualTo("task");
    }

    @Test
    void whoClosesATaskHoldsItsOpportunityFirstAsWhoeverLetsItExpireDoes() throws Exception {
        wanted("w1", like.data());
        Opportunity one = taken(1);
        long touch = tasked(one);
        try (Connection other = database.getConnection();
                ExecutorService desk = Executors.newVirtualThreadPerTaskExecutor()) {
            other.setAutoCommit(false);
            hold(other, "SELECT FROM opportunity WHERE id = %d FOR UPDATE".formatted(one.id()));
            Future<?> closing = desk.submit(() -> tasks.close(touch, "reached", DataScope.wholeBank(), manager));
            Awaitility.await().until(() -> jdbc.sql("""
                            SELECT count(*) FROM pg_stat_activity
                            WHERE wait_event_type = 'Lock' AND query LIKE '%JOIN opportunity o ON o.id = t.opportunity%'""").query(Long.class).single() > 0);
            hold(other, "SELECT FROM contact_task WHERE touch = %d FOR UPDATE NOWAIT".formatted(touch));
            other.rollback();
            closing.get();
        }
        assertThat(ends()).containsExactly("reached");
    }

    @Test
    void whoeverAppliedOnACallAccepted() throws Exception {
        wanted("w1", like.data());
        calls.record(taken(1), note(CallOutcome.REACHED, NextStep.APPLIED), ContactWay.CALL, code, manager);
        assertThat(ends()).containsExactly("appointment");
    }

    @Test
    void aCustomerWhoCalledInLeavesTheTaskItsTouch() throws Exception {
        wanted("w1", like.data());
        Opportunity one = taken(1);
        String ofTheTask = touch(one, code).key();
        calls.record(one, note(CallOutcome.NOT_REACHED, NextStep.TOMORROW), ContactWay.CALL, code, manager);
        Opportunity after = found(one);
        assertThat(after.attempts()).isEqualTo(1);
        assertThat(touch(after, code).key()).as("nobody has called under it").isEqualTo(ofTheTask);
        calls.dial(after, code, manager);
        calls.record(after, note(CallOutcome.NOT_REACHED, NextStep.TOMORROW), ContactWay.CALL, code, manager);
        assertThat(touch(found(one), code).key()).isNotEqualTo(ofTheTask);
    }

    @Test
    void everyTaskOfACampaignEndsWithTheOneOpportunity() throws Exception {
        wanted("w1", like.data());
        taken(1);
        longAgo();
        wanted("w2", like.data());
        Opportunity one = taken(2);
        assertThat(one.reasons()).hasSize(1);
        calls.record(one, note(CallOutcome.REACHED, NextStep.WEEK), ContactWay.CALL, code, manager);
        assertThat(ends()).containsExactly("reached", "reached");
    }

    @Test
    void whoRefusedLatelyIsNotOnTheListForAnotherTask() throws Exception {
        rows.assigned("everybody");
        Opportunity refused = rows.of(code).stream()
                .filter(one -> one.customer() == customer)
                .findFirst()
                .orElseThrow();
        calls.record(refused, note(CallOutcome.REFUSED, NextStep.GIVE_UP), ContactWay.CALL, code, manager);
        wanted("w1", like.data());
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> ends().equals(List.of("withdrawn")));
        assertThat(rows.of(code).stream().filter(one -> one.customer() == customer))
                .extracting(Opportunity::stage)
                .containsOnly(OpportunityStage.LOST);
    }

    @Test
    void closingAnOpportunityWithdrawsWhatWasNotCarriedOut() throws Exception {
        wanted("w1", like.data());
        Opportunity one = taken(1);
        calls.close(one, false, "rate-high", code, manager);
        assertThat(ends()).containsExactly("withdrawn");
    }

    @Test
    void closingAnOpportunityKeepsWhatACallPromisedThatWasMade() throws Exception {
        BenefitRows benefits = BenefitRows.of(application);
        try {
            Benefit gift = benefits.open(benefits.gift(5, 10, 100, 1));
            wanted("w1", like.data(), Optional.of(gift.terms().code()));
            calls.record(taken(1), note(CallOutcome.REACHED, NextStep.WEEK), ContactWay.CALL, code, manager);
            longAgo();
            wanted("w2", like.data());
            calls.close(taken(1), true, "signed", code, manager);
            assertThat(ends()).containsExactly("reached", "withdrawn");
            assertThat(benefits.now(gift).promised()).isEqualTo(1);
        } finally {
            benefits.forget();
        }
    }

    @Test
    void anOpportunityThatExpiresWithdrawsWhatWasNotCarriedOut() throws Exception {
        wanted("w1", like.data());
        taken(1);
        jdbc.sql("UPDATE opportunity SET expires_on = ?")
                .param(clock.today().minusDays(1))
                .update();
        assertThat(opportunities.expire()).isEqualTo(1);
        assertThat(ends()).containsExactly("withdrawn");
    }

    @Test
    void whatDataChoseTheCustomersOfACampaignIsKnownOfTheCallToo() throws Exception {
        ConsentScope account = new ConsentScope(ConsentScope.MARKETING, ConsentScope.SENSITIVE, "", ConsentScope.ANY);
        consents.record(new Statement(customer, account, true, "v1", "opportunity form"), Waves.viewer("compliance"));
        wanted("w1", SENSITIVE);
        Opportunity one = taken(1);
        assertThat(one.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.isSensitive()).isTrue();
            assertThat(reason.isBureau()).isFalse();
        });
        assertThat(touch(one, code).data()).isEqualTo(SENSITIVE);
        longAgo();
        wanted("w2", like.data());
        assertThat(taken(2).reasons()).singleElement().satisfies(reason -> assertThat(reason.isSensitive())
                .as("as the newest task says")
                .isFalse());
    }
}
