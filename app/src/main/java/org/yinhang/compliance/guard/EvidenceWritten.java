package org.yinhang.compliance.guard;

import java.util.List;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.compliance.Strength;
import org.yinhang.compliance.policy.Guard;
import org.yinhang.compliance.policy.GuardCard;
import org.yinhang.compliance.policy.GuardCase;
import org.yinhang.compliance.policy.Known;
import org.yinhang.compliance.policy.Refusals;
import org.yinhang.compliance.policy.Stage;

/** The ledger is held open for the row of this touch, and the touch can be named in it. */
final class EvidenceWritten implements Guard {

    private static final GuardCard CARD = new GuardCard(
            15,
            Stage.SENDING,
            "触达留痕与发送在同一事务",
            "The ledger row is written in the same transaction",
            "Consumer Law 29; SMS rule 2026-05-01",
            Strength.SECONDARY,
            List.of(ReasonCode.EVIDENCE_MISSING));

    @Override
    public GuardCard card() {
        return CARD;
    }

    @Override
    public void check(GuardCase asked, Refusals refusals) {
        boolean isNamed =
                !asked.touch().key().isBlank() && !asked.touch().campaign().isBlank();
        refusals.unless(isNamed ? asked.facts().evidence() : Known.NO, ReasonCode.EVIDENCE_MISSING);
    }
}
