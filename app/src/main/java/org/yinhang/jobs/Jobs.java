package org.yinhang.jobs;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.jobs.JobEvent.JobCancelRequested;
import org.yinhang.jobs.JobEvent.JobRequested;
import org.yinhang.jobs.internal.JobQueue;
import org.yinhang.jobs.internal.JobRunRepository;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;

/** Long work: asking for it, watching it, stopping it. */
@Service
public class Jobs {

    /** Who asks for the work nobody asked for. */
    public static final String SYSTEM = "system";

    private final JobRunRepository runs;
    private final JobQueue queue;
    private final ObjectProvider<JobHandler> handlers;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    Jobs(
            JobRunRepository runs,
            JobQueue queue,
            ObjectProvider<JobHandler> handlers,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.runs = runs;
        this.queue = queue;
        this.handlers = handlers;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Asks for a run; it is on disk with the caller's transaction and the worker takes it within a second.
     *
     * @param name the kind of work
     * @param subject what it works on, shown in lists; may be empty
     * @param input what the handler reads; never personal data
     * @param requestedBy a user name or {@link #SYSTEM}
     * @throws FaultException {@code JOB-1003} when no such work is known
     */
    @Transactional
    public JobRun request(String name, String subject, Map<String, String> input, String requestedBy) {
        if (handlers.stream().noneMatch(handler -> handler.name().equals(name))) {
            throw new FaultException(
                    Fault.of("JOB-1003", "No such job.", name, "Choose one of the jobs of this installation."));
        }
        long id = runs.add(name, subject, input, requestedBy, clock.realInstant());
        queue.add(id, clock.realInstant());
        events.publishEvent(new JobRequested(id, name, requestedBy));
        return runs.find(id).orElseThrow();
    }

    /**
     * Asks for a run unless one of these kinds waits or is at work; of two who ask at once one gets it.
     *
     * @param besides the kinds of work it does not go together with, its own among them
     * @return empty where one of them is active
     * @throws FaultException {@code JOB-1003} when no such work is known
     */
    @Transactional
    public Optional<JobRun> requestAlone(
            String name, String subject, Map<String, String> input, String requestedBy, Set<String> besides) {
        runs.askAlone();
        return runs.active().stream().anyMatch(run -> besides.contains(run.name()))
                ? Optional.empty()
                : Optional.of(request(name, subject, input, requestedBy));
    }

    /**
     * Asks, on nobody's behalf, for work that reads everything anew. A run that waits will see what is new and is enough; one
     * at work may have read what was before, so that another follows it.
     */
    @Transactional
    public void renew(String name) {
        runs.askAlone();
        if (runs.active().stream().noneMatch(run -> run.name().equals(name) && run.state() == JobState.QUEUED)) {
            request(name, "", Map.of(), SYSTEM);
        }
    }

    /** Asks a run to stop: at once while it waits, at its next report of progress while it works. */
    @Transactional
    public void cancel(JobRun run, String requestedBy) {
        if (runs.requestCancel(run.id(), clock.realInstant())) {
            events.publishEvent(new JobCancelRequested(run.id(), run.name(), requestedBy));
        }
    }

    /** The run of that number. */
    public Optional<JobRun> find(long id) {
        return runs.find(id);
    }

    /** One page of the runs, the newest first. */
    public Slice<JobRun> page(ListQuery query) {
        return runs.page(query);
    }

    /** Finished runs per day from that day on: succeeded and failed. */
    public Map<LocalDate, long[]> perDay(LocalDate from) {
        return runs.perDay(from, clock.zone());
    }

    /** The runs that wait or are at work, the oldest first. */
    public List<JobRun> active() {
        return runs.active();
    }

    /** Whether a run of this kind has ever succeeded. */
    public boolean hasSucceeded(String name) {
        return runs.hasSucceeded(name);
    }

    /** The kinds of work there are, by name. */
    public List<JobHandler> kinds() {
        return handlers.stream().sorted(Comparator.comparing(JobHandler::name)).toList();
    }
}
