package org.yinhang.decision.rehearsal;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yinhang.core.fault.Fault;
import org.yinhang.product.PolicyVersion;
import org.yinhang.product.ReleaseGate;

/** Nobody approves a version that was never played on the past, where there is a past to play. */
@Component
class RehearsedFirst implements ReleaseGate {

    private final ObjectProvider<Rehearsals> rehearsals;

    RehearsedFirst(ObjectProvider<Rehearsals> rehearsals) {
        this.rehearsals = rehearsals;
    }

    @Override
    public List<Fault> against(PolicyVersion draft) {
        Rehearsals known = rehearsals.getObject();
        Subject subject = Subject.of(draft);
        return known.isRehearsed(subject) || !known.hasPast()
                ? List.of()
                : List.of(Fault.of(
                        "PRD-2006",
                        "Version %d of '%s' has not been rehearsed.".formatted(draft.version(), draft.id()),
                        draft.id(),
                        "Rehearse it first: /rehearsals/" + subject.path() + "."));
    }
}
