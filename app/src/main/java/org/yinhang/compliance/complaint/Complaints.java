package org.yinhang.compliance.complaint;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.access.DataScope;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.compliance.DatedRules;
import org.yinhang.compliance.Hold;
import org.yinhang.compliance.Holds;
import org.yinhang.compliance.policy.HoldKind;
import org.yinhang.compliance.rules.ComplaintRules;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Slice;
import org.yinhang.shared.Viewer;

/**
 * Complaints from intake to decision. In the transaction that takes one in, its customer is put on hold; the decision ends
 * that hold, and no other.
 */
@Service
public class Complaints {

    /** The longest text of a step, in characters. */
    public static final int LONGEST = 2_000;

    private static final int LONGEST_NAME = 64;

    private final ComplaintRepository repository;
    private final Holds holds;
    private final DatedRules rules;
    private final Audit audit;
    private final BusinessClock clock;

    Complaints(ComplaintRepository repository, Holds holds, DatedRules rules, Audit audit, BusinessClock clock) {
        this.repository = repository;
        this.holds = holds;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** The clocks of today's complaints. */
    public ComplaintRules rulesToday() {
        return ComplaintRules.of(rules.textsOf(clock.today()));
    }

    /**
     * Takes a complaint in and leaves its customer in peace from this instant on. What an authority passes on is serious. The
     * same request again is answered with the complaint it became.
     *
     * @throws FaultException {@code CMP-4001} without a story, or with one that is too long, {@code CMP-4002} for a request
     *     without a name, {@code CMP-4006} for one that was another complaint before
     */
    @Transactional
    public Complaint take(Grievance grievance, Viewer viewer) {
        words(grievance.story(), "story");
        if (grievance.request().isBlank() || grievance.request().length() > LONGEST_NAME) {
            throw new FaultException(Fault.of(
                    "CMP-4002",
                    "The intake has no name.",
                    "request",
                    "Give a name of 1 to 64 characters, new for each."));
        }
        Severity severity = grievance.entrance() == Entrance.REGULATOR ? Severity.SERIOUS : grievance.severity();
        Grievance weighed = new Grievance(
                grievance.request(),
                grievance.customer(),
                grievance.entrance(),
                grievance.subject(),
                severity,
                grievance.story());
        Instant now = clock.now().toInstant();
        ComplaintRules terms = rulesToday();
        Optional<Complaint> added = repository.add(
                weighed, viewer.userName(), now, talkBy(now, severity, terms), after(now, terms.decideDays()));
        if (added.isEmpty()) {
            return known(weighed);
        }
        Complaint complaint = onHold(added.get(), viewer);
        repository.keep(complaint);
        note(complaint, StepKind.TAKEN, "", viewer);
        return complaint;
    }

    /** What the request became when it was taken in before; refused where it said something else then. */
    private Complaint known(Grievance again) {
        Complaint known = repository.ofRequest(again.request()).orElseThrow();
        boolean isSame = known.customer() == again.customer()
                && known.entrance() == again.entrance()
                && known.subject() == again.subject()
                && repository.story(known.id()).equals(again.story());
        if (!isSame) {
            throw new FaultException(Fault.of(
                    "CMP-4006",
                    "Another complaint was taken in under this name.",
                    again.request(),
                    "Give each intake a name of its own and send it again: nothing was taken in."));
        }
        return known;
    }

    /** What is going to be done. */
    @Transactional
    public void plan(long id, String words, Viewer viewer) {
        Complaint complaint = open(id);
        words(words, "words");
        note(complaint, StepKind.PLAN, words, viewer);
    }

    /** The customer heard from the bank; the first time stops the first clock. */
    @Transactional
    public void talk(long id, String words, Viewer viewer) {
        Complaint complaint = open(id);
        words(words, "words");
        if (complaint.talkedAt().isEmpty()) {
            repository.keep(new Draft(complaint).talkedAt(clock.now().toInstant()));
        }
        note(complaint, StepKind.TALK, words, viewer);
    }

    /** It is more serious than it was taken for: the clock of a serious one runs from its intake. */
    @Transactional
    public void raise(long id, String words, Viewer viewer) {
        Complaint complaint = open(id);
        words(words, "words");
        if (complaint.severity() == Severity.ORDINARY) {
            Instant talkBy = talkBy(complaint.takenAt(), Severity.SERIOUS, rulesToday());
            repository.keep(new Draft(complaint).raised(talkBy));
        }
        note(complaint, StepKind.RAISED, words, viewer);
    }

    /** Whoever acts answers for it from now on. */
    @Transactional
    public void takeOver(long id, Viewer viewer) {
        Complaint complaint = open(id);
        if (!complaint.owner().equals(viewer.userName())) {
            repository.keep(new Draft(complaint).ownedBy(viewer.userName()));
            note(complaint, StepKind.TAKEN_OVER, complaint.owner() + " → " + viewer.userName(), viewer);
        }
    }

    /**
     * Gives the decision more time, counted from the intake or the last reopening.
     *
     * @throws FaultException {@code CMP-4003} for a day that is not later, or later than the rules let this viewer choose
     */
    @Transactional
    public void extend(long id, LocalDate until, String words, Viewer viewer) {
        Complaint complaint = open(id);
        words(words, "words");
        ComplaintRules terms = rulesToday();
        int days = viewer.roles().contains(Role.COMPLIANCE) ? terms.longestDays() : terms.extendedDays();
        Instant end = until.plusDays(1).atStartOfDay(clock.zone()).toInstant();
        Instant begun = repository.steps(id).stream()
                .filter(step -> step.kind() == StepKind.REOPENED)
                .map(ComplaintStep::at)
                .findFirst()
                .orElse(complaint.takenAt());
        LocalDate last = LocalDate.ofInstant(begun, clock.zone()).plusDays(days);
        if (!end.isAfter(complaint.decideBy()) || until.isAfter(last)) {
            throw new FaultException(Fault.of(
                    "CMP-4003",
                    "The decision cannot be put off to %s.".formatted(until),
                    "until",
                    "Give a later day than now, up to %s.".formatted(last)));
        }
        repository.keep(new Draft(complaint).decideBy(end));
        note(complaint, StepKind.EXTENDED, until + ": " + words, viewer);
    }

    /**
     * Decides a complaint and ends its hold.
     *
     * @param words what was found, what the customer was told, what is learnt from it
     * @param leaveInPeace whether the customer wants no marketing any more: then another hold begins, without an end
     * @throws FaultException {@code CMP-4005} before the customer was talked to, unless it was withdrawn
     */
    @Transactional
    public void decide(long id, ComplaintFinding finding, String words, boolean leaveInPeace, Viewer viewer) {
        Complaint complaint = open(id);
        words(words, "words");
        if (complaint.talkedAt().isEmpty() && finding != ComplaintFinding.WITHDRAWN) {
            throw new FaultException(Fault.of(
                    "CMP-4005",
                    "Nobody has talked to the customer yet.",
                    "complaint " + id,
                    "Talk to the customer and record it, then decide."));
        }
        repository.keep(new Draft(complaint).decided(finding, clock.now().toInstant()));
        if (leaveInPeace) {
            holds.set(complaint.customer(), HoldKind.MANUAL, reason(id), Optional.empty(), viewer);
        }
        holds.of(complaint.customer()).stream()
                .filter(hold -> hold.id() == complaint.hold() && hold.liftedAt().isEmpty())
                .forEach(hold -> holds.lift(hold.id(), reason(id), viewer));
        note(complaint, StepKind.DECIDED, words, viewer);
    }

    /** Opens a decided complaint again: its clock for the decision starts anew, and so does its hold. */
    @Transactional
    public void reopen(long id, String words, Viewer viewer) {
        Complaint complaint = held(id, candidate -> !candidate.isOpen());
        words(words, "words");
        Instant until = after(clock.now().toInstant(), rulesToday().decideDays());
        repository.keep(onHold(new Draft(complaint).reopened(until), viewer));
        note(complaint, StepKind.REOPENED, words, viewer);
    }

    /** One complaint, where its customer is within reach. */
    public Optional<Complaint> find(long id, DataScope scope) {
        return repository.find(id, scope);
    }

    /** What the customer said; whoever asks is on record. */
    @Transactional
    public String story(Complaint complaint, Viewer viewer) {
        audit.record(AuditNote.by(viewer, "complaint.opened", "customer " + complaint.customer())
                .with("complaint " + complaint.id()));
        return repository.story(complaint.id());
    }

    /** What was done, the newest first. */
    public List<ComplaintStep> steps(Complaint complaint) {
        return repository.steps(complaint.id());
    }

    /** Every complaint of a customer, the newest first. */
    public List<Complaint> of(int customer) {
        return repository.of(customer);
    }

    /** One page, those whose clock runs out first on top; filters are {@code state}, {@code severity}, {@code subject}, {@code entrance}. */
    public Slice<Complaint> page(ListQuery query, DataScope scope) {
        return repository.page(query, scope, clock.now().toInstant());
    }

    /** How the bank stands, within reach. */
    public ComplaintFigures figures(DataScope scope) {
        Instant since = clock.now().minusMonths(12).toInstant();
        return repository.figures(scope, clock.now().toInstant(), since);
    }

    private Complaint onHold(Complaint complaint, Viewer viewer) {
        Hold hold =
                holds.set(complaint.customer(), HoldKind.COMPLAINT, reason(complaint.id()), Optional.empty(), viewer);
        return new Draft(complaint).heldBy(hold.id());
    }

    private static String reason(long id) {
        return "投诉 complaint " + id;
    }

    private Complaint open(long id) {
        return held(id, Complaint::isOpen);
    }

    private Complaint held(long id, Predicate<Complaint> expected) {
        Complaint complaint = repository.held(id);
        if (!expected.test(complaint)) {
            throw new FaultException(Fault.of(
                    "CMP-4004",
                    "Somebody else has decided or reopened this complaint meanwhile.",
                    "complaint " + id,
                    "Open it again."));
        }
        return complaint;
    }

    private void note(Complaint complaint, StepKind kind, String words, Viewer viewer) {
        repository.addStep(
                complaint.id(),
                new ComplaintStep(
                        kind, words.strip(), viewer.userName(), clock.now().toInstant()));
        audit.record(AuditNote.by(viewer, "complaint." + kind.key(), "customer " + complaint.customer())
                .with("complaint " + complaint.id()));
    }

    private static void words(String words, String where) {
        if (words.isBlank() || words.length() > LONGEST) {
            throw new FaultException(Fault.of(
                    "CMP-4001",
                    "The text is missing or too long.",
                    where,
                    "Write 1 to %d characters.".formatted(LONGEST)));
        }
    }

    private static Instant talkBy(Instant taken, Severity severity, ComplaintRules terms) {
        int hours =
                switch (severity) {
                    case SERIOUS -> terms.seriousTalkHours();
                    case ORDINARY -> terms.talkHours();
                };
        return taken.plus(Duration.ofHours(hours));
    }

    /** The end of the day so many days later. */
    private Instant after(Instant from, int days) {
        return LocalDate.ofInstant(from, clock.zone())
                .plusDays(days + 1L)
                .atStartOfDay(clock.zone())
                .toInstant();
    }
}
