package org.yinhang.opportunity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.opportunity.internal.OpportunityRepository;
import org.yinhang.opportunity.internal.PoolRepository;
import org.yinhang.opportunity.internal.TeamRepository;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import org.yinhang.shared.Viewer;

/** The public pool: claimed one at a time within capacity and daily limit, filled again with what nobody works. */
@Service
public class Pool {

    private final PoolRepository repository;
    private final OpportunityRepository opportunities;
    private final TeamRepository team;
    private final WorkRules rules;
    private final Audit audit;
    private final BusinessClock clock;

    Pool(
            PoolRepository repository,
            OpportunityRepository opportunities,
            TeamRepository team,
            WorkRules rules,
            Audit audit,
            BusinessClock clock) {
        this.repository = repository;
        this.opportunities = opportunities;
        this.team = team;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How much somebody may still claim.
     *
     * @param load open opportunities they have
     * @param capacity most of them
     * @param claimed today
     * @param most claims a day
     */
    public record Room(int load, int capacity, int claimed, int most) {

        /** Whether one more is possible. */
        public boolean isLeft() {
            return load < capacity && claimed < most;
        }
    }

    /** What lies in the public pool of the viewer's branch and below. */
    public Slice<Opportunity> page(ListQuery query, Viewer viewer) {
        return opportunities.pool(query, viewer.branchPath());
    }

    /** How much somebody may still claim. */
    public Room room(String staff) {
        WorkSettings settings = rules.today();
        int capacity = team.role(staff)
                .map(role -> settings.capacity().getOrDefault(role, 0))
                .orElse(0);
        return new Room(
                repository.load(staff), capacity, repository.claimedSince(staff, startOfDay()), settings.claimsADay());
    }

    /**
     * Takes one out of the pool; of several who want it at once exactly one gets it.
     *
     * @throws FaultException {@code OPP-6001} when it is gone, {@code OPP-6002} when there is no room for more, {@code OPP-6007}
     *     when they let it lie or put it back a short while ago
     */
    @Transactional
    public void claim(long opportunity, String staff, Viewer viewer) {
        team.lock();
        if (staff.isEmpty() || !room(staff).isLeft()) {
            throw new FaultException(Fault.of(
                    "OPP-6002",
                    "There is no room for more: capacity or the claims of the day are used up.",
                    Long.toString(opportunity),
                    "Close what is done, or claim tomorrow."));
        }
        ClaimRules claims = rules.today().claims();
        if (repository.hasLeft(opportunity, staff, now().minus(claims.pause()))) {
            throw new FaultException(Fault.of(
                    "OPP-6007",
                    "You had it until a short while ago.",
                    Long.toString(opportunity),
                    "Leave it to a colleague; it can be claimed again after %d days."
                            .formatted(claims.pause().toDays())));
        }
        if (!repository.claim(opportunity, staff, viewer.branchPath(), now(), now().plus(claims.lock()))) {
            throw new FaultException(Fault.of(
                    "OPP-6001",
                    "It is not in the pool any more.",
                    Long.toString(opportunity),
                    "A colleague was faster; choose another."));
        }
        opportunities.event(List.of(opportunity), now(), viewer.userName(), "claimed", staff);
    }

    /**
     * Puts one back for the others; the claim of the day is used all the same.
     *
     * @throws FaultException {@code OPP-6008} when it is not theirs or closed, or a follow-up is agreed
     */
    @Transactional
    public void putBack(long opportunity, String staff, Viewer viewer) {
        team.lock();
        if (!repository.putBack(opportunity, staff, now())) {
            throw new FaultException(Fault.of(
                    "OPP-6008",
                    "It cannot go back to the pool.",
                    Long.toString(opportunity),
                    "Only what is yours, open and without a follow-up goes back; hand a promise over instead."));
        }
        opportunities.event(List.of(opportunity), now(), viewer.userName(), "put-back", staff);
    }

    /** How many of these nobody may give to another at present. */
    public int locked(List<Long> wanted) {
        return repository.locked(wanted, now());
    }

    /**
     * The deputy of a customer takes an opportunity of the lead, who is away.
     *
     * @throws FaultException {@code OPP-6005} for anybody but the deputy in force, or where the lead does not have it;
     *     {@code OPP-6002} when there is no room for more
     */
    @Transactional
    public void stepIn(long opportunity, String staff, Viewer viewer) {
        team.lock();
        Room room = room(staff);
        if (staff.isEmpty() || room.load() >= room.capacity()) {
            throw new FaultException(Fault.of(
                    "OPP-6002",
                    "There is no room for more: capacity or the claims of the day are used up.",
                    Long.toString(opportunity),
                    "Close what is done, or claim tomorrow."));
        }
        if (!repository.stepIn(opportunity, staff, now())) {
            throw new FaultException(Fault.of(
                    "OPP-6005",
                    "You are not the deputy of this customer, or the lead does not have the opportunity.",
                    Long.toString(opportunity),
                    "Open the customer again."));
        }
        opportunities.event(List.of(opportunity), now(), viewer.userName(), "assigned", staff + " stepped-in");
        audit.record(
                AuditNote.by(viewer, "opportunity.given", "staff " + staff).with("deputy, opportunity " + opportunity));
    }

    /** Whether somebody may step in for the lead. */
    public boolean mayStepIn(long opportunity, String staff) {
        return repository.mayStepIn(opportunity, staff);
    }

    /** Puts what nobody works back into the pool; returns how many. */
    @Transactional
    public int recycle() {
        WorkSettings settings = rules.today();
        List<Long> recycled =
                repository.recycle(settings.recycleDays(), settings.highValue().fen(), settings.highValueDays(), now());
        opportunities.event(recycled, now(), "system", "recycled", "");
        return recycled.size();
    }

    /** Everybody below the viewer's branch who works opportunities, and how they stand. */
    public List<TeamMember> team(Viewer viewer) {
        return repository.team(viewer.branchPath(), rules.today(), now(), startOfDay());
    }

    /**
     * Gives opportunities to somebody of the viewer's branches; what is locked after a claim stays.
     *
     * @return how many changed hands
     * @throws FaultException {@code OPP-6006} where all of them are locked, {@code OPP-6003} for somebody the viewer does not lead, {@code OPP-6004} when they have no
     *     room for so many
     */
    @Transactional
    public int give(List<Long> wanted, String staff, Viewer viewer) {
        team.lock();
        if (!wanted.isEmpty() && locked(wanted) == wanted.size()) {
            throw new FaultException(Fault.of(
                    "OPP-6006",
                    "Whoever claimed them a short while ago has them to themselves.",
                    Integer.toString(wanted.size()),
                    "Wait until the lock is over, or ask them to put it back."));
        }
        long move = move(wanted, staff, Optional.empty(), viewer);
        int moved = repository.moved(move);
        audit.record(AuditNote.by(viewer, "opportunity.given", "staff " + staff).with(moved + " opportunities"));
        return moved;
    }

    /** Waits for whoever gives opportunities to people, and lets nobody else until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold() {
        team.lock();
    }

    /**
     * Gives opportunities to somebody together with their customers; what is given so comes back with these only.
     *
     * @param handover the handover it belongs to
     * @throws FaultException as {@link #give}
     */
    @Transactional
    public void hand(List<Long> wanted, String staff, long handover, Viewer viewer) {
        move(wanted, staff, Optional.of(handover), viewer);
    }

    /**
     * Gives back what a handover gave, where it was not worked meanwhile and whoever had it has room; returns how many.
     *
     * @param maker user name of who made it
     */
    @Transactional
    public int takeBack(long handover, String maker) {
        team.lock();
        return repository.movesOf(handover).stream()
                .mapToInt(move ->
                        repository.undo(move, maker, Optional.of(handover), rules.today(), now(), clock.realInstant()))
                .sum();
    }

    private long move(List<Long> wanted, String staff, Optional<Long> handover, Viewer viewer) {
        team.lock();
        TeamMember member = team(viewer).stream()
                .filter(one -> one.code().equals(staff))
                .findFirst()
                .orElseThrow(() -> new FaultException(
                        Fault.of("OPP-6003", "There is nobody of this code here.", staff, "Choose one of the team.")));
        if (member.room() < wanted.size()) {
            throw new FaultException(Fault.of(
                    "OPP-6004",
                    "%d are more than the room for %d.".formatted(wanted.size(), member.room()),
                    staff,
                    "Choose fewer, or somebody with more room."));
        }
        PoolRepository.Move move =
                new PoolRepository.Move(staff, viewer.branchPath(), viewer.userName(), handover, clock.realInstant());
        return repository.move(wanted, move, now());
    }

    /** The newest move of the viewer that can be undone. */
    public Optional<Long> undoable(Viewer viewer) {
        return repository.newestMove(viewer.userName()).filter(move -> repository.moved(move) > 0);
    }

    /** How many opportunities a move concerned. */
    public int moved(long move) {
        return repository.moved(move);
    }

    /**
     * Gives back what the viewer's move gave, where it was not worked meanwhile and whoever had it has room; returns how
     * many.
     */
    @Transactional
    public int undo(long move, Viewer viewer) {
        team.lock();
        int back =
                repository.undo(move, viewer.userName(), Optional.empty(), rules.today(), now(), clock.realInstant());
        audit.record(
                AuditNote.by(viewer, "opportunity.given-back", "move " + move).with(back + " opportunities"));
        return back;
    }

    private Instant now() {
        return clock.now().toInstant();
    }

    private Instant startOfDay() {
        return clock.today().atStartOfDay(clock.zone()).toInstant();
    }
}
