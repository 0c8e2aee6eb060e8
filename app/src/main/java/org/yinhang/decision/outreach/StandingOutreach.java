package org.yinhang.decision.outreach;

import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yinhang.jobs.JobEvent.JobEnded;
import org.yinhang.jobs.JobState;
import org.yinhang.jobs.Jobs;
import org.yinhang.model.Models;

/** Plans the day's contacts anew whenever the tags are new, once there is a model in force to weigh them by. */
@Component
@ConditionalOnBooleanProperty(name = "yinhang.standing-outreach", matchIfMissing = true)
class StandingOutreach {

    private static final String AFTER = "tag-run";

    /** While these are at work, models are on their way, and so are other tags. */
    private static final Set<String> NOT_DURING = Set.of(OutreachJob.NAME, "demo-models");

    private final Jobs jobs;
    private final Models models;

    StandingOutreach(Jobs jobs, Models models) {
        this.jobs = jobs;
        this.models = models;
    }

    @EventListener
    void plan(JobEnded ended) {
        boolean isDue = ended.name().equals(AFTER)
                && ended.state() == JobState.SUCCEEDED
                && models.declared().stream()
                        .anyMatch(model -> models.champion(model.id()).isPresent());
        if (isDue && jobs.active().stream().noneMatch(run -> NOT_DURING.contains(run.name()))) {
            jobs.request(OutreachJob.NAME, "", Map.of(), Jobs.SYSTEM);
        }
    }
}
