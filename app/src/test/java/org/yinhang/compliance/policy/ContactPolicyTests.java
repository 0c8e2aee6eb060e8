package org.yinhang.compliance.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinhang.compliance.policy.ConsentScope.ANY;
import static org.yinhang.compliance.policy.ConsentScope.MARKETING;
import static org.yinhang.compliance.policy.TouchFixture.AFTERNOON;
import static org.yinhang.compliance.policy.TouchFixture.DAY;
import static org.yinhang.compliance.policy.TouchFixture.LIMITS;
import static org.yinhang.compliance.policy.TouchFixture.message;
import static org.yinhang.compliance.policy.TouchFixture.no;
import static org.yinhang.compliance.policy.TouchFixture.offer;
import static org.yinhang.compliance.policy.TouchFixture.tokens;
import static org.yinhang.compliance.policy.TouchFixture.willing;
import static org.yinhang.compliance.policy.TouchFixture.yes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yinhang.compliance.GuardSettings;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.compliance.Strength;
import org.yinhang.core.loan.cost.AnnualCost;
import org.yinhang.core.unit.Money;

/** The fifteen guards one by one, each by a touch that differs from a welcome one in a single thing. */
class ContactPolicyTests {

    @Test
    void clearsATouchNothingStandsAgainst() {
        assertThat(tokens(message(), willing(), AFTERNOON)).isEmpty();
    }

    @Test
    void guard1RefusesWithoutAuthorityToProcess() {
        assertThat(tokens(message(), Facts.authority(Known.NO), AFTERNOON)).containsExactly("NO_AUTHORITY");
        assertThat(tokens(message(), Facts.authority(Known.UNKNOWN), AFTERNOON))
                .containsExactly("NO_AUTHORITY:unknown");
    }

    @Test
    void guard2RefusesSilenceAndAsksSensitiveDataAndPartnersApart() {
        assertThat(tokens(message(), Facts.answers(List.of()), AFTERNOON))
                .containsExactly("NO_MARKETING_CONSENT", "CHANNEL_NOT_CONSENTED");
        Touch sensitive = Touches.data(new DataUse(true, true, false, Optional.of("dealer")));
        assertThat(tokens(sensitive, willing(), AFTERNOON))
                .containsExactly("NO_SENSITIVE_CONSENT", "NO_SHARING_CONSENT");
        StatedFacts agreed = Facts.answers(List.of(
                yes(ConsentScope.of(MARKETING, ANY), 1),
                yes(new ConsentScope(MARKETING, ConsentScope.SENSITIVE, "", ANY), 1),
                yes(new ConsentScope(ConsentScope.SHARING, ANY, "dealer", ANY), 1)));
        assertThat(tokens(sensitive, agreed, AFTERNOON)).isEmpty();
    }

    @Test
    void guard3LetsTheNeutralTouchPassToWhoRefusedAutomatedDecisions() {
        StatedFacts refused = Facts.refusedAutomation(Known.YES);
        assertThat(tokens(message(), refused, AFTERNOON)).containsExactly("AUTOMATED_DECISION_OPT_OUT");
        assertThat(tokens(Touches.data(DataUse.NEUTRAL), refused, AFTERNOON)).isEmpty();
    }

    @Test
    void guard4KeepsEveryHold() {
        Map<HoldKind, Known> all = Map.of(
                HoldKind.COMPLAINT, Known.YES,
                HoldKind.COLLECTIONS, Known.YES,
                HoldKind.DECEASED, Known.YES,
                HoldKind.MINOR, Known.YES,
                HoldKind.MANUAL, Known.YES);
        assertThat(tokens(message(), Facts.holds(all), AFTERNOON))
                .containsExactly("COMPLAINT_OPEN", "LOAN_OVERDUE", "DECEASED", "MINOR", "BLOCKED");
        assertThat(tokens(message(), Facts.holds(Map.of()), AFTERNOON)).allMatch(token -> token.endsWith(":unknown"));
        assertThat(tokens(message(), Facts.age(OptionalInt.of(17)), AFTERNOON)).containsExactly("MINOR");
        assertThat(tokens(message(), Facts.age(OptionalInt.empty()), AFTERNOON)).containsExactly("MINOR:unknown");
    }

