package org.yinhang.compliance.guard;

import java.util.List;
import java.util.OptionalInt;
import org.yinhang.compliance.GuardSettings;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.compliance.Strength;
import org.yinhang.compliance.policy.CustomerFacts;
import org.yinhang.compliance.policy.Guard;
import org.yinhang.compliance.policy.GuardCard;
import org.yinhang.compliance.policy.GuardCase;
import org.yinhang.compliance.policy.Known;
import org.yinhang.compliance.policy.Refusals;
import org.yinhang.compliance.policy.Stage;
import org.yinhang.compliance.rules.FrequencyCap;

/** No more touches than the caps of the bank and of the campaign allow, none in the cool-down after a refusal. */
final class Frequency implements Guard {

    private static final GuardCard CARD = new GuardCard(
            12,
            Stage.CHOOSING,
            "频次、冷静期与活动间隔(跨全部活动)",
            "Frequency, cool-down and distance, across all campaigns",
            "Bank policy; Advertising Law 43",
            Strength.CUSTOM,
            List.of(
                    ReasonCode.FREQUENCY_CAP_REACHED,
                    ReasonCode.ATTEMPTS_EXHAUSTED,
                    ReasonCode.COOL_DOWN_AFTER_REFUSAL,
                    ReasonCode.CONTACTED_RECENTLY));

    @Override
    public GuardCard card() {
        return CARD;
    }

    @Override
    public void check(GuardCase asked, Refusals refusals) {
        attempts(asked, refusals);
        coolDown(asked, refusals);
        distance(asked, refusals);
        if (asked.hasReached(Stage.OFFERING)) {
            caps(asked, refusals);
        }
    }

    private static void attempts(GuardCase asked, Refusals refusals) {
        int most = asked.touch().limits().maximumAttempts();
        if (most == Integer.MAX_VALUE) {
            return;
        }
        OptionalInt attempts = asked.facts().attempts(asked.touch().campaign());
        if (attempts.isEmpty()) {
            refusals.unknown(ReasonCode.ATTEMPTS_EXHAUSTED);
        } else if (attempts.getAsInt() >= most) {
            refusals.refuse(ReasonCode.ATTEMPTS_EXHAUSTED);
        }
    }

    private static void coolDown(GuardCase asked, Refusals refusals) {
        GuardSettings limits = asked.touch().limits();
        int days = Math.max(limits.coolDownDays(), asked.rules().frequency().coolDownDays());
        CustomerFacts facts = asked.facts();
        if (days == 0 || facts.refusedLast() == Known.NO) {
            return;
        }
        if (facts.refusedLast() == Known.UNKNOWN || facts.daysSinceRefusal().isEmpty()) {
            boolean isForgiven = limits.contactWhenUnknown() && !asked.hasReached(Stage.SENDING);
            if (!isForgiven) {
                refusals.unknown(ReasonCode.COOL_DOWN_AFTER_REFUSAL);
            }
        } else if (facts.daysSinceRefusal().getAsInt() < days) {
            refusals.refuse(ReasonCode.COOL_DOWN_AFTER_REFUSAL);
        }
    }

    private static void distance(GuardCase asked, Refusals refusals) {
        int days = Math.max(
                asked.touch().limits().daysBetweenContacts(),
                asked.rules().frequency().daysBetweenCampaigns());
        CustomerFacts facts = asked.facts();
        if (days == 0 || facts.touchedBefore() == Known.NO) {
            return;
        }
        if (facts.touchedBefore() == Known.UNKNOWN || facts.daysSinceLast().isEmpty()) {
            refusals.unknown(ReasonCode.CONTACTED_RECENTLY);
        } else if (facts.daysSinceLast().getAsInt() < days) {
            refusals.refuse(ReasonCode.CONTACTED_RECENTLY);
        }
    }

    private static void caps(GuardCase asked, Refusals refusals) {
        for (FrequencyCap cap : asked.rules().frequency().caps()) {
            if (!cap.concerns(asked.touch().channel())) {
                continue;
            }
            OptionalInt touches = asked.facts().touches(cap.channel(), cap.days());
            if (touches.isEmpty()) {
                refusals.unknown(ReasonCode.FREQUENCY_CAP_REACHED);
            } else if (touches.getAsInt() >= cap.most()) {
                refusals.refuse(ReasonCode.FREQUENCY_CAP_REACHED);
            }
        }
    }
}
