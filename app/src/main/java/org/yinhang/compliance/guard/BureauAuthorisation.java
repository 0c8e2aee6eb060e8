package org.yinhang.compliance.guard;

import java.util.List;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.compliance.Strength;
import org.yinhang.compliance.policy.ConsentScope;
import org.yinhang.compliance.policy.Guard;
import org.yinhang.compliance.policy.GuardCard;
import org.yinhang.compliance.policy.GuardCase;
import org.yinhang.compliance.policy.Refusals;
import org.yinhang.compliance.policy.Stage;

/** Bureau data may be used for marketing only where the customer agreed to exactly that; an authorisation for credit decisions is none for marketing. */
final class BureauAuthorisation implements Guard {

    private static final GuardCard CARD = new GuardCard(
            6,
            Stage.CHOOSING,
            "使用征信信息须有书面授权且仅限约定用途",
            "Bureau data only with written authorisation for this purpose",
            "Credit Reporting Regulation 18-20",
            Strength.PRIMARY,
            List.of(ReasonCode.NO_BUREAU_AUTHORISATION));

    @Override
    public GuardCard card() {
        return CARD;
    }

    @Override
    public void check(GuardCase asked, Refusals refusals) {
        if (asked.touch().data().bureau()) {
            ConsentScope question = new ConsentScope(
                    ConsentScope.MARKETING,
                    ConsentScope.BUREAU_DATA,
                    "",
                    asked.touch().channel());
            refusals.unless(asked.facts().consentNaming(question), ReasonCode.NO_BUREAU_AUTHORISATION);
        }
    }
}