    @Test
    void guard5NeedsAnAdmissionAndTheCampaignsAges() {
        assertThat(tokens(Touches.admission(Optional.empty()), willing(), AFTERNOON))
                .containsExactly("NOT_ADMITTED:unknown");
        assertThat(tokens(Touches.admission(Optional.of(new Admission(false, false, "p1"))), willing(), AFTERNOON))
                .containsExactly("NOT_ADMITTED", "NOT_SUITABLE");
        assertThat(tokens(message(), Facts.age(OptionalInt.of(66)), AFTERNOON)).containsExactly("AGE_OUT_OF_RANGE");
    }

    @Test
    void guard6TakesNoCreditAuthorisationForMarketing() {
        Touch bureau = Touches.data(new DataUse(true, false, true, Optional.empty()));
        StatedFacts forCredit = Facts.answers(
                List.of(yes(ConsentScope.of(MARKETING, ANY), 1), yes(ConsentScope.of(ConsentScope.BUREAU, ANY), 1)));
        assertThat(tokens(bureau, forCredit, AFTERNOON)).containsExactly("NO_BUREAU_AUTHORISATION");
        StatedFacts forMarketing = Facts.answers(List.of(
                yes(ConsentScope.of(MARKETING, ANY), 1),
                yes(new ConsentScope(MARKETING, ConsentScope.BUREAU_DATA, "", ANY), 1)));
        assertThat(tokens(bureau, forMarketing, AFTERNOON)).isEmpty();
    }

    @Test
    void guard7RefusesAboveTheCapWithoutACapAndWithoutAPrice() {
        assertThat(tokens(Touches.price(Optional.of(offer("0.24"))), willing(), AFTERNOON))
                .isEmpty();
        assertThat(tokens(Touches.price(Optional.of(offer("0.240001"))), willing(), AFTERNOON))
                .containsExactly("COST_ABOVE_CAP");
        PricedOffer uncapped = new PricedOffer(offer("0.05").cost(), List.of());
        assertThat(tokens(Touches.price(Optional.of(uncapped)), willing(), AFTERNOON))
                .containsExactly("COST_ABOVE_CAP:unknown");
        PricedOffer rateless = new PricedOffer(
                new AnnualCost.Absent(AnnualCost.Reason.NO_RATE), offer("0.05").caps());
        assertThat(tokens(Touches.price(Optional.of(rateless)), willing(), AFTERNOON))
                .containsExactly("COST_ABOVE_CAP:unknown");
        assertThat(tokens(Touches.price(Optional.empty()), willing(), AFTERNOON))
                .containsExactly("COST_ABOVE_CAP:unknown");
    }

    @Test
    void guard8RefusesCopyOfItsMakerAloneFlawedOrCheckedByAnOldList() {
        assertThat(tokens(Touches.copy(new Copy("t", "a", Optional.of("a"), "words 0", 0)), willing(), AFTERNOON))
                .containsExactly("CREATIVE_NOT_APPROVED");
        assertThat(tokens(Touches.copy(new Copy("t", "a", Optional.of("b"), "words 0", 2)), willing(), AFTERNOON))
                .containsExactly("COPY_REFUSED");
        assertThat(tokens(Touches.copy(new Copy("t", "a", Optional.of("b"), "words -1", 0)), willing(), AFTERNOON))
                .containsExactly("COPY_REFUSED:unknown");
    }

    @Test
    void guard9AsksTheRegisterAndTheRoleOfWhoActs() {
        assertThat(tokens(Touches.sender(Optional.of("106900"), Optional.empty()), willing(), AFTERNOON))
                .containsExactly("SENDER_NOT_REGISTERED");
        assertThat(tokens(Touches.sender(Optional.empty(), Optional.empty()), willing(), AFTERNOON))
                .containsExactly("SENDER_NOT_REGISTERED:unknown");
        Optional<StaffMember> manager = Optional.of(new StaffMember("S1", "account_manager"));
        assertThat(tokens(Touches.call(manager), willing(), AFTERNOON)).isEmpty();
        assertThat(tokens(Touches.call(Optional.of(new StaffMember("S2", "credit_operator"))), willing(), AFTERNOON))
                .containsExactly("STAFF_NOT_AUTHORISED");
        assertThat(tokens(Touches.call(Optional.empty()), willing(), AFTERNOON))
                .containsExactly("STAFF_NOT_AUTHORISED:unknown");
        assertThat(tokens(Touches.call(manager), willing(), Instant.parse("2027-01-04T06:00:00Z")))
                .containsExactly("SENDER_NOT_REGISTERED");
    }

