package org.yinhang.compliance.guard;

import java.util.List;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.compliance.Strength;
import org.yinhang.compliance.policy.Copy;
import org.yinhang.compliance.policy.Guard;
import org.yinhang.compliance.policy.GuardCard;
import org.yinhang.compliance.policy.GuardCase;
import org.yinhang.compliance.policy.Known;
import org.yinhang.compliance.policy.Refusals;
import org.yinhang.compliance.policy.Stage;

/** What is said was approved by somebody else than its maker, and passed the word check by the list in force. */
final class CopyApproved implements Guard {

    private static final GuardCard CARD = new GuardCard(
            8,
            Stage.SENDING,
            "物料已审核且文案检查无问题",
            "Copy approved by another person, words checked",
            "Online Marketing Measures 2026-09-30",
            Strength.SECONDARY,
            List.of(ReasonCode.CREATIVE_NOT_APPROVED, ReasonCode.COPY_REFUSED));

    @Override
    public GuardCard card() {
        return CARD;
    }

    @Override
    public void check(GuardCase asked, Refusals refusals) {
        if (asked.touch().copy().isEmpty()) {
            refusals.unknown(ReasonCode.CREATIVE_NOT_APPROVED);
            return;
        }
        Copy copy = asked.touch().copy().get();
        boolean isApproved =
                copy.approvedBy().filter(by -> !by.equals(copy.madeBy())).isPresent();
        refusals.unless(Known.of(isApproved), ReasonCode.CREATIVE_NOT_APPROVED);
        if (!copy.checkedBy().equals(asked.rules().words().version())) {
            refusals.unknown(ReasonCode.COPY_REFUSED);
        } else if (copy.findings() > 0) {
            refusals.refuse(ReasonCode.COPY_REFUSED);
        }
    }
}
