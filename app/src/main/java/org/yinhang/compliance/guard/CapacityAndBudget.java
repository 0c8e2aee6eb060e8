package org.yinhang.compliance.guard;

import java.util.List;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.compliance.Strength;
import org.yinhang.compliance.policy.Guard;
import org.yinhang.compliance.policy.GuardCard;
import org.yinhang.compliance.policy.GuardCase;
import org.yinhang.compliance.policy.Known;
import org.yinhang.compliance.policy.Refusals;
import org.yinhang.compliance.policy.Stage;

/** The channel can carry it and the budget pays for it. */
final class CapacityAndBudget implements Guard {

    private static final GuardCard CARD = new GuardCard(
            14,
            Stage.SENDING,
            "渠道产能与预算尚有余量",
            "Capacity and budget left",
            "Campaign policy",
            Strength.CUSTOM,
            List.of(ReasonCode.CAPACITY_REACHED));

    @Override
    public GuardCard card() {
        return CARD;
    }

    @Override
    public void check(GuardCase asked, Refusals refusals) {
        refusals.unless(
                asked.touch().capacity().map(left -> Known.of(left.isEnough())).orElse(Known.UNKNOWN),
                ReasonCode.CAPACITY_REACHED);
    }
}
