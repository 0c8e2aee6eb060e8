package org.yinhang.jobs;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.yinhang.shared.Role;

/**
 * A kind of long work; a module contributes one by declaring a bean. Its name in the two languages is the message
 * {@code job.NAME}. A run that is interrupted (worker killed, machine restarted) starts again from the beginning, so
 * running twice must do no harm.
 */
public interface JobHandler {

    /** Its stable name, such as {@code audit-verify}. */
    String name();

    /**
     * Does the work.
     *
     * @param context input, progress and result of this run
     * @throws Exception ends the run as failed; a {@link org.yinhang.core.fault.FaultException} shows its faults
     */
    void run(JobContext context) throws Exception;

    /** The roles that may start it by hand, without input, from the jobs page; nobody by default. */
    default Set<Role> startedBy() {
        return Set.of();
    }

    /** The time of day, in the bank's zone, at which it runs by itself; never by default. */
    default Optional<LocalTime> daily() {
        return Optional.empty();
    }

    /** How often {@link #hasNews} is asked, beside the daily run; never by default. */
    default Optional<Duration> lookedAtEvery() {
        return Optional.empty();
    }

    /** Whether there is something for it to do that was not there when it ran last. */
    default boolean hasNews() {
        return false;
    }
}
