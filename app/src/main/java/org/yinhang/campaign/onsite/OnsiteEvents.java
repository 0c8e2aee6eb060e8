package org.yinhang.campaign.onsite;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.access.Branch;
import org.yinhang.access.Branches;
import org.yinhang.access.DataScope;
import org.yinhang.access.StaffUsers;
import org.yinhang.compliance.DatedRules;
import org.yinhang.compliance.lint.CopyLint;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import org.yinhang.shared.Viewer;

/**
 * Events on site. An event begins when the four things before it are done, ends when the three during it are, and is
 * closed when the two after it are.
 */
@Service
public class OnsiteEvents {

    private static final int LONGEST_THEME = 60;
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_GUESTS = 5_000;

    private final OnsiteRepository repository;
    private final EventStates states;
    private final Branches branches;
    private final StaffUsers staff;
    private final DatedRules rules;
    private final BusinessClock clock;

    OnsiteEvents(
            OnsiteRepository repository,
            EventStates states,
            Branches branches,
            StaffUsers staff,
            DatedRules rules,
            BusinessClock clock) {
        this.repository = repository;
        this.states = states;
        this.branches = branches;
        this.staff = staff;
        this.rules = rules;
        this.clock = clock;
    }

    /** The branches at which a viewer may hold an event. */
    public List<Branch> places(Viewer viewer) {
        return branches.within(DataScope.ofOrganisation(viewer));
    }

    /**
     * Plans an event with its checklist.
     *
     * @throws FaultException {@code CAM-5001} with everything that is missing or wrong, {@code CAM-5002} for words that may not
     *     be used
     */
    @Transactional
    public long plan(EventPlan plan, Viewer viewer) {
        Optional<Branch> branch = places(viewer).stream()
                .filter(place -> place.code().equals(plan.branch()))
                .findFirst();
        check(plan, branch.isPresent());
        long id = repository.add(
                plan, branch.orElseThrow().id(), viewer.userName(), clock.now().toInstant());
        for (EventTask task : EventTask.values()) {
            LocalDate due = plan.day().plusDays(task.days());
            repository.addTask(id, task, viewer.userName(), due.isBefore(clock.today()) ? clock.today() : due);
        }
        states.note(id, "planned", viewer);
        return id;
    }

