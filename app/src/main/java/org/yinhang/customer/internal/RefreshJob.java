package org.yinhang.customer.internal;

import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.customer.CustomerRefresh;
import org.yinhang.customer.RefreshState;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;
import org.yinhang.shared.Role;

/** Refreshes the operational rows in the worker: by hand, and every morning. */
@Component
class RefreshJob implements JobHandler {

    static final String NAME = "customer-refresh";

    private final CustomerRefresh refresh;

    RefreshJob(CustomerRefresh refresh) {
        this.refresh = refresh;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobContext context) {
        RefreshState state = refresh.run(context.progress());
        context.result(
                "job.told.customer-refresh",
                state.customers(),
                state.asOf().toString(),
                Long.toString(state.snapshot()));
    }

    @Override
    public Set<Role> startedBy() {
        return Set.of(Role.ADMINISTRATOR, Role.ANALYST);
    }

    @Override
    public Optional<LocalTime> daily() {
        return Optional.of(LocalTime.of(5, 0));
    }
}
