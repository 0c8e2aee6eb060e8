package org.yinhang.decision.outreach;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.decision.offer.ValueTerms;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;
import org.yinhang.shared.Role;

/** Plans today's contacts over all products, channels and customers, in the worker. */
@Component
class OutreachJob implements JobHandler {

    static final String NAME = "outreach";

    private final Outreaches outreaches;

    OutreachJob(Outreaches outreaches) {
        this.outreaches = outreaches;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Role> startedBy() {
        return Set.of(Role.ANALYST);
    }

    @Override
    public void run(JobContext context) {
        long id = outreaches
                .plan(ValueTerms.bundled(), OutreachTerms.bundled(), context.progress())
                .orElseThrow(() -> new FaultException(
                        Fault.of("DEC-3001", "The tags have never been computed.", "", "Start 'compute tags' first.")));
        OutreachSummary summary = outreaches.find(id).orElseThrow();
        context.result("job.told.outreach", summary.contacts(), summary.customers(), summary.valueFen() / 100);
    }
}
