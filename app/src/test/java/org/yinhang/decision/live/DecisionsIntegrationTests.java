package org.yinhang.decision.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.access.DataScope;
import org.yinhang.core.fault.FaultException;
import org.yinhang.jobs.Jobs;
import org.yinhang.product.Policies;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.ApplicationTest;

/** Decisions about single customers: kept before they are told, once, and reached again to the byte. */
@ApplicationTest
class DecisionsIntegrationTests {

    @Autowired
    private Decisions decisions;

    @Autowired
    private Policies policies;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TagShelf shelf;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void bank() {
        LiveBank.open(jobs, clock, shelf);
    }

    private static DecisionQuestion question(String request, int customer) {
        return new DecisionQuestion(request, customer, "counter", Map.of("loan_purpose", "renovation"));
    }

    @Test
    void everyProductIsConsideredAndEveryRefusalHasItsReasons() {
        int offered = 0;
        for (int customer = 0; customer < 60; customer++) {
            DecisionRecord decided = decisions
                    .decide(question("all-" + customer, customer), "test")
                    .record();
            assertThat(decided.offers())
                    .extracting(OfferEntry::product)
                    .containsExactlyInAnyOrderElementsOf(policies.offers().products(clock.today()));
            for (OfferEntry entry : decided.offers()) {
                boolean isRefused =
                        !entry.refusals().isEmpty() || !entry.guards().isEmpty();
                assertThat(entry.isOffered()).isNotEqualTo(isRefused);
                assertThat(entry.ratePpm() == null).isEqualTo(!entry.refusals().isEmpty());
            }
            assertThat(decided.offered()).extracting(OfferEntry::rank).isSorted();
            offered += decided.offered().isEmpty() ? 0 : 1;
        }
        assertThat(offered).isPositive();
    }

    @Test
    void whoeverHasNotAgreedToProfilingIsDecidedNeutrally() {
        int neutral = 0;
        for (int customer = 0; customer < 60; customer++) {
            DecisionRecord decided = decisions
                    .decide(question("neutral-" + customer, customer), "test")
                    .record();
            boolean isAgreed = jdbc.sql("""
                            SELECT granted FROM consent_entry WHERE customer = ? AND purpose = 'profiling'
                            ORDER BY said_at DESC, granted LIMIT 1""")
                    .param(customer)
                    .query(Boolean.class)
                    .optional()
                    .orElse(false);
            assertThat(decided.isNeutral()).isNotEqualTo(isAgreed);
            if (decided.isNeutral()) {
                neutral++;
                assertThat(decided.offers())
                        .allSatisfy(entry -> assertThat(entry.valueFen()).isNull());
                assertThat(decided.offered()).extracting(OfferEntry::product).isSorted();
            }
        }
        assertThat(neutral).isBetween(1, 59);
    }

