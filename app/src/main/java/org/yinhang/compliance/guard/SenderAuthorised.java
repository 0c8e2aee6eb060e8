package org.yinhang.compliance.guard;

import java.util.List;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.compliance.Strength;
import org.yinhang.compliance.policy.Guard;
import org.yinhang.compliance.policy.GuardCard;
import org.yinhang.compliance.policy.GuardCase;
import org.yinhang.compliance.policy.Refusals;
import org.yinhang.compliance.policy.Stage;
import org.yinhang.compliance.policy.Touch;

/** The sender stands in the register for the channel on the day, and a person who acts is authorised for it. */
final class SenderAuthorised implements Guard {

    private static final GuardCard CARD = new GuardCard(
            9,
            Stage.SENDING,
            "发送号码/签名已登记，人员有营销资格",
            "Sender registered, staff authorised",
            "SMS rule 2026-05-01; Online Marketing Measures 2026-09-30",
            Strength.SECONDARY,
            List.of(ReasonCode.SENDER_NOT_REGISTERED, ReasonCode.STAFF_NOT_AUTHORISED));

    @Override
    public GuardCard card() {
        return CARD;
    }

    @Override
    public void check(GuardCase asked, Refusals refusals) {
        Touch touch = asked.touch();
        refusals.unless(
                asked.rules().senders().isRegistered(touch.channel(), touch.sender(), asked.day()),
                ReasonCode.SENDER_NOT_REGISTERED);
        refusals.unless(
                asked.rules().staff().isAuthorised(touch.channel(), touch.staff()), ReasonCode.STAFF_NOT_AUTHORISED);
    }
}