    @Test
    void guard10HoldsTheClosestAnswerAndAnyLaterWithdrawal() {
        ConsentScope sms = ConsentScope.of(MARKETING, "sms");
        ConsentScope all = ConsentScope.of(MARKETING, ANY);
        assertThat(tokens(message(), Facts.answers(List.of(yes(all, 5), no(sms, 1))), AFTERNOON))
                .as("a channel's own refusal outlives a later general yes")
                .containsExactly("CHANNEL_NOT_CONSENTED");
        assertThat(tokens(message(), Facts.answers(List.of(no(all, 1), yes(sms, 2))), AFTERNOON))
                .isEmpty();
        assertThat(tokens(message(), Facts.answers(List.of(yes(sms, 1), no(all, 2))), AFTERNOON))
                .as("a later general withdrawal takes everything back")
                .containsExactly("NO_MARKETING_CONSENT", "CHANNEL_NOT_CONSENTED");
        assertThat(tokens(message(), Facts.answers(List.of(yes(ConsentScope.of(MARKETING, "call"), 1))), AFTERNOON))
                .containsExactly("CHANNEL_NOT_CONSENTED");
    }

    @Test
    void guard11KeepsQuietHoursHolidaysAndUnknownDays() {
        assertThat(tokens(message(), willing(), Instant.parse("2026-11-18T00:00:00Z")))
                .isEmpty();
        assertThat(tokens(message(), willing(), Instant.parse("2026-11-17T23:59:59Z")))
                .containsExactly("QUIET_HOURS");
        assertThat(tokens(message(), willing(), Instant.parse("2026-11-18T13:00:00Z")))
                .containsExactly("QUIET_HOURS");
        Touch call = Touches.call(Optional.of(new StaffMember("S1", "account_manager")));
        assertThat(tokens(call, willing(), Instant.parse("2026-10-01T06:00:00Z")))
                .containsExactly("HOLIDAY");
        assertThat(tokens(message(), willing(), Instant.parse("2031-03-05T06:00:00Z")))
                .containsExactly("QUIET_HOURS:unknown");
    }

    @Test
    void guard12CountsEveryCampaignAndCoolsDownAfterARefusal() {
        int today = (int) DAY.toEpochDay();
        assertThat(tokens(message(), Facts.touches(List.of(new PastTouch("call", "other", today))), AFTERNOON))
                .containsExactly("FREQUENCY_CAP_REACHED");
        assertThat(tokens(message(), Facts.touches(List.of(new PastTouch("call", "other", today - 1))), AFTERNOON))
                .isEmpty();
        assertThat(tokens(message(), Facts.refusedLast(Known.YES, OptionalInt.of(29)), AFTERNOON))
                .containsExactly("COOL_DOWN_AFTER_REFUSAL");
        assertThat(tokens(message(), Facts.refusedLast(Known.YES, OptionalInt.of(30)), AFTERNOON))
                .isEmpty();
        assertThat(tokens(message(), Facts.refusedLast(Known.YES, OptionalInt.empty()), AFTERNOON))
                .containsExactly("COOL_DOWN_AFTER_REFUSAL:unknown");
        GuardSettings one = new GuardSettings(Optional.empty(), 18, 65, 1, 0, false, 14);
        List<PastTouch> before = List.of(new PastTouch("sms", "c1", today - 10));
        assertThat(tokens(Touches.limits(one), Facts.touches(before), AFTERNOON))
                .containsExactly("ATTEMPTS_EXHAUSTED", "CONTACTED_RECENTLY");
    }

