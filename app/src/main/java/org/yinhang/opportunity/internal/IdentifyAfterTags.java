package org.yinhang.opportunity.internal;

import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yinhang.jobs.JobEvent.JobEnded;
import org.yinhang.jobs.Jobs;
import org.yinhang.jobs.PresentDay;

/** Looks for opportunities whenever the tags are new and the bank has come to its present day. */
@Component
class IdentifyAfterTags {

    private static final Set<String> AFTER = Set.of("tag-run");

    private final Jobs jobs;
    private final PresentDay day;

    IdentifyAfterTags(Jobs jobs, PresentDay day) {
        this.jobs = jobs;
        this.day = day;
    }

    @EventListener
    void identify(JobEnded ended) {
        if (day.isReached(ended, AFTER)) {
            jobs.renew(IdentifyJob.NAME);
        }
    }
}
