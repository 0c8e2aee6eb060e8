package org.yinhang.customer.internal;

import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.customer.Keepers;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;
import org.yinhang.shared.Role;

/** At the beginning of each day: customers whose keeper was given for a time go back. */
@Component
class KeepersJob implements JobHandler {

    private final Keepers keepers;

    KeepersJob(Keepers keepers) {
        this.keepers = keepers;
    }

    @Override
    public String name() {
        return "customer-keepers";
    }

    @Override
    public void run(JobContext context) {
        context.result("job.told.customer-keepers", keepers.settle());
    }

    @Override
    public Set<Role> startedBy() {
        return Set.of(Role.ADMINISTRATOR);
    }

    @Override
    public Optional<LocalTime> daily() {
        return Optional.of(LocalTime.of(0, 10));
    }
}
