package org.yinhang.reach;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.access.DataScope;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.reach.internal.TaskRepository;
import org.yinhang.reach.internal.TouchBenefits;
import org.yinhang.shared.Viewer;

/** Calls, appointments and visits that wait for people, and how they ended. */
@Service
public class ContactTasks {

    /** How a task may end. */
    public static final Set<String> OUTCOMES = Set.of("reached", "not-reached", "appointment", "refused");

    private final TaskRepository tasks;
    private final TouchBenefits benefits;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    ContactTasks(TaskRepository tasks, TouchBenefits benefits, Audit audit, ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.benefits = benefits;
        this.audit = audit;
        this.events = events;
    }

    /** Open tasks of the customers somebody keeps, the oldest first. */
    public List<ContactTask> open(DataScope scope, int most) {
        return tasks.open(scope, most);
    }

    /** Of these touches, those whose task is open, as the contact ledger names them, by number. */
    public List<TaskTouch> openAmong(Collection<Long> touches) {
        return tasks.openAmong(touches);
    }

    /**
     * Closes a task.
     *
     * @param outcome one of {@link #OUTCOMES}
     * @throws FaultException {@code RCH-4001} for another outcome, {@code RCH-4002} when it is not open or not theirs
     */
    @Transactional
    public void close(long touch, String outcome, DataScope scope, Viewer viewer) {
        if (!OUTCOMES.contains(outcome)) {
            throw new FaultException(Fault.of(
                    "RCH-4001",
                    "A task does not end like this.",
                    outcome.toLowerCase(Locale.ROOT),
                    "Choose an outcome."));
        }
        events.publishEvent(new TaskClosing(touch, outcome, viewer.userName()));
        if (tasks.close(touch, outcome, viewer.userName(), scope).isEmpty()) {
            throw new FaultException(
                    Fault.of("RCH-4002", "There is no such open task.", Long.toString(touch), "Open the list again."));
        }
        audit.record(AuditNote.by(viewer, "task.closed", "touch " + touch).with(outcome));
    }

    /**
     * Takes tasks back that nobody is to carry out any more: they end without a contact. What is not open stays as it is.
     *
     * @param by user name of who does it
     * @param why in a word or two, for the audit
     */
    @Transactional
    public void withdraw(Collection<Long> touches, String by, String why) {
        List<Long> withdrawn = tasks.withdraw(touches);
        if (!withdrawn.isEmpty()) {
            benefits.takeBack(withdrawn);
            audit.record(new AuditNote(by, "task.withdrawn", "", "", "%d tasks, %s".formatted(withdrawn.size(), why)));
        }
    }
}
