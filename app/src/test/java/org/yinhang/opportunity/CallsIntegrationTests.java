package org.yinhang.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
import org.yinhang.compliance.policy.ConsentScope;
import org.yinhang.compliance.policy.Known;
import org.yinhang.compliance.policy.Refusal;
import org.yinhang.core.fault.FaultException;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;
import org.yinhang.testing.ApplicationTest;

/** Calling customers: nobody without the guards, everything in the ledger, every record once. */
@ApplicationTest
class CallsIntegrationTests {

    @Autowired
    private BeanFactory application;

    @Autowired
    private Opportunities opportunities;

    @Autowired
    private Calls calls;

    @Autowired
    private ConsentLedger consents;

    @Autowired
    private StaffUsers staff;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    private OpportunityRows rows;
    private Viewer manager;
    private String code;

    @BeforeEach
    void prepare() {
        rows = OpportunityRows.of(application);
        rows.assigned("everybody");
        StaffUser user = staff.named("manager").orElseThrow();
        manager = user;
        code = user.staffCode().orElseThrow();
    }

    @AfterEach
    void forget() {
        rows.forget();
    }

    /** One that may be called now. */
    private Opportunity callable() {
        return rows.callable(code);
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
        assertThat(calls.sheet(one, ContactWay.CALL, code).refusals())
                .as("the sheet opened again")
                .isEmpty();
        assertThat(calls.dial(one, code, manager).toString()).doesNotContainPattern("\\d{6}");
    }

    @Test
    void whoTookTheirConsentBackIsNotCalledAndEveryReasonShows() {
        Opportunity one = callable();
        calls.record(one, note(CallOutcome.OPT_OUT, NextStep.WEEK), ContactWay.CALL, code, manager);
        assertThat(consents.answer(one.customer(), ConsentScope.of(ConsentScope.MARKETING, "call")))
                .isEqualTo(Known.NO);
        Opportunity closed =
                opportunities.find(one.id(), opportunities.reach(manager)).orElseThrow();
        assertThat(closed.stage()).isEqualTo(OpportunityStage.LOST);
        assertThat(calls.sheet(closed, ContactWay.CALL, code).refusals().stream()
                        .map(Refusal::token))
                .contains("CHANNEL_NOT_CONSENTED");
        assertThat(calls.sheet(closed, ContactWay.CALL, code).contacts())
                .singleElement()
                .satisfies(contact -> assertThat(contact.next())
                        .as("not the step that was tapped")
                        .isEqualTo(NextStep.GIVE_UP));
        assertThatThrownBy(() -> calls.dial(closed, code, manager))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("OPP-3001");
    }

    @Test
    void aRecordSentTwiceAtOnceCountsOnce() throws Exception {
        Opportunity one = callable();
        calls.dial(one, code, manager);
        ContactNote note = note(CallOutcome.REACHED, NextStep.APPOINTMENT);
        try (ExecutorService four = Executors.newFixedThreadPool(4)) {
            for (var done : four.invokeAll(java.util.Collections.nCopies(
                    4, Executors.callable(() -> calls.record(one, note, ContactWay.CALL, code, manager))))) {
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
        List<ContactRecord> contacts = calls.sheet(after, ContactWay.CALL, code).contacts();
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
        assertThatThrownBy(() -> calls.record(
                        one, note(CallOutcome.REACHED, NextStep.WEEK), ContactWay.CALL, "somebody-else", manager))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("OPP-3001");
        assertThat(opportunities.find(one.id(), new OpportunityReach(new DataScope.OwnCustomers(-1), "somebody-else")))
                .isEmpty();
        assertThat(opportunities.find(one.id(), new OpportunityReach(new DataScope.BranchSubtree("/none/"), "")))
                .isEmpty();
    }
}