    @Test
    void guard13LeavesTheCustomerToOthersAndToControlGroups() {
        assertThat(tokens(Touches.conflict(Optional.of(new Conflict.Outranked("c2"))), willing(), AFTERNOON))
                .containsExactly("OUTRANKED");
        assertThat(tokens(Touches.conflict(Optional.of(new Conflict.HeldOut("h"))), willing(), AFTERNOON))
                .containsExactly("HELD_OUT");
        assertThat(tokens(Touches.conflict(Optional.empty()), willing(), AFTERNOON))
                .containsExactly("OUTRANKED:unknown");
    }

    @Test
    void guard14NeedsRoomInCapacityAndBudget() {
        CapacityLeft full = new CapacityLeft(0, Money.ofFen(100), Money.ofFen(1));
        CapacityLeft poor = new CapacityLeft(9, Money.ofFen(4), Money.ofFen(5));
        assertThat(tokens(Touches.capacity(Optional.of(full)), willing(), AFTERNOON))
                .containsExactly("CAPACITY_REACHED");
        assertThat(tokens(Touches.capacity(Optional.of(poor)), willing(), AFTERNOON))
                .containsExactly("CAPACITY_REACHED");
        assertThat(tokens(Touches.capacity(Optional.empty()), willing(), AFTERNOON))
                .containsExactly("CAPACITY_REACHED:unknown");
    }

    @Test
    void guard15NeedsTheLedgerOpen() {
        assertThat(tokens(message(), Facts.evidence(Known.NO), AFTERNOON)).containsExactly("EVIDENCE_MISSING");
        assertThat(tokens(message().to(8, " "), willing(), AFTERNOON)).containsExactly("EVIDENCE_MISSING");
    }

    @Test
    void aGuardThatFailsRefusesUnderItsOwnCode() {
        Guard broken = new Guard() {
            @Override
            public GuardCard card() {
                return new GuardCard(
                        12, Stage.CHOOSING, "", "", "", Strength.CUSTOM, List.of(ReasonCode.FREQUENCY_CAP_REACHED));
            }

            @Override
            public void check(GuardCase asked, Refusals refusals) {
                throw new IllegalStateException("the ledger is gone");
            }
        };
        Verdict verdict = new ContactPolicy(List.of(broken))
                .decide(new GuardCase(message(), willing(), AFTERNOON, TouchFixture.RULES, Stage.CHOOSING));
        assertThat(verdict.reasons()).extracting(Refusal::token).containsExactly("FREQUENCY_CAP_REACHED:failed");
    }

    @Test
    void aConsentWaiverNeverSends() {
        GuardSettings waived = new GuardSettings(Optional.of("replay"), 18, 65, Integer.MAX_VALUE, 0, false, 0);
        GuardCase choosing = new GuardCase(
                Touches.limits(waived), Facts.answers(List.of()), AFTERNOON, TouchFixture.RULES, Stage.OFFERING);
        assertThat(ContactPolicy.standard().decide(choosing).isCleared()).isTrue();
        assertThat(tokens(Touches.limits(waived), Facts.answers(List.of()), AFTERNOON))
                .containsExactly("NO_MARKETING_CONSENT", "CHANNEL_NOT_CONSENTED");
    }

    @Test
    void fifteenGuardsStandInOrderAndEveryCodeBelongsToOneOfThem() {
        List<Guard> guards = ContactPolicy.standard().guards();
        assertThat(guards)
                .extracting(guard -> guard.card().number())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 15).boxed().toList());
        List<ReasonCode> codes =
                guards.stream().flatMap(guard -> guard.card().codes().stream()).toList();
        assertThat(codes).doesNotHaveDuplicates();
        for (Guard guard : guards) {
            assertThat(guard.card().codes())
                    .allMatch(code -> code.guard() == guard.card().number());
        }
        assertThat(codes)
                .as("what no guard gives is economics")
                .hasSize(ReasonCode.values().length - 1)
                .doesNotContain(ReasonCode.NO_POSITIVE_VALUE);
        assertThat(LIMITS.consentWaiver()).isEmpty();
    }
}
