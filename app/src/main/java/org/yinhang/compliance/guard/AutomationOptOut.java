package org.yinhang.compliance.guard;

import java.util.List;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.compliance.Strength;
import org.yinhang.compliance.policy.Guard;
import org.yinhang.compliance.policy.GuardCard;
import org.yinhang.compliance.policy.GuardCase;
import org.yinhang.compliance.policy.Refusals;
import org.yinhang.compliance.policy.Stage;

/** A personalised touch is refused to who refused automated decisions; a neutral one passes: the opt-out is not silence. */
final class AutomationOptOut implements Guard {

    private static final GuardCard CARD = new GuardCard(
            3,
            Stage.CHOOSING,
            "已拒绝自动化决策者只收中性方案",
            "Who refused automated decisions gets neutral offers only.",
            "PIPL 24",
            Strength.PRIMARY,
            List.of(ReasonCode.AUTOMATED_DECISION_OPT_OUT));

    @Override
    public GuardCard card() {
        return CARD;
    }

    @Override
    public void check(GuardCase asked, Refusals refusals) {
        if (asked.touch().data().personalised()) {
            refusals.when(asked.facts().refusedAutomation(), ReasonCode.AUTOMATED_DECISION_OPT_OUT);
        }
    }
}
