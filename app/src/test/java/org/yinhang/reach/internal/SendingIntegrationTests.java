package org.yinhang.reach.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yinhang.access.DataScope;
import org.yinhang.compliance.ConsentLedger;
import org.yinhang.compliance.Holds;
import org.yinhang.compliance.policy.ConsentScope;
import org.yinhang.compliance.policy.HoldKind;
import org.yinhang.compliance.policy.Known;
import org.yinhang.core.fault.FaultException;
import org.yinhang.reach.ChannelKind;
import org.yinhang.reach.Dispatch;
import org.yinhang.reach.DispatchState;
import org.yinhang.reach.DispatchTerms;
import org.yinhang.reach.PlannedTouch;
import org.yinhang.reach.ReceiptEvent;
import org.yinhang.reach.Receipts;
import org.yinhang.reach.Reconciliation;

/** Waves against gateways that misbehave: whoever is touched is touched once, and the parts come to the whole. */
class SendingIntegrationTests extends SendingSetup {

    @Autowired
    private ConsentLedger consents;

    @Autowired
    private Holds holds;

    @Autowired
    private Receipts receipts;

    @Autowired
    private Outbox outbox;

    @Autowired
    private OutboxRepository touches;

    @Autowired
    private DispatchRepository repository;

    @Autowired
    private Gateways gateways;

    @Autowired
    private Letters letters;

    @Autowired
    private TouchBenefits benefits;

    @Override
    void openChannel() {
        waves.channel("sms", ChannelKind.HTTP, gateway.yaml(1_000));
    }

    private void sendAll() throws InterruptedException {
        while (sending.turn("sms") > 0) {}
    }

    private void makeDue() {
        jdbc.sql("UPDATE touch SET due_at = due_at - INTERVAL '1 day', attempted_at = attempted_at - INTERVAL '1 day'"
                        + " WHERE state IN ('pending', 'unknown')")
                .update();
    }

    private void assertEachOnce(int customers) {
        assertThat(gateway.handed()).hasSize(customers).allSatisfy((key, times) -> assertThat(times)
                .hasValue(1));
    }

    @Test
    void aWaveIsSentOnceAndItsPartsComeToTheWhole() throws Exception {
        List<Integer> customers = waves.customers(30);
        holds.set(customers.getFirst(), HoldKind.MANUAL, "asked", Optional.empty(), Waves.viewer("compliance"));
        Dispatch wave = waves.wave(customers);
        assertThat(dispatches.reconcile(wave)).isEqualTo(new Reconciliation(30, 0, 1, 29, 0, 0, 0));
        sendAll();
        sending.tidy();
        assertThat(dispatches.reconcile(wave)).isEqualTo(new Reconciliation(30, 29, 1, 0, 0, 0, 0));
        assertEachOnce(29);
        assertThat(dispatches.find(wave.id()).orElseThrow().state()).isEqualTo(DispatchState.FINISHED);
        assertThat(jdbc.sql("SELECT count(*) FROM contact_entry WHERE campaign = ? AND verdict = 'cleared'")
                        .param(wave.terms().campaign())
                        .query(Long.class)
                        .single())
                .isEqualTo(29);
    }

    @Test
    void whyTouchesOfAWaveWereWithheldIsNotToldOfAnother() {
        List<Integer> customers = waves.customers(4);
        holds.set(customers.getFirst(), HoldKind.MANUAL, "asked", Optional.empty(), Waves.viewer("compliance"));
        Dispatch first = waves.wave(customers.subList(0, 2));
        Dispatch second = waves.wave(customers.subList(2, 4));
        String campaign = first.terms().campaign();
        jdbc.sql("UPDATE dispatch SET campaign = ?, wave = 'w2' WHERE id = ?")
                .params(campaign, second.id())
                .update();
        assertThat(dispatches.reasons(first)).hasSize(1).isEqualTo(dispatches.reasons(campaign));
        assertThat(dispatches.reasons(second)).isEmpty();
    }

    /** A wave for one product at a priority. */
    private Dispatch ranked(List<Integer> customers, int priority) {
        DispatchTerms like = waves.terms("sms", "95500", 1_000);
        Dispatch dispatch = dispatches.open(
                new DispatchTerms(
                        like.campaign(),
                        like.wave(),
                        like.channel(),
                        priority,
                        like.lender(),
                        like.data(),
                        like.limits(),
                        like.sender(),
                        false,
                        like.creative(),
                        like.offer(),
                        "同一款产品 " + customers.getFirst(),
                        like.caps(),
                        like.cost(),
                        like.budget(),
                        like.most(),
                        Optional.empty()),
                "analyst");
        dispatches.queue(dispatch, customers.stream().map(PlannedTouch::of).toList());
        dispatches.run(dispatch, "analyst");
        return dispatches.find(dispatch.id()).orElseThrow();
    }

