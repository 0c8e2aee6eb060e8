package org.yinhang.compliance.guard;

import java.util.List;
import java.util.Optional;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.compliance.Strength;
import org.yinhang.compliance.policy.Guard;
import org.yinhang.compliance.policy.GuardCard;
import org.yinhang.compliance.policy.GuardCase;
import org.yinhang.compliance.policy.Refusals;
import org.yinhang.compliance.policy.Stage;
import org.yinhang.compliance.rules.DayKind;
import org.yinhang.compliance.rules.OpenHours;

/** Only in the hours of the channel on that kind of day; a day no calendar knows, or a channel without hours, is refused. */
final class QuietHours implements Guard {

    private static final GuardCard CARD = new GuardCard(
            11,
            Stage.SENDING,
            "不在勿扰时段与节假日",
            "Not in quiet hours or on a holiday",
            "SMS rule 2026-05-01; bank policy",
            Strength.SECONDARY,
            List.of(ReasonCode.QUIET_HOURS, ReasonCode.HOLIDAY));

    @Override
    public GuardCard card() {
        return CARD;
    }

    @Override
    public void check(GuardCase asked, Refusals refusals) {
        Optional<DayKind> kind = asked.rules().calendar().kindOf(asked.day());
        Optional<OpenHours> hours =
                asked.rules().hours().of(asked.touch().lender(), asked.touch().channel());
        if (kind.isEmpty() || hours.isEmpty()) {
            refusals.unknown(ReasonCode.QUIET_HOURS);
            return;
        }
        boolean isOpen = hours.get().isOpen(kind.get(), asked.rules().timeOfDay(asked.at()));
        if (!isOpen) {
            boolean isClosedAllDay = kind.get() == DayKind.HOLIDAY
                    && hours.get().on(DayKind.HOLIDAY).isEmpty();
            refusals.refuse(isClosedAllDay ? ReasonCode.HOLIDAY : ReasonCode.QUIET_HOURS);
        }
    }
}
