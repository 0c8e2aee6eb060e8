package org.yinhang.opportunity.visit;

import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;
import org.yinhang.shared.Role;

/** Every night: deletes the pictures of visits that were kept as long as the settings say. */
@Component
class OldPhotosJob implements JobHandler {

    static final String NAME = "visit-photos";

    private final Visits visits;

    OldPhotosJob(Visits visits) {
        this.visits = visits;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Role> startedBy() {
        return Set.of(Role.ADMINISTRATOR);
    }

    @Override
    public Optional<LocalTime> daily() {
        return Optional.of(LocalTime.of(3, 20));
    }

    @Override
    public void run(JobContext context) {
        context.result("job.told.visit-photos", visits.deleteOldPictures(context.progress()));
    }
}
