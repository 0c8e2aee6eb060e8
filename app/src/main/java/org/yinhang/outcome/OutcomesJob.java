package org.yinhang.outcome;

import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;
import org.yinhang.outcome.internal.OutcomeLoad;
import org.yinhang.shared.Role;

/** Brings what the platform did back into the lake: every morning before customers and tags are renewed, and by hand. */
@Component
public class OutcomesJob implements JobHandler {

    /** The name of the job. */
    public static final String NAME = "outcomes";

    private final OutcomeLoad load;

    OutcomesJob(OutcomeLoad load) {
        this.load = load;
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
    public Optional<LocalTime> daily() {
        return Optional.of(LocalTime.of(4, 40));
    }

    @Override
    public void run(JobContext context) {
        context.result("job.told.outcomes", load.run(context.progress()));
    }
}
