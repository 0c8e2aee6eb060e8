package org.yinhang.opportunity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.access.DataScope;
import org.yinhang.access.StaffUser;
import org.yinhang.access.StaffUsers;
import org.yinhang.jobs.Jobs;
import org.yinhang.opportunity.internal.OpportunityRepository;
import org.yinhang.opportunity.internal.TaskedOpportunityRepository;
import org.yinhang.opportunity.internal.TeamRepository;
import org.yinhang.reach.ContactTasks;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import org.yinhang.shared.Viewer;

/** The opportunities of the bank, each question within the reach of who asks. */
@Service
public class Opportunities {

    private final OpportunityRepository repository;
    private final TaskedOpportunityRepository tasked;
    private final TeamRepository team;
    private final StaffUsers staff;
    private final ContactTasks tasks;
    private final BusinessClock clock;

    Opportunities(
            OpportunityRepository repository,
            TaskedOpportunityRepository tasked,
            TeamRepository team,
            StaffUsers staff,
            ContactTasks tasks,
            BusinessClock clock) {
        this.repository = repository;
        this.tasked = tasked;
        this.team = team;
        this.staff = staff;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** What a viewer may see. */
    public OpportunityReach reach(Viewer viewer) {
        return new OpportunityReach(DataScope.ofCustomers(viewer), staffCode(viewer));
    }

    /** A viewer's code in the bank's staff list; empty for none. */
    public String staffCode(Viewer viewer) {
        return staff.named(viewer.userName()).flatMap(StaffUser::staffCode).orElse("");
    }

    /** One page; filters are {@code stage}, {@code place}, {@code product}, {@code owner}, {@code reason}, {@code clock},
     * {@code team}, {@code given}. */
    public Slice<Opportunity> page(ListQuery query, OpportunityReach reach) {
        return repository.page(query, reach, now());
    }

    /** What the open ones come to. */
    public OpportunityFigures figures(OpportunityReach reach) {
        return repository.figures(reach, now());
    }

    /** The opportunity of a number. */
    public Optional<Opportunity> find(long id, OpportunityReach reach) {
        return repository.find(id, reach);
    }

    /** Those of a customer the viewer may see anyway, open ones first. */
    public List<Opportunity> ofCustomer(int customer) {
        return repository.ofCustomer(customer);
    }

    /** Everything that happened to one, the newest first. */
    public List<OpportunityEvent> history(Opportunity opportunity) {
        return repository.history(opportunity.id());
    }

    /** Closes what is past its last day and withdraws its tasks; returns how many. */
    @Transactional
    public int expire() {
        team.lock();
        List<Long> closed = repository.expire(clock.today(), now());
        repository.event(closed, now(), "system", "expired", "");
        tasks.withdraw(tasked.tasks(closed), Jobs.SYSTEM, "expired");
        return closed.size();
    }

    /** Notes those whose service clock has run out; returns how many were noted now. */
    @Transactional
    public int escalate() {
        team.lock();
        List<Long> late = repository.escalate(now());
        repository.event(late, now(), "system", "escalated", "");
        return late.size();
    }

    private Instant now() {
        return clock.now().toInstant();
    }
}
