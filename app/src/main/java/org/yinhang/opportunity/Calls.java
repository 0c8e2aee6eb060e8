package org.yinhang.opportunity;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.access.DataScope;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.benefit.Grants;
import org.yinhang.compliance.ConsentLedger;
import org.yinhang.compliance.ContactDesk;
import org.yinhang.compliance.Statement;
import org.yinhang.compliance.policy.ConsentScope;
import org.yinhang.compliance.policy.Stage;
import org.yinhang.compliance.policy.Touch;
import org.yinhang.compliance.policy.Verdict;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.customer.Customer;
import org.yinhang.customer.Customers;
import org.yinhang.customer.PersonalField;
import org.yinhang.customer.PersonalRecords;
import org.yinhang.opportunity.internal.CallRepository;
import org.yinhang.opportunity.internal.CallTouches;
import org.yinhang.opportunity.internal.OpportunityRepository;
import org.yinhang.opportunity.internal.TaskedOpportunityRepository;
import org.yinhang.product.Assessment;
import org.yinhang.reach.ContactTasks;
import org.yinhang.reach.TaskTouch;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;

/**
 * Calling a customer about an opportunity and recording what came of it. The guards are asked when the sheet opens and again, with
 * the ledger, when the number is taken; who may not be called shows every reason and no number.
 */
@Service
public class Calls {

    private static final int LONGEST_NOTE = 500;

    private final CallRepository repository;
    private final OpportunityRepository opportunities;
    private final TaskedOpportunityRepository tasked;
    private final Grants benefits;
    private final CallTouches touches;
    private final Scripts scripts;
    private final SuccessCases cases;
    private final Passes passes;
    private final ContactDesk desk;
    private final ContactTasks tasks;
    private final ConsentLedger consents;
    private final Customers customers;
    private final PersonalRecords personal;
    private final Audit audit;
    private final WorkRules rules;
    private final BusinessClock clock;

