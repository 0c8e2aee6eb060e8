package org.yinhang.opportunity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yinhang.access.DataScope;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;
import org.yinhang.jobs.Jobs;
import org.yinhang.opportunity.Assignments;
import org.yinhang.opportunity.IdentificationRules;
import org.yinhang.opportunity.Identified;
import org.yinhang.opportunity.Opportunities;
import org.yinhang.opportunity.OpportunityReach;
import org.yinhang.opportunity.OpportunityRule;
import org.yinhang.opportunity.Pool;
import org.yinhang.shared.Role;

/**
 * After every run of the tags: opportunities past their day are closed, those nobody works go back to the
 * pool, new ones are found, those whose clock ran out noted, and
 * everything that waits is given to somebody.
 */
@Component
class IdentifyJob implements JobHandler {

    static final String NAME = "opportunity-identify";

    private final Identification identification;
    private final IdentificationRules rules;
    private final TaskIntake tasks;
    private final Opportunities opportunities;
    private final Assignments assignments;
    private final Pool pool;

    IdentifyJob(
            Identification identification,
            IdentificationRules rules,
            TaskIntake tasks,
            Opportunities opportunities,
            Assignments assignments,
            Pool pool) {
        this.identification = identification;
        this.rules = rules;
        this.tasks = tasks;
        this.opportunities = opportunities;
        this.assignments = assignments;
        this.pool = pool;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Role> startedBy() {
        return Set.of(Role.ANALYST, Role.ADMINISTRATOR);
    }

    @Override
    public void run(JobContext context) {
        int expired = opportunities.expire();
        int recycled = pool.recycle();
        Identified all = tasks.takeAll(context.progress());
        List<Fault> faults = new ArrayList<>();
        for (OpportunityRule rule : rules.inForce()) {
            try {
                Identified one = identification.rule(rule, context.progress());
                rules.ran(rule, one, "");
                all = all.plus(one);
            } catch (FaultException e) {
                rules.ran(rule, Identified.NOTHING, codes(e));
                faults.addAll(e.faults());
            }
        }
        int late = opportunities.escalate();
        int placed = assignments
                .assignAll(new OpportunityReach(DataScope.wholeBank(), ""), Jobs.SYSTEM)
                .size();
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        context.result(
                "job.told.opportunity-identify",
                all.chosen(),
                all.withheld(),
                all.heldOut(),
                all.silent(),
                all.refused(),
                all.opened(),
                all.joined(),
                placed,
                late,
                expired,
                recycled);
    }

    private static String codes(FaultException e) {
        return e.faults().stream().map(Fault::code).distinct().collect(Collectors.joining(" "));
    }
}
