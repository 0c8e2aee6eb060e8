package org.yinhang.model;

import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yinhang.jobs.JobEvent.JobEnded;
import org.yinhang.jobs.JobState;
import org.yinhang.jobs.Jobs;

/** Asks for models once the demo has its bank and the first tags, so that a newcomer sees those first. */
@Component
@ConditionalOnProperty("yinhang.demo-models")
class DemoModelsStart {

    private static final String AFTER = "tag-run";

    private final Jobs jobs;

    DemoModelsStart(Jobs jobs) {
        this.jobs = jobs;
    }

    @EventListener
    void train(JobEnded ended) {
        boolean isDue = ended.name().equals(AFTER)
                && ended.state() == JobState.SUCCEEDED
                && !jobs.hasSucceeded(DemoModelsJob.NAME)
                && jobs.active().stream().noneMatch(run -> run.name().equals(DemoModelsJob.NAME));
        if (isDue) {
            jobs.request(DemoModelsJob.NAME, "模拟数据 simulated", Map.of(), Jobs.SYSTEM);
        }
    }
}
