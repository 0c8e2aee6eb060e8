package org.yinhang.model;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.model.internal.RedrawRepository;
import org.yinhang.shared.ApprovalGate;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;

/** Where a version may go, and by whose hand. */
@Component
class StageRules {

    private final RedrawRepository redraws;
    private final List<ApprovalGate> gates;

    StageRules(RedrawRepository redraws, List<ApprovalGate> gates) {
        this.redraws = redraws;
        this.gates = List.copyOf(gates);
    }

    /** Asks everybody who has a say before a version is approved. */
    void askGates(ModelVersion version, Stage stage) {
        if (stage == Stage.APPROVED) {
            ApprovalGate.ask(gates, new ApprovalGate.Draft("MODEL", version.model(), version.version()));
        }
    }

    /** Refuses what a version, a person or a missing reason does not allow. */
    void check(ModelVersion version, Stage stage, Viewer viewer, String reason) {
        if (!version.stage().next().contains(stage)) {
            throw new FaultException(Fault.of(
                    "MDL-2004",
                    "A version that is %s cannot become %s.".formatted(version.stage(), stage),
                    version.name(),
                    "It can become one of %s.".formatted(version.stage().next())));
        }
        if (stage == Stage.APPROVED
                && redraws.makers(version.model(), version.version()).contains(viewer.userName())) {
            throw new FaultException(Fault.of(
                    "MDL-2005",
                    "Nobody approves a model they have trained or drawn, or that was drawn from one of theirs.",
                    version.name(),
                    "Ask a colleague who may approve models."));
        }
        if (stage == Stage.APPROVED && !viewer.hasAnyOf(Set.of(Role.COMPLIANCE))) {
            throw new FaultException(Fault.of(
                    "MDL-2013",
                    "Only risk and compliance approve models.",
                    version.name(),
                    "Ask a colleague of that role."));
        }
        if (stage == Stage.APPROVED && version.impact().isEmpty()) {
            throw new FaultException(Fault.of(
                    "MDL-2006",
                    "There is no impact assessment of this version.",
                    version.name(),
                    "Train it again where customers of today can be scored."));
        }
        if (reason.isBlank()) {
            throw new FaultException(Fault.of(
                    "MDL-2007", "A decision about a model has a reason.", version.name(), "Say why, in a sentence."));
        }
    }
}
