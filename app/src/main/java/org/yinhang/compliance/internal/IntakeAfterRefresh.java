package org.yinhang.compliance.internal;

import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yinhang.jobs.JobEvent.JobEnded;
import org.yinhang.jobs.JobState;
import org.yinhang.jobs.Jobs;

/** Brings the ledgers to the bank's data whenever the customers have been brought there. */
@Component
class IntakeAfterRefresh {

    private static final Set<String> RENEWING = Set.of("demo-bank", "customer-refresh");

    private final Jobs jobs;

    IntakeAfterRefresh(Jobs jobs) {
        this.jobs = jobs;
    }

    @EventListener
    void take(JobEnded ended) {
        if (ended.state() == JobState.SUCCEEDED && RENEWING.contains(ended.name())) {
            jobs.request(IntakeJob.NAME, "", Map.of(), Jobs.SYSTEM);
        }
    }
}
