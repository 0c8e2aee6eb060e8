package org.yinhang.decision.outreach;

import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yinhang.jobs.JobEvent.JobEnded;
import org.yinhang.jobs.JobState;
import org.yinhang.jobs.Jobs;
import org.yinhang.jobs.PresentDay;
import org.yinhang.model.Models;

/**
 * Plans the contacts of the bank's present day anew whenever the tags are new, once there is a model in force to weigh them
 * by. While a demo's models are on their way so are other tags, and it waits: for the tags computed after them, or for
 * their end where they failed.
 */
@Component
@ConditionalOnBooleanProperty(name = "yinhang.standing-outreach", matchIfMissing = true)
class StandingOutreach {

    private static final String MODELS = "demo-models";

    private static final Set<String> AFTER = Set.of("tag-run");

    private final Jobs jobs;
    private final PresentDay day;
    private final Models models;

    StandingOutreach(Jobs jobs, PresentDay day, Models models) {
        this.jobs = jobs;
        this.day = day;
        this.models = models;
    }

    @EventListener
    void plan(JobEnded ended) {
        boolean isWithoutNewModels = ended.name().equals(MODELS) && ended.state() != JobState.SUCCEEDED;
        boolean isDue = day.isReached(ended, AFTER) || (isWithoutNewModels && !day.isToCome());
        if (isDue
                && models.declared().stream()
                        .anyMatch(model -> models.champion(model.id()).isPresent())
                && jobs.active().stream().noneMatch(run -> run.name().equals(MODELS))) {
            jobs.renew(OutreachJob.NAME);
        }
    }
}
