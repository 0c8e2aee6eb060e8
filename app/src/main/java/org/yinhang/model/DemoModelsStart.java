package org.yinhang.model;

import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yinhang.jobs.JobEvent.JobEnded;
import org.yinhang.jobs.JobState;
import org.yinhang.jobs.Jobs;
import org.yinhang.jobs.PresentDay;

/** Asks for models once the demo has its bank, its tags and its sample campaigns, so that a newcomer sees those first. */
@Component
@ConditionalOnProperty("yinhang.demo-models")
class DemoModelsStart {

    private static final Set<String> AFTER = Set.of("tag-run", "demo-samples");

    private final Jobs jobs;
    private final PresentDay day;

    DemoModelsStart(Jobs jobs, PresentDay day) {
        this.jobs = jobs;
        this.day = day;
    }

    @EventListener
    void train(JobEnded ended) {
        boolean isDue = AFTER.contains(ended.name())
                && ended.state() == JobState.SUCCEEDED
                && !day.isToCome()
                && !jobs.hasSucceeded(DemoModelsJob.NAME);
        if (isDue) {
            jobs.requestAlone(DemoModelsJob.NAME, "模拟数据 simulated", Map.of(), Jobs.SYSTEM, Set.of(DemoModelsJob.NAME));
        }
    }
}
