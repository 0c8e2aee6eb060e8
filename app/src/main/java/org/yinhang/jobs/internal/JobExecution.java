package org.yinhang.jobs.internal;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.fault.FullDisk;
import org.yinhang.jobs.JobCancelledException;
import org.yinhang.jobs.JobEvent.JobEnded;
import org.yinhang.jobs.JobHandler;
import org.yinhang.jobs.JobRun;
import org.yinhang.jobs.JobState;

/** Runs one run from beginning to end and writes down how it ended. */
@Component
class JobExecution {

    private static final Logger LOG = LoggerFactory.getLogger(JobExecution.class);
    /** A run that took the worker down three times is not given a fourth chance to. */
    private static final int MOST_ATTEMPTS = 3;

    private final JobRunRepository runs;
    private final ObjectProvider<JobHandler> handlers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    JobExecution(
            JobRunRepository runs, ObjectProvider<JobHandler> handlers, Clock clock, ApplicationEventPublisher events) {
        this.runs = runs;
        this.handlers = handlers;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Runs it unless it was cancelled meanwhile.
     *
     * @return false when the worker is stopping and the run must start again elsewhere
     */
    boolean run(long id) {
        JobRun run = runs.find(id).orElse(null);
        if (run == null || !runs.start(id, clock.instant())) {
            if (run != null && !run.state().isOver()) {
                end(run, JobState.CANCELLED, "", List.of());
            }
            return true;
        }
        JobHandler handler = handlers.stream()
                .filter(each -> each.name().equals(run.name()))
                .findFirst()
                .orElse(null);
        if (handler == null || run.attempts() >= MOST_ATTEMPTS) {
            end(run, JobState.FAILED, "", List.of(handler == null ? unknown(run) : died(run)));
            return true;
        }
        RunReport report = new RunReport(id, runs.input(id), runs, clock);
        try {
            handler.run(report);
            end(run, JobState.SUCCEEDED, report.result(), List.of());
        } catch (JobCancelledException e) {
            end(run, JobState.CANCELLED, "", List.of());
        } catch (FaultException e) {
            end(run, JobState.FAILED, "", e.faults());
        } catch (Exception e) {
            if (Thread.currentThread().isInterrupted() || e instanceof InterruptedException) {
                runs.requeue(id);
                return false;
            }
            LOG.error("Run {} of {} failed", id, run.name(), e);
            end(run, JobState.FAILED, "", List.of(unexpected(run, e)));
        } catch (LinkageError | OutOfMemoryError e) {
            LOG.error("Run {} of {} failed", id, run.name(), e);
            end(run, JobState.FAILED, "", List.of(unexpected(run, e)));
        }
        return true;
    }

    private void end(JobRun run, JobState state, String result, List<Fault> faults) {
        runs.end(run.id(), state, result, faults, clock.instant());
        events.publishEvent(new JobEnded(run.id(), run.name(), state));
    }

    private static Fault unexpected(JobRun run, Throwable cause) {
        if (FullDisk.isBehind(cause)) {
            return FullDisk.fault();
        }
        return Fault.of(
                "JOB-1001",
                "The job ended unexpectedly (" + cause.getClass().getSimpleName() + ").",
                run.name() + " " + run.id(),
                "The worker's log has the details; tell the administrator the number of the run.");
    }

    private static Fault died(JobRun run) {
        return Fault.of(
                "JOB-1002",
                "The worker process ended " + MOST_ATTEMPTS + " times while it did this job.",
                run.name() + " " + run.id(),
                "Memory is the usual cause: give the machine more, or the job less.");
    }

    private static Fault unknown(JobRun run) {
        return Fault.of(
                "JOB-1003",
                "No such job in this installation.",
                run.name(),
                "It came from another version; ask again.");
    }
}
