package org.yinhang.jobs.internal;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Runs that were at work when the whole Yinhang ended, by a power cut or {@code kill -9}: before a worker takes them up again,
 * that start is forgiven them. Only workers that die by themselves speak against a run.
 */
@Component
@ConditionalOnWebApplication
class LeftRuns implements ApplicationRunner {

    private final JobRunRepository runs;

    LeftRuns(JobRunRepository runs) {
        this.runs = runs;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        runs.forgiveStops();
    }
}
