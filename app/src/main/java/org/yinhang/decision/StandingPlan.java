package org.yinhang.decision;

import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yinhang.jobs.JobEvent.JobEnded;
import org.yinhang.jobs.Jobs;
import org.yinhang.jobs.PresentDay;

/** Computes the standing campaign's plan anew whenever the customers have been brought to the bank's present day. */
@Component
class StandingPlan {

    /** The jobs after which the customers stand on a new day. */
    private static final Set<String> RENEWING = Set.of("demo-bank", "customer-refresh");

    private final Jobs jobs;
    private final PresentDay day;

    StandingPlan(Jobs jobs, PresentDay day) {
        this.jobs = jobs;
        this.day = day;
    }

    @EventListener
    void replan(JobEnded ended) {
        if (day.isReached(ended, RENEWING)) {
            jobs.renew(PlanJob.NAME);
        }
    }
}
