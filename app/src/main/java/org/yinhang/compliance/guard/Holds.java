package org.yinhang.compliance.guard;

import java.util.List;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.compliance.Strength;
import org.yinhang.compliance.policy.CustomerFacts;
import org.yinhang.compliance.policy.Guard;
import org.yinhang.compliance.policy.GuardCard;
import org.yinhang.compliance.policy.GuardCase;
import org.yinhang.compliance.policy.HoldKind;
import org.yinhang.compliance.policy.Refusals;
import org.yinhang.compliance.policy.Stage;

/** Who complains, is in arrears, has died, is under age or was blocked by hand is left in peace. */
final class Holds implements Guard {

    /** Civil Code 17. */
    static final int OF_AGE = 18;

    private static final GuardCard CARD = new GuardCard(
            4,
            Stage.CHOOSING,
            "投诉、逾期催收、已故、未成年、人工止呼",
            "Complaint, collections, deceased, minor, blocked by hand?",
            "PIPL 31, 49; consumer protection practice",
            Strength.PRIMARY,
            List.of(
                    ReasonCode.BLOCKED,
                    ReasonCode.COMPLAINT_OPEN,
                    ReasonCode.LOAN_OVERDUE,
                    ReasonCode.DECEASED,
                    ReasonCode.MINOR));

    @Override
    public GuardCard card() {
        return CARD;
    }

    @Override
    public void check(GuardCase asked, Refusals refusals) {
        CustomerFacts facts = asked.facts();
        refusals.when(facts.held(HoldKind.COMPLAINT), ReasonCode.COMPLAINT_OPEN);
        refusals.when(facts.held(HoldKind.COLLECTIONS), ReasonCode.LOAN_OVERDUE);
        refusals.when(facts.held(HoldKind.DECEASED), ReasonCode.DECEASED);
        if (facts.age().isEmpty()) {
            refusals.unknown(ReasonCode.MINOR);
        } else if (facts.age().getAsInt() < OF_AGE) {
            refusals.refuse(ReasonCode.MINOR);
        }
        refusals.when(facts.held(HoldKind.MINOR), ReasonCode.MINOR);
        refusals.when(facts.held(HoldKind.MANUAL), ReasonCode.BLOCKED);
    }
}
