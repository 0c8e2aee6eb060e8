package org.yinhang.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.access.DataScope;
import org.yinhang.access.StaffUser;
import org.yinhang.access.StaffUsers;
import org.yinhang.compliance.ConsentLedger;
import org.yinhang.compliance.DatedRules;
import org.yinhang.compliance.policy.ConsentScope;
import org.yinhang.compliance.policy.Known;
import org.yinhang.compliance.policy.Refusal;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.progress.Progress;
import org.yinhang.jobs.Jobs;
import org.yinhang.opportunity.internal.Identification;
import org.yinhang.reach.ChannelKind;
import org.yinhang.reach.Channels;
import org.yinhang.reach.Dispatch;
import org.yinhang.reach.DispatchTerms;
import org.yinhang.reach.Dispatches;
import org.yinhang.reach.PlannedTouch;
import org.yinhang.reach.internal.Sending;
import org.yinhang.reach.internal.Waves;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.FilledBank;

/** Calling customers: nobody without the guards, everything in the ledger, every record once. */
@ApplicationTest
class CallsIntegrationTests {

    @Autowired
    private Identification identification;

    @Autowired
    private Assignments assignments;

    @Autowired
    private Opportunities opportunities;

    @Autowired
    private Calls calls;

    @Autowired
    private Calendars calendars;

    @Autowired
    private ConsentLedger consents;

    @Autowired
    private Dispatches dispatches;

    @Autowired
    private Channels channels;

    @Autowired
    private Sending sending;

    @Autowired
    private BeanFactory application;

    @Autowired
    private DatedRules rules;

    @Autowired
    private StaffUsers staff;

    @Autowired
    private TagShelf shelf;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Viewer manager;
    private String code;

    @BeforeEach
    void prepare() {
        FilledBank.withTags(jobs, clock, shelf);
        FilledBank.withLedgers(jobs);
        OpportunityRows.settle(jobs);
        OpportunityRows.forget(jdbc);
        StaffUser user = staff.named("manager").orElseThrow();
        manager = user;
        code = user.staffCode().orElseThrow();
        identification.rule(
                new OpportunityRule(
                        "everybody", "测试", "a test", "age between 25 and 60", List.of("L101", "L102"), 20, 24, 30),
                Progress.SILENT);
        assignments.assignAll(new OpportunityReach(DataScope.wholeBank(), ""), Jobs.SYSTEM);
        OpportunityRows.openHours(rules, clock);
    }

    @AfterEach
    void forget() {
        OpportunityRows.forget(jdbc);
    }

    private List<Opportunity> mine() {
        List<Opportunity> mine = jdbc
                .sql("SELECT id FROM opportunity WHERE owner = ? ORDER BY id")
                .param(code)
                .query(Long.class)
                .list()
                .stream()
                .map(id -> opportunities.find(id, opportunities.reach(manager)).orElseThrow())
                .toList();
        assertThat(mine).isNotEmpty();
        return mine;
    }

