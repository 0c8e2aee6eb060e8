package org.yinhang.outcome;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;
import org.yinhang.outcome.internal.OutcomeLoad;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.YinhangSettings;

/**
 * Brings what the platform did back into the lake: every morning before customers and tags are renewed, by hand, and soon after
 * something was done, so seldom that it is at work a twentieth of the time at most.
 */
@Component
public class OutcomesJob implements JobHandler {

    /** The name of the job. */
    public static final String NAME = "outcomes";

    /** So many times as long as a run took it rests before the next for news. */
    private static final int REST = 19;

    /** So long after the start of a run that failed none follows for news. */
    private static final Duration AFTER_FAILURE = Duration.ofHours(1);

    private final OutcomeLoad load;
    private final BusinessClock clock;
    private final YinhangSettings settings;

    /** What had been done when the last run began, and until when it rests; of this process alone: another looks once more. */
    private volatile long seen = -1;

    private volatile Instant restsUntil = Instant.MIN;

    OutcomesJob(OutcomeLoad load, BusinessClock clock, YinhangSettings settings) {
        this.load = load;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Role> startedBy() {
        return Set.of(Role.ANALYST, Role.ADMINISTRATOR);
    }

    @Override
    public Optional<LocalTime> daily() {
        return Optional.of(LocalTime.of(4, 40));
    }

    @Override
    public Optional<Duration> lookedAtEvery() {
        return Optional.of(settings.outcomesEvery()).filter(Duration::isPositive);
    }

    @Override
    public boolean hasNews() {
        return clock.realInstant().isAfter(restsUntil) && load.done() != seen;
    }

    @Override
    public void run(JobContext context) {
        long done = load.done();
        Instant begun = clock.realInstant();
        restsUntil = begun.plus(AFTER_FAILURE);
        context.result("job.told.outcomes", load.run(context.progress()));
        Instant ended = clock.realInstant();
        seen = done;
        restsUntil = ended.plus(Duration.between(begun, ended).multipliedBy(REST));
    }
}
