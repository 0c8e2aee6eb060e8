package org.yinhang.compliance.guard;

import java.util.List;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.compliance.Strength;
import org.yinhang.compliance.policy.Conflict;
import org.yinhang.compliance.policy.Guard;
import org.yinhang.compliance.policy.GuardCard;
import org.yinhang.compliance.policy.GuardCase;
import org.yinhang.compliance.policy.Refusals;
import org.yinhang.compliance.policy.Stage;

/** A campaign of higher priority comes first, and who belongs to a control group stays untouched. */
final class ConflictAndPriority implements Guard {

    private static final GuardCard CARD = new GuardCard(
            13,
            Stage.OFFERING,
            "与其他活动、对照组不冲突",
            "No conflict with other campaigns or a control group",
            "Bank policy",
            Strength.CUSTOM,
            List.of(ReasonCode.OUTRANKED, ReasonCode.HELD_OUT));

    @Override
    public GuardCard card() {
        return CARD;
    }

    @Override
    public void check(GuardCase asked, Refusals refusals) {
        if (asked.touch().conflict().isEmpty()) {
            refusals.unknown(ReasonCode.OUTRANKED);
            return;
        }
        switch (asked.touch().conflict().get()) {
            case Conflict.None _ -> {}
            case Conflict.Outranked _ -> refusals.refuse(ReasonCode.OUTRANKED);
            case Conflict.HeldOut _ -> refusals.refuse(ReasonCode.HELD_OUT);
        }
    }
}
