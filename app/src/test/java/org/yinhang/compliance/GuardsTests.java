package org.yinhang.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class GuardsTests {

    private static final GuardSettings STRICT = new GuardSettings(Optional.empty(), 20, 60, 3, 30, false, 7);

    private static GuardSubject willing() {
        return new GuardSubject(
                Map.of("", true), false, false, false, false, OptionalInt.of(35), 1, false, OptionalInt.empty());
    }

    private static GuardSubject refusedBefore(OptionalInt days) {
        return new GuardSubject(Map.of("", true), false, false, false, false, OptionalInt.of(35), 1, true, days);
    }

    @Test
    void letsAWillingCustomerPass() {
        assertThat(new Guards(STRICT).refusals(willing())).isEmpty();
    }

    @Test
    void refusesWhoNeverConsented() {
        GuardSubject silent = new GuardSubject(
                Map.of(), false, false, false, false, OptionalInt.of(35), 1, false, OptionalInt.empty());
        assertThat(new Guards(STRICT).refusals(silent)).containsExactly(ReasonCode.NO_MARKETING_CONSENT);
    }

    @Test
    void takesAChannelsOwnAnswerBeforeTheGeneralOne() {
        GuardSubject noCalls = new GuardSubject(
                Map.of("", true, "call", false),
                false,
                false,
                false,
                false,
                OptionalInt.of(35),
                1,
                false,
                OptionalInt.empty());
        Guards guards = new Guards(STRICT);
        assertThat(guards.allowsChannel(noCalls, "call")).isFalse();
        assertThat(guards.allowsChannel(noCalls, "sms")).isTrue();
    }

    @Test
    void keepsEveryReasonOfARefusal() {
        GuardSubject everything =
                new GuardSubject(Map.of(), true, true, true, true, OptionalInt.of(17), 4, true, OptionalInt.of(2));
        assertThat(new Guards(STRICT).refusals(everything))
                .containsExactly(
                        ReasonCode.NO_MARKETING_CONSENT,
                        ReasonCode.AUTOMATED_DECISION_OPT_OUT,
                        ReasonCode.COMPLAINT_OPEN,
                        ReasonCode.LOAN_OVERDUE,
                        ReasonCode.DECEASED,
                        ReasonCode.MINOR,
                        ReasonCode.ATTEMPTS_EXHAUSTED,
                        ReasonCode.COOL_DOWN_AFTER_REFUSAL,
                        ReasonCode.CONTACTED_RECENTLY);
    }

    @Test
    void treatsAnUnknownAgeAsAMinor() {
        GuardSubject ageless = new GuardSubject(
                Map.of("", true), false, false, false, false, OptionalInt.empty(), 1, false, OptionalInt.empty());
        assertThat(new Guards(STRICT).refusals(ageless)).containsExactly(ReasonCode.MINOR);
    }

    @Test
    void refusesAnAgeOutsideTheRange() {
        GuardSubject old = new GuardSubject(
                Map.of("", true), false, false, false, false, OptionalInt.of(61), 1, false, OptionalInt.empty());
        assertThat(new Guards(STRICT).refusals(old)).containsExactly(ReasonCode.AGE_OUT_OF_RANGE);
    }

    @Test
    void failsClosedWhenTheDayOfARefusalIsUnknown() {
        assertThat(new Guards(STRICT).refusals(refusedBefore(OptionalInt.empty())))
                .containsExactly(ReasonCode.COOL_DOWN_AFTER_REFUSAL);
        GuardSettings lenient = new GuardSettings(Optional.empty(), 20, 60, 3, 30, true, 7);
        assertThat(new Guards(lenient).refusals(refusedBefore(OptionalInt.empty())))
                .isEmpty();
    }

    @Test
    void endsTheCoolDownOnItsLastDay() {
        Guards guards = new Guards(STRICT);
        assertThat(guards.refusals(refusedBefore(OptionalInt.of(29)))).contains(ReasonCode.COOL_DOWN_AFTER_REFUSAL);
        assertThat(guards.refusals(refusedBefore(OptionalInt.of(30)))).isEmpty();
    }
}
