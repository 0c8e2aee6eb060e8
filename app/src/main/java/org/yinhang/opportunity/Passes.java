package org.yinhang.opportunity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.opportunity.internal.OpportunityRepository;
import org.yinhang.opportunity.internal.PassRepository;
import org.yinhang.opportunity.internal.TeamRepository;
import org.yinhang.opportunity.internal.WorkerRepository;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;

/**
 * Passing opportunities from who attacks to who follows up. Once somebody of the attack team has spoken with a customer and agreed to
 * talk again, a colleague of the same branch who follows up goes on; customers somebody keeps stay with their keeper.
 */
@Service
public class Passes {

    private final PassRepository repository;
    private final WorkerRepository workers;
    private final TeamRepository team;
    private final OpportunityRepository opportunities;
    private final Skills skills;
    private final Pool pool;
    private final WorkRules rules;
    private final Audit audit;
    private final BusinessClock clock;

    Passes(
            PassRepository repository,
            WorkerRepository workers,
            TeamRepository team,
            OpportunityRepository opportunities,
            Skills skills,
            Pool pool,
            WorkRules rules,
            Audit audit,
            BusinessClock clock) {
        this.repository = repository;
        this.workers = workers;
        this.team = team;
        this.opportunities = opportunities;
        this.skills = skills;
        this.pool = pool;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** Before anything of somebody who attacks is held: whoever gives opportunities to people goes one at a time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void prepare(String staff) {
        if (workers.team(staff) == WorkTeam.ATTACK) {
            team.lock();
        }
    }

    /**
     * Passes an opportunity on after a contact, where it is to be; {@link #prepare} came before. It stays where nobody spoke with the
     * customer, nothing more than a talk was agreed, the customer is kept by who called, a claim locks it, it came back once, or
     * nobody of the branch who follows up has room.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void after(Opportunity opportunity, CallOutcome outcome, NextStep next, String staff, Viewer viewer) {
        boolean hasSpoken = outcome == CallOutcome.REACHED || outcome == CallOutcome.REFUSED;
        if (!hasSpoken || !next.isTalk() || workers.team(staff) != WorkTeam.ATTACK) {
            return;
        }
        Set<String> fields = skills.fields().apply(opportunity.product());
        repository
                .branchOfPassable(opportunity.id(), staff, now())
                .flatMap(branch -> AssignmentPlan.follower(branch, fields, team.seats(rules.today())))
                .ifPresent(to -> pass(opportunity.id(), staff, to, fields, viewer));
    }

    private void pass(long opportunity, String from, Seat to, Set<String> fields, Viewer viewer) {
        String why = to.isGoodAt(fields) ? "passed-on-skill" : "passed-on";
        repository.pass(opportunity, from, to.staff(), why, now());
        opportunities.event(List.of(opportunity), now(), viewer.userName(), "assigned", to.staff() + " " + why);
        audit.record(AuditNote.by(viewer, "opportunity.passed-on", "staff " + to.staff())
                .with("opportunity " + opportunity));
    }

    /** What somebody passed on today that is still with whoever got it. */
    public List<PassedOn> passedBy(String staff) {
        return repository.from(staff, startOfDay());
    }

    /** What was passed on to somebody who has neither read nor worked it yet. */
    public List<PassedOn> unreadBy(String staff) {
        return repository.unread(staff);
    }

    /** How an opportunity came to who works it, while they have neither worked it nor given it back. */
    public Optional<PassedOn> unworked(Opportunity opportunity, String staff) {
        return repository.unworked(opportunity.id(), staff);
    }

    /** Who got it has read what happened before. */
    @Transactional
    public void read(long opportunity, String staff, Viewer viewer) {
        if (repository.read(opportunity, staff, now())) {
            opportunities.event(List.of(opportunity), now(), viewer.userName(), "read", "");
        }
    }

    /**
     * Gives an opportunity back to who passed it on: by whoever got it until they contact the customer, by whoever passed it on until
     * then on the same day. It is not passed on again.
     *
     * @throws FaultException {@code OPP-6104} for anybody else, or once it was worked; {@code OPP-6002} where who passed it on has
     *     no room
     */
    @Transactional
    public void back(long opportunity, String staff, Viewer viewer) {
        team.lock();
        PassedOn passed = repository
                .returnable(opportunity, staff, startOfDay())
                .orElseThrow(
                        () -> new FaultException(
                                Fault.of(
                                        "OPP-6104",
                                        "It cannot go back to who passed it on.",
                                        Long.toString(opportunity),
                                        "Once the customer was contacted it stays; ask the head of the branch to give it to somebody else.")));
        Pool.Room room = pool.room(passed.from().code());
        if (room.load() >= room.capacity()) {
            throw new FaultException(Fault.of(
                    "OPP-6002",
                    "There is no room for more: capacity or the claims of the day are used up.",
                    passed.from().code(),
                    "Close what is done, or claim tomorrow."));
        }
        repository.back(opportunity, passed, viewer.userName(), now());
        opportunities.event(
                List.of(opportunity),
                now(),
                viewer.userName(),
                "assigned",
                passed.from().code() + " passed-back");
        audit.record(AuditNote.by(
                        viewer,
                        "opportunity.passed-back",
                        "staff " + passed.from().code())
                .with("opportunity " + opportunity));
    }

    private Instant now() {
        return clock.now().toInstant();
    }

    private Instant startOfDay() {
        return clock.today().atStartOfDay(clock.zone()).toInstant();
    }
}
