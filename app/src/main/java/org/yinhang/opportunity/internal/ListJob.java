package org.yinhang.opportunity.internal;

import org.springframework.stereotype.Component;
import org.yinhang.access.DataScope;
import org.yinhang.access.StaffUsers;
import org.yinhang.audience.Audiences;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;
import org.yinhang.opportunity.Assignments;
import org.yinhang.opportunity.Identified;
import org.yinhang.opportunity.OpportunityList;
import org.yinhang.opportunity.OpportunityLists;
import org.yinhang.opportunity.OpportunityReach;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;

/** Turns the customers of a list into opportunities and gives them to people. */
@Component
class ListJob implements JobHandler {

    private final ListRepository lists;
    private final Identification identification;
    private final Assignments assignments;
    private final Audiences audiences;
    private final StaffUsers staff;
    private final BusinessClock clock;

    ListJob(
            ListRepository lists,
            Identification identification,
            Assignments assignments,
            Audiences audiences,
            StaffUsers staff,
            BusinessClock clock) {
        this.lists = lists;
        this.identification = identification;
        this.assignments = assignments;
        this.audiences = audiences;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    public String name() {
        return OpportunityLists.FILL_JOB;
    }

    @Override
    public void run(JobContext context) {
        long id = Long.parseLong(context.input().get("list"));
        OpportunityList list = lists.find(id).orElseThrow();
        Viewer maker = staff.named(list.madeBy())
                .orElseThrow(() -> new FaultException(
                        Fault.of("OPP-2006", "Whoever made the list is gone.", list.name(), "Make it again.")));
        String predicate = audiences
                .find(list.audience(), maker)
                .orElseThrow(() -> new FaultException(
                        Fault.of("OPP-2003", "There is no such audience.", list.name(), "Choose one of the list.")))
                .predicate();
        Identified outcome = identification.list(list, predicate, maker, context.progress());
        lists.filled(id, outcome, clock.realInstant());
        assignments.assignAll(new OpportunityReach(DataScope.ofCustomers(maker), ""), maker.userName());
        context.result(
                "job.told.opportunity-list",
                outcome.chosen(),
                outcome.withheld(),
                outcome.heldOut(),
                outcome.refused(),
                outcome.opened(),
                outcome.joined());
    }
}
