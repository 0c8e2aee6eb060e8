package org.yinhang.opportunity.internal;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yinhang.jobs.JobEvent.JobEnded;
import org.yinhang.jobs.JobState;
import org.yinhang.jobs.Jobs;

/** Looks for opportunities whenever the tags are new. */
@Component
class IdentifyAfterTags {

    private static final String TAG_RUN = "tag-run";

    private final Jobs jobs;

    IdentifyAfterTags(Jobs jobs) {
        this.jobs = jobs;
    }

    @EventListener
    void identify(JobEnded ended) {
        if (ended.state() == JobState.SUCCEEDED && ended.name().equals(TAG_RUN)) {
            jobs.request(IdentifyJob.NAME, "", Map.of(), Jobs.SYSTEM);
        }
    }
}
