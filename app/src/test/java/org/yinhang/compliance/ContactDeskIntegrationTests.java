package org.yinhang.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinhang.access.DataScope;
import org.yinhang.compliance.policy.ConsentScope;
import org.yinhang.compliance.policy.Copy;
import org.yinhang.compliance.policy.HoldKind;
import org.yinhang.compliance.policy.Known;
import org.yinhang.compliance.policy.Refusal;
import org.yinhang.compliance.policy.Stage;
import org.yinhang.compliance.policy.Touch;
import org.yinhang.compliance.policy.Touches;
import org.yinhang.compliance.rules.RuleKind;
import org.yinhang.core.fault.FaultException;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.FilledBank;
import org.yinhang.testing.Person;

/** Ledgers, locks and dated rules on a real PostgreSQL. */
@ApplicationTest
class ContactDeskIntegrationTests {

    private static final AtomicInteger NEXT = new AtomicInteger(10);

    private static final String ALWAYS = """
            lenders: {"*": {sms: {workday: "00:00-23:59:59.999999999", weekend: "00:00-23:59:59.999999999", holiday: "00:00-23:59:59.999999999", source: test, strength: K}}}
            """;

    private static final String SENDERS = """
            required: [sms, call]
            senders: [{code: "95500", channel: sms, from: 2020-01-01}]
            """;

    @Autowired
    private ContactDesk desk;

    @Autowired
    private ContactLedger ledger;

    @Autowired
    private ConsentLedger consents;

    @Autowired
    private Holds holds;

    @Autowired
    private DatedRules rules;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Lake lake;

    @Autowired
    private PlatformTransactionManager transactions;

    private static Viewer viewer(String name) {
        return Person.of(name, Role.COMPLIANCE);
    }

    @BeforeEach
    void openTheDesk() {
        FilledBank.fill(jobs, clock);
        if (rules.versions(RuleKind.HOURS).isEmpty()) {
            inForce(RuleKind.HOURS, ALWAYS);
            inForce(RuleKind.SENDERS, SENDERS);
        }
    }

    private void inForce(RuleKind kind, String yaml) {
        int seen = rules.versions(kind).size();
        RuleVersion draft = rules.save(kind, yaml, LocalDate.of(2020, 1, 1), "a test", seen, viewer("maker"));
        rules.decide(draft, RuleVersion.State.APPROVED, viewer("checker"));
    }

    /** A customer who holds nothing against anybody, agrees to everything, and was not touched for a long time. */
    private int welcoming() {
        int customer =
                jdbc.sql("""
                SELECT number FROM customer WHERE NOT complaint_open AND overdue_days = 0 AND NOT deceased
                AND birth_date < now() - INTERVAL '25 years' AND birth_date > now() - INTERVAL '60 years'
                AND (last_contact IS NULL OR last_contact < now() - INTERVAL '60 days')
                AND NOT EXISTS (SELECT FROM contact_entry e WHERE e.customer = number) ORDER BY number OFFSET ? LIMIT 1""").param(NEXT.incrementAndGet()).query(Integer.class).single();
        consents.record(
                new Statement(customer, ConsentScope.of(ConsentScope.MARKETING, "*"), true, "v1", "form 1"),
                viewer("compliance"));
        consents.record(
                new Statement(customer, ConsentScope.of(ConsentScope.MARKETING, "sms"), true, "v1", "form 1"),
                viewer("compliance"));
        consents.record(
                new Statement(customer, ConsentScope.of(ConsentScope.PROFILING, "*"), true, "v1", "form 1"),
                viewer("compliance"));
        return customer;
    }

    private Touch message(int customer, String key) {
        Touch touch = Touches.copy(new Copy(
                "t1",
                "analyst",
                Optional.of("compliance"),
                rules.inForce(clock.now().toInstant()).words().version(),
                0));
        return touch.to(customer, key + "/" + customer);
    }

    @Test
    void clearsWritesAndCountsATouchOnce() {
        int customer = welcoming();
        Ruling first = desk.clear(message(customer, "once"));
        assertThat(first.verdict().reasons()).isEmpty();
        Ruling again = desk.clear(message(customer, "once"));
        assertThat(again.isRepeated()).isTrue();
        assertThat(again.verdict().isCleared()).isTrue();
        Ruling other = desk.clear(message(customer, "second"));
        assertThat(other.verdict().reasons()).extracting(Refusal::token).containsExactly("FREQUENCY_CAP_REACHED");
        assertThat(ledger.of(customer, 10))
                .extracting(LedgerEntry::cleared)
                .as("one row for the touch that went, one for the one withheld")
                .containsExactly(false, true);
    }

