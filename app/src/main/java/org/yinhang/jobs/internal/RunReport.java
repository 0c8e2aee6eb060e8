package org.yinhang.jobs.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.yinhang.core.progress.Progress;
import org.yinhang.jobs.JobCancelledException;
import org.yinhang.jobs.JobContext;

/** The context of one run: writes progress at most four times a second, and unwinds a cancelled run. */
final class RunReport implements JobContext {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final long runId;
    private final Map<String, String> input;
    private final JobRunRepository runs;
    private final Clock clock;
    private String result = "";
    private String step = "";
    private Instant stepStarted;
    private long lastWrite;

    RunReport(long runId, Map<String, String> input, JobRunRepository runs, Clock clock) {
        this.runId = runId;
        this.input = Map.copyOf(input);
        this.runs = runs;
        this.clock = clock;
        this.stepStarted = clock.instant();
        this.lastWrite = System.nanoTime() - PAUSE_NANOS;
    }

    @Override
    public long runId() {
        return runId;
    }

    @Override
    public Map<String, String> input() {
        return input;
    }

    @Override
    public Progress progress() {
        return this::report;
    }

    private synchronized void report(String name, long done, long total) {
        boolean isNewStep = !name.equals(step);
        if (isNewStep) {
            step = name;
            stepStarted = clock.instant();
        }
        long now = System.nanoTime();
        if (isNewStep || done == total || now - lastWrite >= PAUSE_NANOS) {
            lastWrite = now;
            if (runs.progress(runId, name, done, total, stepStarted)) {
                throw new JobCancelledException();
            }
        }
    }

    @Override
    public synchronized void result(String words) {
        result = words;
    }

    synchronized String result() {
        return result;
    }
}