    private void check(EventPlan plan, boolean isOwnBranch) {
        List<Fault> faults = new ArrayList<>();
        wrong(
                faults,
                plan.theme().isBlank() || plan.theme().length() > LONGEST_THEME,
                "theme",
                "Give 1 to 60 characters.");
        wrong(
                faults,
                plan.programme().isBlank() || plan.programme().length() > LONGEST_TEXT,
                "programme",
                "Say what happens, in order.");
        wrong(
                faults,
                plan.entry().isBlank() || plan.entry().length() > LONGEST_TEXT,
                "entry",
                "Say how the product comes in.");
        wrong(faults, plan.place().isBlank(), "place", "Say where.");
        wrong(faults, plan.day().isBefore(clock.today()), "day", "Give today or a later day.");
        wrong(faults, !plan.until().isAfter(plan.from()), "until", "Give a later hour than the first.");
        wrong(faults, plan.expected() < 1 || plan.expected() > MOST_GUESTS, "expected", "Give 1 to 5000 guests.");
        wrong(faults, !isOwnBranch, "branch", "Choose one of your own branches.");
        CopyLint lint = new CopyLint(rules.inForce(clock.now().toInstant()).words());
        for (String text : List.of(plan.theme(), plan.programme(), plan.entry())) {
            lint.check(text, "branch", Optional.empty()).findings().stream()
                    .filter(finding -> finding.kind().isWord())
                    .forEach(finding -> faults.add(Fault.of(
                            "CAM-5002",
                            "These words may not be used: %s.".formatted(finding.excerpt()),
                            finding.excerpt(),
                            "Choose other words.")));
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
    }

    private static void wrong(List<Fault> faults, boolean isWrong, String where, String next) {
        if (isWrong) {
            faults.add(Fault.of("CAM-5001", "The plan of the event is not complete.", where, next));
        }
    }

    /** One page, those still to be held first; the filter is {@code state}. */
    public Slice<OnsiteEvent> page(ListQuery query, Viewer viewer) {
        return repository.page(query, DataScope.ofOrganisation(viewer), viewer.branchPath());
    }

    /** One event, where the viewer's branch holds it, stands above it or belongs to it. */
    public Optional<OnsiteEvent> find(long id, Viewer viewer) {
        return repository.find(id, DataScope.ofOrganisation(viewer), viewer.branchPath());
    }

    /** The nine things, in order. */
    public List<ChecklistEntry> checklist(OnsiteEvent event) {
        return repository.checklist(event.id());
    }

    /**
     * Marks a thing as done, or as not done after all.
     *
     * @throws FaultException {@code CAM-5008} for who neither leads the event nor was given the thing
     */
    @Transactional
    public void tick(OnsiteEvent event, EventTask task, boolean isDone, String note, Viewer viewer) {
        states.open(event.id());
        boolean isTheirs = repository.checklist(event.id()).stream()
                .anyMatch(entry -> entry.task() == task && entry.owner().equals(viewer.userName()));
        if (!isTheirs) {
            led(event, viewer);
        }
        if (isDone) {
            repository.done(
                    event.id(),
                    task,
                    note.strip(),
                    viewer.userName(),
                    clock.now().toInstant());
        } else {
            repository.undone(event.id(), task);
        }
        states.note(event.id(), (isDone ? "done " : "not done ") + task.key(), viewer);
    }

    /**
     * Gives a thing to somebody, with the day it is due.
     *
     * @throws FaultException {@code CAM-5003} where nobody has that name, {@code CAM-5008} for who does not lead the event
     */
    @Transactional
    public void give(OnsiteEvent event, EventTask task, String owner, LocalDate due, Viewer viewer) {
        led(event, viewer);
        states.open(event.id());
        if (staff.named(owner).isEmpty()) {
            throw new FaultException(
                    Fault.of("CAM-5003", "Nobody has this user name.", owner, "Give the user name of a colleague."));
        }
        repository.give(event.id(), task, owner, due);
        states.note(event.id(), task.key() + " to " + owner, viewer);
    }

    /**
     * Goes on to the next state.
     *
     * @throws FaultException {@code CAM-5004} while something of the checklist stands before it, {@code CAM-5008} for who does
     *     not lead the event
     */
    @Transactional
    public EventState goOn(OnsiteEvent event, Viewer viewer) {
        led(event, viewer);
        EventState state = states.open(event.id());
        Phase needed =
                switch (state) {
                    case PLANNED -> Phase.BEFORE;
                    case RUNNING -> Phase.DURING;
                    case FOLLOWED_UP, CLOSED, CANCELLED -> Phase.AFTER;
                };
        List<String> missing = repository.checklist(event.id()).stream()
                .filter(entry ->
                        entry.task().phase() == needed && entry.doneBy().isEmpty())
                .map(entry -> entry.task().key())
                .toList();
        if (!missing.isEmpty()) {
            throw new FaultException(Fault.of(
                    "CAM-5004",
                    "Something of the checklist is not done: %s.".formatted(String.join(", ", missing)),
                    String.join(", ", missing),
                    "Do it and tick it, then go on."));
        }
        EventState next =
                switch (state) {
                    case PLANNED -> EventState.RUNNING;
                    case RUNNING -> EventState.FOLLOWED_UP;
                    case FOLLOWED_UP, CLOSED, CANCELLED -> EventState.CLOSED;
                };
        repository.turnTo(event.id(), next);
        states.note(event.id(), next.key(), viewer);
        return next;
    }

    /**
     * Calls an event off.
     *
     * @throws FaultException {@code CAM-5008} for who does not lead it
     */
    @Transactional
    public void cancel(OnsiteEvent event, Viewer viewer) {
        led(event, viewer);
        states.open(event.id());
        repository.turnTo(event.id(), EventState.CANCELLED);
        states.note(event.id(), "cancelled", viewer);
    }

    private static void led(OnsiteEvent event, Viewer viewer) {
        if (!event.isLedBy(viewer)) {
            throw new FaultException(Fault.of(
                    "CAM-5008",
                    "The event is led by the branch that holds it.",
                    event.branchName(),
                    "Ask a colleague of that branch, or of one above it."));
        }
    }
}
