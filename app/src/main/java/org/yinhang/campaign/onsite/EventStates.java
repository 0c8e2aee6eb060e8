package org.yinhang.campaign.onsite;

import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.shared.Viewer;

/** How far events are: holds one while something of it changes, and keeps the audit. */
@Component
class EventStates {

    private final OnsiteRepository repository;
    private final Audit audit;

    EventStates(OnsiteRepository repository, Audit audit) {
        this.repository = repository;
        this.audit = audit;
    }

    /** Holds an event about which something may still be done. */
    EventState open(long event) {
        return held(event, EventState::isOpen);
    }

    /**
     * Holds an event until the transaction ends.
     *
     * @throws FaultException {@code CAM-5006} in another state than the expected
     */
    EventState held(long event, Predicate<EventState> expected) {
        EventState state = repository.held(event);
        if (!expected.test(state)) {
            throw new FaultException(
                    Fault.of("CAM-5006", "The event is in another state by now.", state.key(), "Open it again."));
        }
        return state;
    }

    void note(long event, String what, Viewer viewer) {
        audit.record(AuditNote.by(viewer, "onsite.event", "event " + event).with(what));
    }
}
