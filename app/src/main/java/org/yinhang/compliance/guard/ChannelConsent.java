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

/** Nobody is approached through a channel they did not agree to or have refused. */
final class ChannelConsent implements Guard {

    private static final GuardCard CARD = new GuardCard(
            10,
            Stage.OFFERING,
            "是否同意该渠道",
            "Did they consent to this channel?",
            "Advertising Law 43; Consumer Law 29",
            Strength.PRIMARY,
            List.of(ReasonCode.CHANNEL_NOT_CONSENTED));

    @Override
    public GuardCard card() {
        return CARD;
    }

    @Override
    public void check(GuardCase asked, Refusals refusals) {
        boolean isWaived = asked.touch().limits().consentWaiver().isPresent() && !asked.hasReached(Stage.SENDING);
        if (!isWaived) {
            refusals.unless(
                    asked.facts()
                            .consent(ConsentScope.of(
                                    ConsentScope.MARKETING, asked.touch().channel())),
                    ReasonCode.CHANNEL_NOT_CONSENTED);
        }
    }
}
