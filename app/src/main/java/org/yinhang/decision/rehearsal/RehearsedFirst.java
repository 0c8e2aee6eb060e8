package org.yinhang.decision.rehearsal;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yinhang.core.fault.Fault;
import org.yinhang.shared.ApprovalGate;

/** Nobody approves a version that policies read and that was never played on the past, where there is a past to play. */
@Component
class RehearsedFirst implements ApprovalGate {

    private final ObjectProvider<Rehearsals> rehearsals;

    RehearsedFirst(ObjectProvider<Rehearsals> rehearsals) {
        this.rehearsals = rehearsals;
    }

    @Override
    public List<Fault> against(Draft draft) {
        Rehearsals known = rehearsals.getObject();
        Subject subject = new Subject(Subject.Kind.valueOf(draft.kind()), draft.id(), draft.version());
        return known.isRehearsed(subject) || !known.isNeeded(subject)
                ? List.of()
                : List.of(Fault.of(
                        "DEC-4003",
                        "Version %d of '%s' has not been rehearsed.".formatted(draft.version(), draft.id()),
                        "/rehearsals/" + subject.path(),
                        "Rehearse it first, on that page."));
    }
}
