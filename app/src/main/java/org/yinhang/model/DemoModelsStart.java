package org.yinhang.model;

import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yinhang.jobs.JobEvent.JobEnded;
import org.yinhang.jobs.JobState;
import org.yinhang.jobs.Jobs;

/** Asks for models once the demo has its bank, its tags and its sample campaigns, so that a newcomer sees those first. */
@Component
@ConditionalOnProperty("yinhang.demo-models")
class DemoModelsStart {

    private static final Set<String> AFTER = Set.of("tag-run", "demo-samples");

    private final Jobs jobs;
    private final int playedDays;

    DemoModelsStart(Jobs jobs, @Value("${yinhang.demo-bank.played-days:40}") int playedDays) {
        this.jobs = jobs;
        this.playedDays = playedDays;
    }

    @EventListener
    void train(JobEnded ended) {
        boolean isDue = AFTER.contains(ended.name())
                && ended.state() == JobState.SUCCEEDED
                && (playedDays == 0 || jobs.hasSucceeded("demo-samples"))
                && !jobs.hasSucceeded(DemoModelsJob.NAME)
                && jobs.active().stream().noneMatch(run -> run.name().equals(DemoModelsJob.NAME));
        if (isDue) {
            jobs.request(DemoModelsJob.NAME, "模拟数据 simulated", Map.of(), Jobs.SYSTEM);
        }
    }
}
