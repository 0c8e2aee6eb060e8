package org.yinhang.demo.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.Jobs;

/**
 * Plays the days between the end of the simulated bank's history and the day the demo opens: those on which a sample campaign
 * sends as every played day, the others in one pass. So what the campaigns came to is what customers did, and not written by
 * anybody.
 */
@Component
public class SampleHistory {

    /** What must have been done to the bank's history before a campaign can choose anybody. */
    private static final Set<String> FIRST = Set.of("tag-run", "compliance-intake");

    private static final long PAUSE_MILLIS = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final DayPlay play;
    private final SampleCampaigns samples;
    private final Jobs jobs;

    SampleHistory(DayPlay play, SampleCampaigns samples, Jobs jobs) {
        this.play = play;
        this.samples = samples;
        this.jobs = jobs;
    }

    /** Plays up to the opening. Interrupted, it goes on where it was. */
    public void play(LocalDate opening, JobContext context) throws Exception {
        await();
        play.renewWhereNothingIs(context);
        for (LocalDate day = play.businessDate(); day.isBefore(opening); day = play.businessDate()) {
            samples.prepare(day, opening);
            Optional<LocalDate> due = samples.nextDue(day, opening);
            if (due.filter(day.plusDays(1)::equals).isPresent()) {
                play.play(context);
            } else {
                play.rest(due.map(next -> next.minusDays(1)).orElse(opening), context);
            }
        }
        samples.prepare(opening, opening);
    }

    private void await() throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && jobs.active().stream().anyMatch(run -> FIRST.contains(run.name()))) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