    @Test
    void ofTwoCampaignsOfOneProductTheOneOfHigherPriorityReachesTheCustomer() throws Exception {
        List<Integer> customers = waves.customers(6);
        Dispatch low = ranked(customers, 3);
        Dispatch high = ranked(customers.subList(0, 4), 7);
        sendAll();
        assertThat(dispatches.reconcile(high).sent()).isEqualTo(4);
        assertThat(dispatches.reconcile(low).sent()).isEqualTo(2);
        assertThat(dispatches.reasons(low.terms().campaign())).containsEntry("OUTRANKED", 4L);
        assertEachOnce(6);
    }

    @Test
    void twoPreparationsThatOpenADispatchAtOnceGetTheSame() throws Exception {
        DispatchTerms terms = waves.terms("sms", "95500", 10);
        CountDownLatch start = new CountDownLatch(1);
        Callable<Long> opening = () -> {
            start.await();
            return dispatches.open(terms, "analyst").id();
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Future<Long>> opened =
                    IntStream.range(0, 8).mapToObj(_ -> pool.submit(opening)).toList();
            start.countDown();
            for (Future<Long> each : opened) {
                assertThat(each.get()).isEqualTo(opened.getFirst().get());
            }
        }
    }

    @Test
    void queueingAgainAfterACrashAddsNobodyTwice() {
        List<Integer> customers = waves.customers(4);
        Dispatch wave = dispatches.open(waves.terms("sms", "95500", 10), "analyst");
        List<PlannedTouch> planned = customers.stream().map(PlannedTouch::of).toList();
        assertThat(dispatches.queue(wave, planned.subList(0, 3))).isEqualTo(3);
        assertThat(dispatches.queue(wave, planned)).isEqualTo(1);
        assertThat(dispatches.open(wave.terms(), "analyst").id()).isEqualTo(wave.id());
        assertThat(dispatches.reconcile(wave).planned()).isEqualTo(4);
        assertThat(dispatches.reconcile(wave).isBalanced()).isTrue();
        dispatches.run(wave, "analyst");
        assertThatThrownBy(() -> dispatches.queue(wave, planned)).hasMessageContaining("RCH-1004");
    }

    @Test
    void whatAGatewayTookInSilenceIsAskedAboutAndNotSentAgain() throws Exception {
        Dispatch wave = waves.wave(waves.customers(6));
        gateway.conduct(StandInGateway.Conduct.ACCEPTS_IN_SILENCE);
        sendAll();
        assertThat(dispatches.reconcile(wave)).isEqualTo(new Reconciliation(6, 0, 0, 0, 0, 6, 0));
        gateway.conduct(StandInGateway.Conduct.ACCEPTS);
        makeDue();
        sendAll();
        assertThat(sending.resolve("sms")).isEqualTo(6);
        sendAll();
        assertThat(dispatches.reconcile(wave).sent()).isEqualTo(6);
        assertEachOnce(6);
    }

    @Test
    void whatAGatewayLostIsSentAgainOnlyOnceItSaysSo() throws Exception {
        Dispatch wave = waves.wave(waves.customers(4));
        gateway.conduct(StandInGateway.Conduct.LOSES);
        sendAll();
        assertThat(dispatches.reconcile(wave).unknown()).isEqualTo(4);
        gateway.conduct(StandInGateway.Conduct.ACCEPTS);
        jdbc.sql("UPDATE touch SET due_at = due_at - INTERVAL '1 day' WHERE state = 'unknown'")
                .update();
        jdbc.sql("UPDATE touch SET attempted_at = now() + INTERVAL '1 minute' WHERE state = 'unknown'")
                .update();
        assertThat(sending.resolve("sms"))
                .as("too early to believe that nothing is on its way")
                .isZero();
        jdbc.sql("UPDATE touch SET attempted_at = now() - INTERVAL '1 day' WHERE state = 'unknown'")
                .update();
        makeDue();
        assertThat(sending.resolve("sms")).isEqualTo(4);
        sendAll();
        assertThat(dispatches.reconcile(wave).sent()).isEqualTo(4);
        assertEachOnce(4);
    }