    /** One that may be called now. */
    private Opportunity callable() {
        return mine().stream()
                .filter(one -> calls.sheet(one, code).refusals().isEmpty())
                .findFirst()
                .orElseThrow(() -> new AssertionError(mine().stream()
                        .map(one -> calls.sheet(one, code).refusals().stream()
                                .map(Refusal::token)
                                .toList())
                        .toList()));
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
                Optional.empty());
    }

    private long ledger(Opportunity one) {
        return jdbc.sql(
                        "SELECT count(*) FROM contact_entry WHERE customer = ? AND campaign LIKE 'rule-%' AND verdict = 'cleared'")
                .param(one.customer())
                .query(Long.class)
                .single();
    }

    @Test
    void aNumberIsTakenThroughTheLedgerAndTheAuditAndCountsOnce() {
        Opportunity one = callable();
        assertThat(calls.dial(one, code, manager)).isInstanceOf(Dialled.Revealed.class);
        assertThat(calls.dial(one, code, manager)).isInstanceOf(Dialled.Revealed.class);
        assertThat(ledger(one)).isEqualTo(1);
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = 'customer.unmask' AND reason = ?")
                        .param("call opportunity " + one.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(calls.dial(one, code, manager).toString()).doesNotContainPattern("\\d{6}");
    }

    @Test
    void whoTookTheirConsentBackIsNotCalledAndEveryReasonShows() {
        Opportunity one = callable();
        calls.record(one, note(CallOutcome.OPT_OUT, NextStep.WEEK), code, manager);
        assertThat(consents.answer(one.customer(), ConsentScope.of(ConsentScope.MARKETING, "call")))
                .isEqualTo(Known.NO);
        Opportunity closed =
                opportunities.find(one.id(), opportunities.reach(manager)).orElseThrow();
        assertThat(closed.stage()).isEqualTo(OpportunityStage.LOST);
        assertThat(calls.sheet(closed, code).refusals().stream().map(Refusal::token))
                .contains("CHANNEL_NOT_CONSENTED");
        assertThatThrownBy(() -> calls.dial(closed, code, manager))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("OPP-3001");
        jdbc.sql("""
                DO $$ BEGIN SET LOCAL session_replication_role = replica;
                DELETE FROM consent_entry WHERE evidence LIKE 'opportunity %'; END $$""").update();
    }

    @Test
    void aRecordSentTwiceAtOnceCountsOnce() throws Exception {
        Opportunity one = callable();
        calls.dial(one, code, manager);
        ContactNote note = note(CallOutcome.REACHED, NextStep.APPOINTMENT);
        try (ExecutorService four = Executors.newFixedThreadPool(4)) {
            for (var done : four.invokeAll(java.util.Collections.nCopies(
                    4, Executors.callable(() -> calls.record(one, note, code, manager))))) {
                done.get();
            }
        }
        Opportunity after =
                opportunities.find(one.id(), opportunities.reach(manager)).orElseThrow();
        assertThat(after.attempts()).isEqualTo(1);
        assertThat(after.stage()).isEqualTo(OpportunityStage.APPOINTED);
        assertThat(after.nextAt())
                .contains(clock.today()
                        .plusDays(1)
                        .atTime(LocalTime.of(10, 0))
                        .atZone(clock.zone())
                        .toInstant());
        List<ContactRecord> contacts = calls.sheet(after, code).contacts();
        assertThat(contacts).singleElement().satisfies(contact -> {
            assertThat(contact.note()).isEqualTo("想换车");
            assertThat(contact.isOutgoing()).isTrue();
        });
        assertThat(jdbc.sql("SELECT encode(note, 'escape') FROM opportunity_contact")
                        .query(String.class)
                        .list())
                .noneMatch(text -> text.contains("\\346\\203\\263"));
    }

    @Test
    void nobodyRecordsForOrSeesTheOpportunityOfAnother() {
        Opportunity one = callable();
        assertThatThrownBy(() -> calls.record(one, note(CallOutcome.REACHED, NextStep.WEEK), "somebody-else", manager))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("OPP-3001");
        assertThat(opportunities.find(one.id(), new OpportunityReach(new DataScope.OwnCustomers(-1), "somebody-else")))
                .isEmpty();
        assertThat(opportunities.find(one.id(), new OpportunityReach(new DataScope.BranchSubtree("/none/"), "")))
                .isEmpty();
    }

    @Test
    void aCallACampaignWantsComesOntoTheListAtOnceAndCountsAsItsOwnTouch() throws Exception {
        int customer = callable().customer();
        OpportunityRows.forget(jdbc);
        channels.set("call", ChannelKind.PEOPLE, true, "", "", Waves.viewer("admin"));
        DispatchTerms like = Waves.of(application).terms("call", "95500", 100);
        OpportunityRows.openHours(rules, clock);
        Dispatch dispatch = dispatches.open(
                new DispatchTerms(
                        like.campaign(),
                        like.wave(),
                        "call",
                        like.priority(),
                        like.lender(),
                        like.data(),
                        like.limits(),
                        like.sender(),
                        true,
                        like.creative(),
                        like.offer(),
                        like.product(),
                        like.caps(),
                        like.cost(),
                        like.budget(),
                        like.most()),
                "analyst");
        dispatches.queue(dispatch, List.of(PlannedTouch.of(customer)));
        dispatches.run(dispatch, "analyst");
        sending.turn("call");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !mineNow().isEmpty());
        Opportunity one = mineNow().getFirst();
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
        calls.record(one, note(CallOutcome.REACHED, NextStep.APPOINTMENT), code, manager);
        assertThat(jdbc.sql("SELECT outcome FROM contact_task WHERE customer = ? AND campaign = ?")
                        .params(customer, like.campaign())
                        .query(String.class)
                        .single())
                .isEqualTo("appointment");
    }

    private List<Opportunity> mineNow() {
        return jdbc
                .sql("SELECT id FROM opportunity WHERE owner = ? ORDER BY id")
                .param(code)
                .query(Long.class)
                .list()
                .stream()
                .map(id -> opportunities.find(id, opportunities.reach(manager)).orElseThrow())
                .toList();
    }

    @Test
    void theCalendarNamesNobodyAndItsAddressCanBeTakenBack() {
        Opportunity one = callable();
        calls.record(one, note(CallOutcome.REACHED, NextStep.WEEK), code, manager);
        String secret = calendars.open(code, manager);
        String feed = calendars.feed(secret, "客户跟进").orElseThrow();
        assertThat(feed).contains("UID:opportunity-" + one.id() + "@yinhang", "SUMMARY:客户跟进 #" + one.id());
        assertThat(feed.lines().filter(line -> line.startsWith("SUMMARY")))
                .allMatch(line -> line.matches("SUMMARY:客户跟进 #\\d+"));
        String other = calendars.open(code, manager);
        assertThat(calendars.feed(secret, "客户跟进")).isEmpty();
        calendars.close(code, manager);
        assertThat(calendars.feed(other, "客户跟进")).isEmpty();
    }
}
