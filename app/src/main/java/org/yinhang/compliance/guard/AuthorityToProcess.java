package org.yinhang.compliance.guard;

import java.util.List;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.compliance.Strength;
import org.yinhang.compliance.policy.Guard;
import org.yinhang.compliance.policy.GuardCard;
import org.yinhang.compliance.policy.GuardCase;
import org.yinhang.compliance.policy.Refusals;
import org.yinhang.compliance.policy.Stage;

/** Nobody is processed without a contract or consent to processing. */
final class AuthorityToProcess implements Guard {

    private static final GuardCard CARD = new GuardCard(
            1,
            Stage.CHOOSING,
            "是否有处理其个人信息的依据",
            "Is there a lawful basis to process their data?",
            "PIPL 13",
            Strength.PRIMARY,
            List.of(ReasonCode.NO_AUTHORITY));

    @Override
    public GuardCard card() {
        return CARD;
    }

    @Override
    public void check(GuardCase asked, Refusals refusals) {
        refusals.unless(asked.facts().authority(), ReasonCode.NO_AUTHORITY);
    }
}