    Calls(
            CallRepository repository,
            OpportunityRepository opportunities,
            TaskedOpportunityRepository tasked,
            Grants benefits,
            CallTouches touches,
            Scripts scripts,
            SuccessCases cases,
            Passes passes,
            ContactDesk desk,
            ContactTasks tasks,
            ConsentLedger consents,
            Customers customers,
            PersonalRecords personal,
            Audit audit,
            WorkRules rules,
            BusinessClock clock) {
        this.repository = repository;
        this.opportunities = opportunities;
        this.tasked = tasked;
        this.benefits = benefits;
        this.touches = touches;
        this.scripts = scripts;
        this.cases = cases;
        this.passes = passes;
        this.desk = desk;
        this.tasks = tasks;
        this.consents = consents;
        this.customers = customers;
        this.personal = personal;
        this.audit = audit;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Everything for a call or a visit, as things stand at this moment; leaves no trace.
     *
     * @param opportunity found within the viewer's reach
     * @param staff code of the viewer
     */
    public CallSheet sheet(Opportunity opportunity, ContactWay way, String staff) {
        Optional<ScriptVersion> script = scripts.suggested(opportunity, way);
        Optional<Assessment> offer = touches.offer(opportunity);
        Verdict verdict = desk.foresee(List.of(touches.of(opportunity, way, staff, script, offer)), Stage.SENDING)
                .getFirst();
        return new CallSheet(
                opportunity,
                customer(opportunity),
                verdict.reasons(),
                script,
                offer,
                words(opportunity),
                benefits.open(opportunity.customer()),
                repository.contacts(opportunity.id()),
                cases.fitting(opportunity));
    }

    private Customer customer(Opportunity opportunity) {
        return customers.find(opportunity.customer(), DataScope.wholeBank()).orElseThrow();
    }

    private String words(Opportunity opportunity) {
        return touches.tasks(opportunity).stream()
                .findFirst()
                .map(TaskTouch::words)
                .orElse("");
    }

    /**
     * Takes the customer's number. The touch is cleared and in the contact ledger, and the look at the number in the audit,
     * before this returns; asked again for the same call, it is the same touch.
     *
     * @throws FaultException {@code OPP-3001} when it is not theirs or closed
     */
    @Transactional
    public Dialled dial(Opportunity opportunity, String staff, Viewer viewer) {
        Approached approached = approach(opportunity, ContactWay.CALL, staff, viewer);
        if (!approached.refusals().isEmpty()) {
            return new Dialled.Withheld(approached.refusals());
        }
        return personal.unmask(
                        customer(opportunity), PersonalField.PHONE, "call opportunity " + opportunity.id(), viewer)
                .<Dialled>map(Dialled.Revealed::new)
                .orElseGet(Dialled.Unknown::new);
    }

    /**
     * Approaches the customer: the touch is cleared and in the contact ledger before this returns, or withheld with every reason.
     *
     * @throws FaultException {@code OPP-3001} when it is not theirs or closed
     */
    @Transactional
    public Approached approach(Opportunity opportunity, ContactWay way, String staff, Viewer viewer) {
        if (!repository.hold(opportunity.id(), staff)) {
            throw notTheirs(opportunity);
        }
        Touch touch =
                touches.of(opportunity, way, staff, scripts.suggested(opportunity, way), touches.offer(opportunity));
        Verdict verdict = desk.clear(touch).verdict();
        Instant now = clock.now().toInstant();
        if (!verdict.isCleared()) {
            opportunities.event(List.of(opportunity.id()), now, viewer.userName(), "withheld", "");
        } else if (repository.dial(touch.key(), opportunity.id(), way, staff, now)) {
            String event = way == ContactWay.CALL ? "dialled" : "visited";
            opportunities.event(List.of(opportunity.id()), now, viewer.userName(), event, "");
        }
        return new Approached(touch.key(), verdict.reasons());
    }

    /**
     * Records a contact. Recorded again under the same key, nothing changes. Of somebody who attacks it may go to a colleague who
     * follows up.
     *
     * @throws FaultException {@code OPP-3001} when it is not theirs or closed, {@code OPP-3002} when the time agreed is
     *     past, {@code OPP-3003} for a note of more than 500 characters
     */
    @Transactional
    public void record(Opportunity opportunity, ContactNote note, ContactWay way, String staff, Viewer viewer) {
        if (repository.isRecorded(note.key())) {
            return;
        }
        passes.prepare(staff);
        if (!repository.hold(opportunity.id(), staff)) {
            throw notTheirs(opportunity);
        }
        if (repository.isRecorded(note.key())) {
            return;
        }
        if (note.note().length() > LONGEST_NOTE) {
            throw new FaultException(Fault.of(
                    "OPP-3003", "The note is too long.", "note", "Keep it to %d characters.".formatted(LONGEST_NOTE)));
        }
        Opportunity present = opportunities
                .find(opportunity.id(), new OpportunityReach(DataScope.wholeBank(), staff))
                .orElseThrow();
        NextStep next = note.outcome() == CallOutcome.OPT_OUT ? NextStep.GIVE_UP : note.next();
        Instant now = clock.now().toInstant();
        Optional<Instant> nextAt = nextAt(note, next, now);
        OpportunityStage stage = next.stageAfter(present.stage(), note.outcome(), note.need());
        repository.add(
                note,
                next,
                nextAt,
                present.id(),
                way,
                repository.unrecorded(present.id(), way, staff).orElse(""),
                staff,
                now);
        repository.move(present.id(), stage, now, nextAt, stage.isOpen() ? "" : reason(note));
        opportunities.event(
                List.of(present.id()),
                now,
                viewer.userName(),
                "contact",
                note.outcome().key() + " " + next.key());
        closeTasks(present, note, next, viewer);
        passes.after(present, note.outcome(), next, staff, viewer);
        if (note.outcome() == CallOutcome.OPT_OUT) {
            consents.record(
                    new Statement(
                            present.customer(),
                            ConsentScope.of(ConsentScope.MARKETING, way.key()),
                            false,
                            "",
                            "opportunity " + present.id()),
                    viewer);
        }
    }

    /** Follow-ups are for times that come; nothing is due after a give-up. */
    private Optional<Instant> nextAt(ContactNote note, NextStep next, Instant now) {
        if (next == NextStep.GIVE_UP) {
            return Optional.empty();
        }
        Optional<LocalDateTime> agreed = note.nextAt().or(() -> next.usually(clock.today(), rules.today()));
        Optional<Instant> at = agreed.map(time -> time.atZone(clock.zone()).toInstant());
        if (at.isPresent() && at.get().isBefore(now)) {
            throw new FaultException(
                    Fault.of("OPP-3002", "The time agreed is past.", "nextAt", "Give a time from now on."));
        }
        return at;
    }

    private static String reason(ContactNote note) {
        return note.objection().map(Objection::key).orElse(note.outcome().key());
    }

    private void closeTasks(Opportunity opportunity, ContactNote note, NextStep next, Viewer viewer) {
        if (note.outcome() == CallOutcome.NOT_REACHED && next != NextStep.GIVE_UP) {
            return;
        }
        String outcome =
                switch (note.outcome()) {
                    case REACHED ->
                        next == NextStep.APPOINTMENT || next == NextStep.APPLIED ? "appointment" : "reached";
                    case NOT_REACHED -> "not-reached";
                    case REFUSED, OPT_OUT -> "refused";
                };
        touches.tasks(opportunity).forEach(task -> tasks.close(task.touch(), outcome, DataScope.wholeBank(), viewer));
    }

    /**
     * Closes an opportunity as won or lost, with a reason. Tasks of campaigns nobody carried out for it are withdrawn.
     *
     * @throws FaultException {@code OPP-3001} when it is not theirs or closed, {@code OPP-3004} without a reason
     */
    @Transactional
    public void close(Opportunity opportunity, boolean isWon, String reason, String staff, Viewer viewer) {
        if (!repository.hold(opportunity.id(), staff)) {
            throw notTheirs(opportunity);
        }
        if (reason.isBlank()) {
            throw new FaultException(
                    Fault.of("OPP-3004", "The reason is missing.", "reason", "Choose why it was won or lost."));
        }
        Instant now = clock.now().toInstant();
        OpportunityStage stage = isWon ? OpportunityStage.WON : OpportunityStage.LOST;
        repository.close(opportunity.id(), stage, now, reason);
        tasks.withdraw(tasked.tasks(List.of(opportunity.id())), viewer.userName(), stage.key());
        opportunities.event(List.of(opportunity.id()), now, viewer.userName(), stage.key(), reason);
        audit.record(AuditNote.by(viewer, "opportunity.closed", "opportunity " + opportunity.id())
                .with(stage.key() + " " + reason));
    }

    private static FaultException notTheirs(Opportunity opportunity) {
        return new FaultException(Fault.of(
                "OPP-3001",
                "The opportunity is not yours, or it is closed.",
                Long.toString(opportunity.id()),
                "Open your day again; a colleague may have taken it over."));
    }
}