    @Test
    void aQuestionAskedAgainHasTheAnswerItHad() {
        Decision first = decisions.decide(question("again", 3), "test");
        Decision second = decisions.decide(question("again", 3), "somebody else");
        assertThat(second).isEqualTo(first);
        assertThatThrownBy(() -> decisions.decide(question("again", 4), "test"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("DEC-2001");
    }

    @Test
    void manyWhoAskTheSameAtOnceGetOneRow() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Callable<Decision>> asks = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                asks.add(() -> decisions.decide(question("at-once", 5), "test"));
            }
            List<Decision> answers = new ArrayList<>();
            for (Future<Decision> answer : pool.invokeAll(asks)) {
                answers.add(answer.get());
            }
            assertThat(answers).allMatch(answer -> answer.equals(answers.getFirst()));
        }
        assertThat(jdbc.sql("SELECT count(*) FROM decision_entry WHERE request = 'at-once'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aReplayReachesTheVeryBytes() {
        for (int customer = 0; customer < 40; customer++) {
            Decision decision = decisions.decide(question("replay-" + customer, customer), "test");
            Replay replay = decisions.replay(decision.id());
            assertThat(replay.difference()).isEmpty();
            assertThat(replay.isEqual()).isTrue();
            assertThat(replay.reached()).isEqualTo(decision.digest());
            assertThat(replay.changedTag()).isEmpty();
        }
        assertThatThrownBy(() -> decisions.replay(-1)).hasMessageContaining("DEC-2005");
    }

    @Test
    void aReplayNamesTheFirstPlaceThatDiffers() {
        DecisionRecord kept = decisions.decide(question("differs", 7), "test").record();
        OfferEntry entry = kept.offers().getFirst();
        List<OfferEntry> changed = new ArrayList<>(kept.offers());
        changed.set(0, entry.ranked(entry.rank() + 5));
        DecisionRecord other = new DecisionRecord(kept.code(), kept.input(), kept.isNeutral(), changed);
        DecisionBytes.Difference difference = DecisionBytes.firstDifference(
                        DecisionBytes.of(kept), DecisionBytes.of(other))
                .orElseThrow();
        assertThat(difference.path()).isEqualTo("offers[0].rank");
        assertThat(difference.again()).isEqualTo(Integer.toString(entry.rank() + 5));
    }

    @Test
    void reasonsOfAScoreAreKeptAndWithoutAModelLeaveNoTrace() {
        DecisionRecord kept = decisions.decide(question("reasons", 6), "test").record();
        assertThat(kept.input().reasons()).isNull();
        assertThat(new String(DecisionBytes.of(kept), StandardCharsets.UTF_8)).doesNotContain("\"reasons\":null");
        ScoreReasons why = new ScoreReasons(
                "L102", "response_l102", 3, List.of(new ScoreReasons.Reason("age", "35", 0.25, "年龄为 35", "age of 35")));
        DecisionRecord with = new DecisionRecord(
                kept.code(), kept.input().with(kept.input().facts(), why), kept.isNeutral(), kept.offers());
        assertThat(DecisionBytes.read(DecisionBytes.of(with))).isEqualTo(with);
    }

    @Test
    void theLedgerIsAppendOnly() {
        decisions.decide(question("kept", 8), "test");
        assertThatThrownBy(() -> jdbc.sql("UPDATE decision_entry SET asked_by = 'x' WHERE request = 'kept'")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    void whatTheBankComputesNobodyMayTellIt() {
        assertThatThrownBy(() -> decisions.decide(
                        new DecisionQuestion("told", 3, "app", Map.of("application_risk", "0.0001")), "test"))
                .hasMessageContaining("DEC-2006");
        assertThatThrownBy(() -> decisions.decide(new DecisionQuestion("nowhere", 3, "fax", Map.of()), "test"))
                .hasMessageContaining("DEC-2002");
        assertThatThrownBy(() -> decisions.decide(new DecisionQuestion("who", 99_999_999, "app", Map.of()), "test"))
                .hasMessageContaining("DEC-2004");
    }

    @Test
    void aForbiddenPurposeStopsEveryOffer() {
        DecisionRecord decided = decisions
                .decide(new DecisionQuestion("down-payment", 3, "app", Map.of("loan_purpose", "down_payment")), "test")
                .record();
        assertThat(decided.offered()).isEmpty();
    }

    @Test
    void peopleOfOtherBranchesSeeNothing() {
        Decision decision = decisions.decide(question("theirs", 9), "test");
        assertThat(decisions.find(decision.id(), DataScope.wholeBank())).contains(decision);
        assertThat(decisions.find(decision.id(), new DataScope.OwnCustomers(-1)))
                .isEmpty();
        assertThat(decisions
                        .page(ListQuery.first(), new DataScope.OwnCustomers(-1))
                        .items())
                .isEmpty();
        assertThat(decisions.page(ListQuery.first(), DataScope.wholeBank()).items())
                .contains(decision);
    }
}
