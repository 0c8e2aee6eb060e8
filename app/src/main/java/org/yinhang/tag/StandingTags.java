package org.yinhang.tag;

import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yinhang.jobs.JobEvent.JobEnded;
import org.yinhang.jobs.JobState;
import org.yinhang.jobs.Jobs;

/** Computes the tags anew whenever the customers have been brought to a new day, and once the demo has its models. */
@Component
class StandingTags {

    /** The jobs after which the customers stand on a new day, or models score them for the first time. */
    private static final Set<String> RENEWING = Set.of("demo-bank", "demo-models", "customer-refresh");

    private final Jobs jobs;

    StandingTags(Jobs jobs) {
        this.jobs = jobs;
    }

    @EventListener
    void renew(JobEnded ended) {
        if (ended.state() == JobState.SUCCEEDED && RENEWING.contains(ended.name())) {
            jobs.renew(TagRunJob.NAME);
        }
    }
}
