package org.yinhang.reach.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yinhang.benefit.Benefit;
import org.yinhang.benefit.BenefitRows;
import org.yinhang.benefit.Grant;
import org.yinhang.benefit.GrantState;
import org.yinhang.benefit.Grants;
import org.yinhang.reach.ChannelKind;
import org.yinhang.reach.Creative;
import org.yinhang.reach.Dispatch;
import org.yinhang.reach.DispatchTerms;
import org.yinhang.reach.PlannedTouch;

/** A message promises what there is, and a promise that never left is taken back. */
class TouchBenefitsIntegrationTests extends SendingSetup {

    @Autowired
    private Grants grants;

    @Autowired
    private Letters letters;

    @Override
    void openChannel() {
        waves.channel("sms", ChannelKind.HTTP, gateway.yaml(1_000));
    }

    @AfterEach
    void forgetBenefits() {
        BenefitRows.of(application).forget();
    }

    private Benefit gift(long stock) {
        BenefitRows rows = BenefitRows.of(application);
        return rows.open(rows.gift(stock, 10, 1_000, 1));
    }

    private Dispatch wave(Benefit benefit, List<Integer> customers) {
        DispatchTerms like = waves.terms("sms", "95500", 1_000);
        Creative said = like.creative();
        Dispatch dispatch = dispatches.open(
                new DispatchTerms(
                        like.campaign(),
                        like.wave(),
                        like.channel(),
                        like.priority(),
                        like.lender(),
                        like.data(),
                        like.limits(),
                        like.sender(),
                        false,
                        new Creative(
                                said.code(),
                                said.version(),
                                said.subject(),
                                "【引航】{name}，凭{code}领{benefit}，{until}前有效，拒收请回复R",
                                said.madeBy(),
                                said.approvedBy(),
                                said.checkedBy(),
                                0),
                        like.offer(),
                        like.product(),
                        like.caps(),
                        like.cost(),
                        like.budget(),
                        like.most(),
                        Optional.of(benefit.terms().code())),
                "analyst");
        dispatches.queue(dispatch, customers.stream().map(PlannedTouch::of).toList());
        dispatches.run(dispatch, "analyst");
        return dispatches.find(dispatch.id()).orElseThrow();
    }

    private void sendAll() throws InterruptedException {
        while (sending.turn("sms") > 0) {}
    }

    private Benefit now(Benefit benefit) {
        return BenefitRows.of(application).now(benefit);
    }

    @Test
    void whoComesTooLateGetsNoMessageThatPromisesWhatThereIsNot() throws Exception {
        Benefit benefit = gift(3);
        Dispatch wave = wave(benefit, waves.customers(5));
        sendAll();
        assertThat(dispatches.reconcile(wave).sent()).isEqualTo(3);
        assertThat(dispatches.reasons(wave.terms().campaign())).containsEntry("CAPACITY_REACHED", 2L);
        assertThat(now(benefit).promised()).isEqualTo(3);
        assertThat(now(benefit).left()).isZero();
    }

    @Test
    void everyMessageNamesItsOwnCode() throws Exception {
        Benefit benefit = gift(10);
        List<Integer> customers = waves.customers(2);
        Dispatch wave = wave(benefit, customers);
        sendAll();
        List<QueuedTouch> sent = jdbc.sql("SELECT id, customer FROM touch WHERE dispatch = ? ORDER BY id")
                .param(wave.id())
                .query((row, _) -> new QueuedTouch(
                        row.getLong("id"), row.getInt("customer"), Optional.empty(), 1, Optional.empty()))
                .list();
        assertThat(letters.write(wave.terms(), sent)).hasSize(2).allSatisfy(message -> {
            Grant grant = grants.ofCustomer(message.customer()).getFirst();
            assertThat(message.text())
                    .contains(grant.token(), "保温杯", grant.lastDay().toString())
                    .doesNotContain("{");
        });
    }

    @Test
    void whatAGatewayWouldNotTakeIsTakenBack() throws Exception {
        Benefit benefit = gift(10);
        gateway.conduct(StandInGateway.Conduct.REFUSES);
        Dispatch wave = wave(benefit, waves.customers(4));
        sendAll();
        assertThat(dispatches.reconcile(wave).failed()).isEqualTo(4);
        assertThat(now(benefit).promised()).isZero();
        gateway.conduct(StandInGateway.Conduct.ACCEPTS);
        assertThat(dispatches.retryFailed(wave, Waves.viewer("analyst"))).isEqualTo(4);
        sendAll();
        assertThat(dispatches.reconcile(wave).sent()).isEqualTo(4);
        assertThat(now(benefit).promised()).isEqualTo(4);
        assertThat(jdbc.sql("SELECT DISTINCT state FROM benefit_grant WHERE benefit = ?")
                        .param(benefit.id())
                        .query((row, _) -> GrantState.of(row.getString(1)))
                        .list())
                .containsExactly(GrantState.HELD);
    }

    private void makeDue() {
        jdbc.sql("UPDATE touch SET due_at = due_at - INTERVAL '1 day' WHERE state = 'pending'")
                .update();
    }

    @Test
    void whatAKilledCampaignDidNotSendItDoesNotPromise() throws Exception {
        Benefit benefit = gift(10);
        gateway.conduct(StandInGateway.Conduct.IS_BUSY);
        Dispatch wave = wave(benefit, waves.customers(4));
        sendAll();
        assertThat(now(benefit).promised()).as("to be tried again").isEqualTo(4);
        dispatches.kill(wave, "analyst");
        sending.tidy();
        assertThat(dispatches.reconcile(wave).withheld()).isEqualTo(4);
        assertThat(now(benefit).promised()).isZero();
    }

    @Test
    void aMessageTriedAgainAfterItsPromiseRanOutPromisesAnew() throws Exception {
        Benefit benefit = gift(10);
        List<Integer> customers = waves.customers(1);
        gateway.conduct(StandInGateway.Conduct.IS_BUSY);
        Dispatch wave = wave(benefit, customers);
        sendAll();
        jdbc.sql("UPDATE benefit_grant SET last_day = ? WHERE benefit = ?")
                .params(clock.today().minusDays(1), benefit.id())
                .update();
        gateway.conduct(StandInGateway.Conduct.ACCEPTS);
        openChannel();
        makeDue();
        sendAll();
        assertThat(dispatches.reconcile(wave).sent()).isEqualTo(1);
        assertThat(grants.open(customers.getFirst())).singleElement().satisfies(grant -> assertThat(grant.lastDay())
                .isAfter(clock.today()));
        assertThat(now(benefit).promised()).isEqualTo(1);
    }

    @Test
    void termsFromBeforeBenefitsPromiseNothing() {
        Dispatch wave = waves.wave(waves.customers(1));
        jdbc.sql("UPDATE dispatch SET terms = terms - 'benefit' WHERE id = ?")
                .param(wave.id())
                .update();
        assertThat(dispatches.find(wave.id()).orElseThrow().terms().benefit()).isEmpty();
    }
}
