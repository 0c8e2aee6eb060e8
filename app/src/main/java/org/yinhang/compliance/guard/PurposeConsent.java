package org.yinhang.compliance.guard;

import java.util.List;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.compliance.Strength;
import org.yinhang.compliance.policy.ConsentScope;
import org.yinhang.compliance.policy.DataUse;
import org.yinhang.compliance.policy.Guard;
import org.yinhang.compliance.policy.GuardCard;
import org.yinhang.compliance.policy.GuardCase;
import org.yinhang.compliance.policy.Refusals;
import org.yinhang.compliance.policy.Stage;

/** Marketing needs consent; sensitive data and every recipient need one of their own. A written waiver, as for a replay of published data, holds while planning and never for sending. */
final class PurposeConsent implements Guard {

    private static final GuardCard CARD = new GuardCard(
            2,
            Stage.CHOOSING,
            "是否同意营销及所用数据、接收方",
            "Did they consent to marketing, to the data used and to who gets them?",
            "PIPL 13-16, 21, 23, 28-29",
            Strength.PRIMARY,
            List.of(ReasonCode.NO_MARKETING_CONSENT, ReasonCode.NO_SENSITIVE_CONSENT, ReasonCode.NO_SHARING_CONSENT));

    @Override
    public GuardCard card() {
        return CARD;
    }

    @Override
    public void check(GuardCase asked, Refusals refusals) {
        boolean isWaived = asked.touch().limits().consentWaiver().isPresent() && !asked.hasReached(Stage.SENDING);
        if (isWaived) {
            return;
        }
        refusals.unless(
                asked.facts()
                        .consentAnywhere(ConsentScope.of(
                                ConsentScope.MARKETING, asked.touch().channel())),
                ReasonCode.NO_MARKETING_CONSENT);
        DataUse data = asked.touch().data();
        if (data.sensitive()) {
            ConsentScope sensitive = new ConsentScope(
                    ConsentScope.MARKETING,
                    ConsentScope.SENSITIVE,
                    "",
                    asked.touch().channel());
            refusals.unless(asked.facts().consentNaming(sensitive), ReasonCode.NO_SENSITIVE_CONSENT);
        }
        if (data.recipient().isPresent()) {
            ConsentScope shared = new ConsentScope(
                    ConsentScope.SHARING, ConsentScope.ANY, data.recipient().get(), ConsentScope.ANY);
            refusals.unless(asked.facts().consent(shared), ReasonCode.NO_SHARING_CONSENT);
        }
    }
}