    @Test
    void whatWasClearedIsForeseenWithoutItselfAndEverythingElseWithIt() {
        int customer = welcoming();
        Touch touch = message(customer, "foreseen");
        assertThat(desk.clear(touch).verdict().isCleared()).isTrue();
        assertThat(desk.foresee(List.of(touch), Stage.SENDING).getFirst().reasons())
                .isEmpty();
        assertThat(desk.foresee(List.of(message(customer, "another")), Stage.SENDING)
                        .getFirst()
                        .reasons())
                .extracting(Refusal::token)
                .containsExactly("FREQUENCY_CAP_REACHED");
    }

    @Test
    void twoTouchesAtOnceNeverBothPassACapOfOne() throws Exception {
        int threads = 8;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int round = 0; round < 5; round++) {
                int customer = welcoming();
                CountDownLatch start = new CountDownLatch(1);
                List<Future<Ruling>> rulings = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    String key = "race" + round + "-" + i;
                    Callable<Ruling> attempt = () -> {
                        start.await();
                        return desk.clear(message(customer, key));
                    };
                    rulings.add(pool.submit(attempt));
                }
                start.countDown();
                int cleared = 0;
                for (Future<Ruling> ruling : rulings) {
                    cleared += ruling.get().verdict().isCleared() ? 1 : 0;
                }
                assertThat(cleared).isEqualTo(1);
                assertThat(ledger.of(customer, 20).stream().filter(LedgerEntry::cleared))
                        .hasSize(1);
            }
        }
    }

    @Test
    void batchesThatShareCustomersInAnyOrderNeitherWaitForEachOtherNorTouchTwice() throws Exception {
        List<Integer> customers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            customers.add(welcoming());
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<List<Ruling>>> batches = new ArrayList<>();
            for (int batch = 0; batch < 8; batch++) {
                List<Integer> order = new ArrayList<>(customers);
                Collections.shuffle(order, new Random(batch));
                String key = "batch" + batch;
                batches.add(pool.submit(() -> desk.clear(
                        order.stream().map(customer -> message(customer, key)).toList())));
            }
            int cleared = 0;
            for (Future<List<Ruling>> batch : batches) {
                cleared += (int) batch.get(1, TimeUnit.MINUTES).stream()
                        .filter(ruling -> ruling.verdict().isCleared())
                        .count();
            }
            assertThat(cleared).isEqualTo(customers.size());
        }
    }

    @Test
    void touchesOfOneBatchSeeEachOther() {
        int customer = welcoming();
        int other = welcoming();
        List<Ruling> rulings = desk.clear(
                List.of(message(customer, "a"), message(other, "a"), message(customer, "b"), message(customer, "a")));
        assertThat(rulings).extracting(ruling -> ruling.verdict().isCleared()).containsExactly(true, true, false, true);
        assertThat(rulings.get(3).isRepeated()).isTrue();
    }

    @Test
    void nothingLeavesWhereTheCallersTransactionFails() {
        int customer = welcoming();
        TransactionTemplate template = new TransactionTemplate(transactions);
        assertThatThrownBy(() -> template.execute(_ -> {
                    assertThat(desk.clear(message(customer, "lost")).verdict().isCleared())
                            .isTrue();
                    throw new IllegalStateException("the gateway's row could not be written");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ledger.of(customer, 10)).isEmpty();
        assertThat(desk.clear(message(customer, "later")).verdict().isCleared()).isTrue();
    }

    @Test
    void aWithdrawalAndAHoldCountFromTheNextTouchOn() {
        int customer = welcoming();
        assertThat(desk.rehearse(List.of(message(customer, "x")), Stage.SENDING))
                .isEqualTo(Map.of("", 1L));
        consents.record(
                new Statement(customer, ConsentScope.of(ConsentScope.MARKETING, "*"), false, "", ""),
                viewer("compliance"));
        consents.record(
                new Statement(customer, ConsentScope.of(ConsentScope.PROFILING, "*"), false, "", ""),
                viewer("compliance"));
        Hold hold =
                holds.set(customer, HoldKind.MANUAL, "asked at the counter", Optional.empty(), viewer("compliance"));
        assertThat(desk.clear(message(customer, "x")).verdict().reasons())
                .extracting(Refusal::token)
                .containsExactly(
                        "NO_MARKETING_CONSENT", "AUTOMATED_DECISION_OPT_OUT", "BLOCKED", "CHANNEL_NOT_CONSENTED");
        assertThat(consents.neutralityOf(customer)).isEqualTo(Neutrality.NEUTRAL);
        holds.lift(hold.id(), "asked again", viewer("compliance"));
        assertThat(desk.clear(message(customer, "y")).verdict().reasons())
                .extracting(Refusal::token)
                .doesNotContain("BLOCKED");
        assertThatThrownBy(() -> holds.lift(hold.id(), "twice", viewer("compliance")))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("CMP-2012");
    }

    @Test
    void whoTheBankDoesNotKnowIsRefusedForEveryFactThatIsMissing() {
        assertThat(desk.clear(message(999_999_999, "stranger")).verdict().reasons())
                .extracting(Refusal::token)
                .contains("NO_AUTHORITY:unknown", "COMPLAINT_OPEN:unknown", "FREQUENCY_CAP_REACHED:unknown");
    }

    @Test
    void ledgersAreAppendOnly() {
        int customer = welcoming();
        desk.clear(message(customer, "kept"));
        assertThatThrownBy(() -> jdbc.sql("UPDATE contact_entry SET verdict = 'withheld' WHERE customer = ?")
                        .param(customer)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("CMP-1001");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM consent_entry").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void theLakeHoldsEveryRowOfTheLedgerOnce() {
        int customer = welcoming();
        desk.clear(List.of(message(customer, "sealed"), message(customer, "sealed too")));
        Map<String, String> now =
                Map.of("until", clock.realInstant().plusSeconds(60).toString());
        FilledBank.run(jobs, "contact-ledger-seal", now);
        FilledBank.run(jobs, "contact-ledger-seal", now);
        try (LakeSession session = lake.read(lake.current(), SessionSettings.INTERACTIVE)) {
            assertThat(session.query(
                            "SELECT verdict || ' ' || coalesce(reasons, '') AS row FROM touches WHERE customer = ? ORDER BY id",
                            row -> row.getString("row"),
                            customer))
                    .containsExactly("cleared ", "withheld FREQUENCY_CAP_REACHED");
        }
    }

    @Test
    void rulesHoldFromTheirDayAndNobodyApprovesTheirOwn() {
        String one = """
                caps: [{channel: "*", days: 1, most: 1, source: test, strength: K}]
                cool_down_days: 30
                days_between_campaigns: 0
                """;
        LocalDate begins = clock.today().plusDays(3);
        int seen = rules.versions(RuleKind.FREQUENCY).size();
        RuleVersion draft = rules.save(RuleKind.FREQUENCY, one, begins, "fewer", seen, viewer("maker"));
        assertThatThrownBy(() -> rules.decide(draft, RuleVersion.State.APPROVED, viewer("maker")))
                .hasMessageContaining("CMP-3003");
        assertThatThrownBy(() -> rules.save(RuleKind.FREQUENCY, one, begins, "outrun", seen, viewer("other")))
                .hasMessageContaining("CMP-3001");
        rules.decide(draft, RuleVersion.State.APPROVED, viewer("checker"));
        assertThat(rules.textsOf(begins.minusDays(1)).versions().get(RuleKind.FREQUENCY))
                .isNotEqualTo(draft.version());
        assertThat(rules.textsOf(begins).versions()).containsEntry(RuleKind.FREQUENCY, draft.version());
    }

    @Test
    void theBanksOwnConsentsAndContactsStandInTheLedgersOnce() {
        FilledBank.run(jobs, "compliance-intake", Map.of());
        long before = consents.page(ListQuery.first(), DataScope.wholeBank()).total();
        assertThat(before).isGreaterThan(FilledBank.CUSTOMERS);
        FilledBank.run(jobs, "compliance-intake", Map.of());
        assertThat(jdbc.sql(
                                "SELECT count(*) - count(DISTINCT (customer, lake_id)) FROM consent_entry WHERE lake_id IS NOT NULL")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM contact_entry WHERE origin = 'bank'")
                        .query(Long.class)
                        .single())
                .isPositive();
        Map<Integer, String[]> agreed = new HashMap<>();
        jdbc.sql("""
                SELECT number, marketing_consent FROM customer WHERE cardinality(marketing_consent) > 0
                AND NOT EXISTS (SELECT FROM consent_entry e WHERE e.customer = number AND e.lake_id IS NULL)
                ORDER BY number DESC LIMIT 200""")
                .query((row, index) -> agreed.put(row.getInt("number"), (String[])
                        row.getArray("marketing_consent").getArray()))
                .list();
        assertThat(agreed).isNotEmpty();
        agreed.forEach((customer, channels) -> {
            for (String channel : channels) {
                ConsentScope question = ConsentScope.of(ConsentScope.MARKETING, channel);
                assertThat(consents.answer(customer, question)).as(channel).isEqualTo(Known.YES);
            }
        });
    }
}
