package org.yinhang.demo;

import java.util.Map;
import org.yinhang.core.progress.Progress;
import org.yinhang.jobs.JobContext;

/** A run of a job in the thread of a test. */
record Step(Map<String, String> input, Progress progress) implements JobContext {

    @Override
    public long runId() {
        return 0;
    }

    @Override
    public void result(String words) {
        // Nobody asks.
    }
}