    @Test
    void aGatewayThatIsDownCostsAttemptsAndNothingElse() throws Exception {
        Dispatch wave = waves.wave(waves.customers(5));
        gateway.conduct(StandInGateway.Conduct.IS_BUSY);
        assertThat(sending.turn("sms")).isEqualTo(5);
        assertThat(dispatches.reconcile(wave).pending()).isEqualTo(5);
        makeDue();
        assertThat(sending.turn("sms")).as("the channel rests").isZero();
        gateway.conduct(StandInGateway.Conduct.ACCEPTS);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> sending.turn("sms") == 1);
        assertThat(dispatches.reconcile(wave).sent())
                .as("one asks whether the gateway is back")
                .isEqualTo(1);
        sendAll();
        assertThat(dispatches.reconcile(wave).sent()).isEqualTo(5);
        assertEachOnce(5);
        assertThat(jdbc.sql("SELECT count(*) FROM contact_entry WHERE campaign = ? AND verdict = 'cleared'")
                        .param(wave.terms().campaign())
                        .query(Long.class)
                        .single())
                .as("a touch counts once, however often it was tried")
                .isEqualTo(5);
    }

    @Test
    void whatIsNeverTakenFailsAfterItsTries() throws Exception {
        waves.channel("sms", ChannelKind.HTTP, gateway.yaml(1_000) + "attempts: 2\n");
        Dispatch wave = waves.wave(waves.customers(1));
        gateway.conduct(StandInGateway.Conduct.IS_BUSY);
        assertThat(sending.turn("sms")).isEqualTo(1);
        assertThat(dispatches.reconcile(wave).pending()).isEqualTo(1);
        makeDue();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> sending.turn("sms") == 1);
        assertThat(dispatches.reconcile(wave).failed()).isEqualTo(1);
        assertThat(dispatches.troubled(wave, 5, DataScope.wholeBank()))
                .singleElement()
                .satisfies(touch -> assertThat(touch.detail()).isEqualTo("HTTP 429"));
    }

    @Test
    void whoWithdrawsBetweenTwoAttemptsIsLeftInPeace() throws Exception {
        List<Integer> customers = waves.customers(2);
        Dispatch wave = waves.wave(customers);
        gateway.conduct(StandInGateway.Conduct.IS_BUSY);
        sending.turn("sms");
        holds.set(customers.getFirst(), HoldKind.COMPLAINT, "complained", Optional.empty(), Waves.viewer("compliance"));
        gateway.conduct(StandInGateway.Conduct.ACCEPTS);
        makeDue();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> sending.turn("sms") > 0);
        sendAll();
        assertThat(dispatches.reconcile(wave)).isEqualTo(new Reconciliation(2, 1, 1, 0, 0, 0, 0));
    }

    @Test
    void whatIsRefusedForGoodFailsAndIsTriedAgainByHand() throws Exception {
        Dispatch wave = waves.wave(waves.customers(2));
        gateway.conduct(StandInGateway.Conduct.REFUSES);
        sendAll();
        assertThat(dispatches.reconcile(wave).failed()).isEqualTo(2);
        gateway.conduct(StandInGateway.Conduct.ACCEPTS);
        assertThat(dispatches.retryFailed(wave, Waves.viewer("analyst"))).isEqualTo(2);
        sendAll();
        assertThat(dispatches.reconcile(wave).sent()).isEqualTo(2);
    }

    @Test
    void aKillStopsEverythingUnsentWithinASecond() throws Exception {
        waves.channel("sms", ChannelKind.HTTP, gateway.yaml(40));
        Dispatch wave = waves.wave(waves.customers(60));
        CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> {
            try {
                sendAll();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Awaitility.await().until(() -> gateway.handed().size() >= 5);
        dispatches.kill(wave, "analyst");
        int atTheKill = gateway.handed().size();
        sent.join();
        assertThat(gateway.handed().size() - atTheKill)
                .as("less than a second's worth at 40 a second")
                .isLessThan(40);
        sending.tidy();
        Reconciliation after = dispatches.reconcile(wave);
        assertThat(after.isBalanced()).isTrue();
        assertThat(after.sent()).isEqualTo(gateway.handed().size()).isLessThan(60);
        assertThat(after.withheld()).isEqualTo(60 - after.sent());
        assertThatThrownBy(() -> dispatches.run(wave, "analyst")).isInstanceOf(FaultException.class);
    }

    @Test
    void aPausedWaveGoesOnWhereItStopped() throws Exception {
        waves.channel("sms", ChannelKind.HTTP, gateway.yaml(10));
        Dispatch wave = waves.wave(waves.customers(30));
        sending.turn("sms");
        dispatches.pause(wave, "analyst");
        int before = gateway.handed().size();
        assertThat(sending.turn("sms")).isZero();
        assertThat(gateway.handed()).hasSize(before);
        dispatches.run(wave, "analyst");
        sendAll();
        assertThat(dispatches.reconcile(wave).sent()).isEqualTo(30);
        assertEachOnce(30);
    }

    @Test
    void twoProcessesShareAWaveAndTouchNobodyTwice() throws Exception {
        Dispatch wave = waves.wave(waves.customers(80));
        Sending other = new Sending(outbox, touches, repository, gateways, letters, benefits, clock);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<?>> ends = List.of(both.submit(() -> turns(sending)), both.submit(() -> turns(other)));
            for (Future<?> end : ends) {
                end.get();
            }
        }
        assertThat(dispatches.reconcile(wave).sent()).isEqualTo(80);
        assertEachOnce(80);
    }

    private static Void turns(Sending process) throws InterruptedException {
        while (process.turn("sms") > 0) {}
        return null;
    }

    @Test
    void whatADeadProcessWasAttemptingIsFoundOutAndNotGuessed() throws Exception {
        Dispatch wave = waves.wave(waves.customers(6));
        UUID dead = UUID.randomUUID();
        Outbox.Batch batch = outbox.take("sms", 3, dead).orElseThrow();
        List<QueuedTouch> handedOver = batch.touches().subList(0, 2);
        letters.write(wave.terms(), handedOver)
                .forEach(message -> gateways.of("sms").orElseThrow().gateway().send(message));
        assertThat(dispatches.reconcile(wave)).isEqualTo(new Reconciliation(6, 0, 0, 3, 0, 3, 3));
        sendAll();
        assertThat(sending.tidy()).isEqualTo(3);
        makeDue();
        sending.resolve("sms");
        sendAll();
        assertThat(dispatches.reconcile(wave)).isEqualTo(new Reconciliation(6, 6, 0, 0, 0, 0, 0));
        assertEachOnce(6);
    }

    @Test
    void reportsMayComeTwiceAndInAnyOrder() throws Exception {
        List<Integer> customers = waves.customers(1);
        Dispatch wave = waves.wave(customers);
        gateway.conduct(StandInGateway.Conduct.ACCEPTS_IN_SILENCE);
        sendAll();
        String key = gateway.handed().keySet().iterator().next();
        Instant at = clock.realInstant();
        assertThat(receipts.record("sms", "r2", key, ReceiptEvent.OPENED, at)).isTrue();
        assertThat(receipts.record("sms", "r1", key, ReceiptEvent.DELIVERED, at))
                .isTrue();
        assertThat(receipts.record("sms", "r2", key, ReceiptEvent.OPENED, at)).isFalse();
        assertThat(dispatches.reconcile(wave).sent()).isEqualTo(1);
        assertThat(dispatches.outcomes(wave.terms().campaign())).isEqualTo(Map.of("opened", 1L));
        assertThatThrownBy(() -> receipts.record("email", "r3", key, ReceiptEvent.OPENED, at))
                .hasMessageContaining("RCH-2001");
    }

    @Test
    void whoRefusesByAnswerHasTakenTheirConsentBack() throws Exception {
        List<Integer> customers = waves.customers(1);
        waves.wave(customers);
        sendAll();
        String key = gateway.handed().keySet().iterator().next();
        receipts.record("sms", "refusal", key, ReceiptEvent.REFUSED, clock.realInstant());
        assertThat(consents.answer(customers.getFirst(), ConsentScope.of(ConsentScope.MARKETING, "sms")))
                .isEqualTo(Known.NO);
    }

    @Test
    void outsideItsHoursAChannelIsSilentAndGoesOnAfterwards() throws Exception {
        Dispatch wave = waves.wave(waves.customers(3));
        waves.closeHours();
        try {
            assertThat(sending.turn("sms")).isZero();
            assertThat(dispatches.reconcile(wave)).isEqualTo(new Reconciliation(3, 0, 0, 3, 0, 0, 0));
            assertThat(jdbc.sql("SELECT count(*) FROM contact_entry WHERE campaign = ?")
                            .param(wave.terms().campaign())
                            .query(Long.class)
                            .single())
                    .as("a night costs no rows of the ledger")
                    .isZero();
        } finally {
            waves.openHoursAgain();
        }
        sendAll();
        assertThat(dispatches.reconcile(wave).sent()).isEqualTo(3);
    }

    @Test
    void nobodyIsTouchedBeyondWhatTheCampaignWants() throws Exception {
        Dispatch wave = waves.wave(waves.customers(9), "sms", "95500", 4);
        sendAll();
        Reconciliation after = dispatches.reconcile(wave);
        assertThat(after).isEqualTo(new Reconciliation(9, 4, 5, 0, 0, 0, 0));
    }
}
