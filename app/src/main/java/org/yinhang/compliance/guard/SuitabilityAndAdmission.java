package org.yinhang.compliance.guard;

import java.util.List;
import java.util.OptionalInt;
import org.yinhang.compliance.GuardSettings;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.compliance.Strength;
import org.yinhang.compliance.policy.Admission;
import org.yinhang.compliance.policy.Guard;
import org.yinhang.compliance.policy.GuardCard;
import org.yinhang.compliance.policy.GuardCase;
import org.yinhang.compliance.policy.Known;
import org.yinhang.compliance.policy.Refusals;
import org.yinhang.compliance.policy.Stage;

/** The campaign's ages while choosing; once there is an offer, its own admission and suitability, without which it is refused. Minors and unknown ages are held already. */
final class SuitabilityAndAdmission implements Guard {

    private static final GuardCard CARD = new GuardCard(
            5,
            Stage.CHOOSING,
            "年龄、准入与适当性",
            "Age, admission and suitability",
            "Personal Loan Measures 2024-3; campaign policy",
            Strength.SECONDARY,
            List.of(ReasonCode.NOT_ADMITTED, ReasonCode.NOT_SUITABLE, ReasonCode.AGE_OUT_OF_RANGE));

    @Override
    public GuardCard card() {
        return CARD;
    }

    @Override
    public void check(GuardCase asked, Refusals refusals) {
        GuardSettings limits = asked.touch().limits();
        OptionalInt age = asked.facts().age();
        boolean isOfAge = age.isPresent() && age.getAsInt() >= Holds.OF_AGE;
        if (isOfAge && (age.getAsInt() < limits.lowestAge() || age.getAsInt() > limits.highestAge())) {
            refusals.refuse(ReasonCode.AGE_OUT_OF_RANGE);
        }
        if (!asked.hasReached(Stage.OFFERING)) {
            return;
        }
        if (asked.touch().admission().isEmpty()) {
            refusals.unknown(ReasonCode.NOT_ADMITTED);
            return;
        }
        Admission admission = asked.touch().admission().get();
        refusals.unless(Known.of(admission.admitted()), ReasonCode.NOT_ADMITTED);
        refusals.unless(Known.of(admission.suitable()), ReasonCode.NOT_SUITABLE);
    }
}
