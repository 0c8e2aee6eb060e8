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

/** The annual cost, everything counted, stays within every cap in force on the day; without a price or a cap the offer is refused. */
final class CostCapOnTheDay implements Guard {

    private static final GuardCard CARD = new GuardCard(
            7,
            Stage.OFFERING,
            "当日综合融资成本不超上限",
            "All-in cost within the cap of the day",
            "NFRA 2026-2, NFRA 2025-9",
            Strength.SECONDARY,
            List.of(ReasonCode.COST_ABOVE_CAP));

    @Override
    public GuardCard card() {
        return CARD;
    }

    @Override
    public void check(GuardCase asked, Refusals refusals) {
        refusals.unless(
                asked.touch()
                        .price()
                        .map(price -> price.isWithinCaps(asked.day()))
                        .orElse(Known.UNKNOWN),
                ReasonCode.COST_ABOVE_CAP);
    }
}
