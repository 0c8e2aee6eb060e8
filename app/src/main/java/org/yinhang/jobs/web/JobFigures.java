package org.yinhang.jobs.web;

import java.time.LocalDate;
import org.yinhang.jobs.JobRun;
import org.yinhang.jobs.JobState;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;

/**
 * How the jobs stand.
 *
 * @param running at work now
 * @param waiting in the queue
 * @param succeeded in the last seven days
 * @param failed in the last seven days
 */
public record JobFigures(long running, long waiting, long succeeded, long failed) {

    static JobFigures of(Jobs jobs, BusinessClock clock) {
        LocalDate week = LocalDate.ofInstant(clock.realInstant(), clock.zone()).minusDays(6);
        long good = 0;
        long bad = 0;
        for (long[] counts : jobs.perDay(week).values()) {
            good += counts[0];
            bad += counts[1];
        }
        long running = 0;
        long waiting = 0;
        for (JobRun run : jobs.active()) {
            if (run.state() == JobState.RUNNING) {
                running++;
            } else {
                waiting++;
            }
        }
        return new JobFigures(running, waiting, good, bad);
    }
}
