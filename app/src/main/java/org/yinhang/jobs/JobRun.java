package org.yinhang.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yinhang.core.fault.Fault;

/**
 * One run of a job.
 *
 * @param id its number
 * @param name the kind of work
 * @param subject what it works on, a file or list name; empty when there is only one thing it could be
 * @param state where it stands
 * @param step what is being done now, in words
 * @param done units of the step finished
 * @param total units of the step in all, 0 when unknown
 * @param stepStarted when the step began
 * @param requestedBy the user name, or {@code system}
 * @param requestedAt when it was asked for
 * @param startedAt when the worker took it
 * @param finishedAt when it was over
 * @param attempts how often it was started, apart from starts that ended because the whole Yinhang was stopped
 * @param isCancelRequested whether somebody asked it to stop
 * @param result the outcome in words; empty until it succeeded
 * @param faults why it failed
 */
public record JobRun(
        long id,
        String name,
        String subject,
        JobState state,
        String step,
        long done,
        long total,
        Optional<Instant> stepStarted,
        String requestedBy,
        Instant requestedAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        int attempts,
        boolean isCancelRequested,
        String result,
        List<Fault> faults) {

    public JobRun {
        faults = List.copyOf(faults);
    }

    /** The message key of the kind of work. */
    public String titleKey() {
        return "job." + name;
    }

    /** How long it ran, or has run until now. */
    public Optional<Duration> took(Instant now) {
        return startedAt.map(start -> Duration.between(start, finishedAt.orElse(now)));
    }

    /** How long the present step will still take at its mean speed so far; unknown in its first hundredth. */
    public Optional<Duration> timeLeft(Instant now) {
        if (state != JobState.RUNNING || total <= 0 || done * 100 < total || done >= total) {
            return Optional.empty();
        }
        return stepStarted.map(start ->
                Duration.ofMillis((long) (Duration.between(start, now).toMillis() * ((double) (total - done) / done))));
    }
}
