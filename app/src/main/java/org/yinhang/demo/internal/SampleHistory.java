package org.yinhang.demo.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yinhang.jobs.JobContext;

/**
 * Plays the days between the end of the simulated bank's history and the day the demo opens: those on which a sample campaign
 * sends as every played day, the others in one pass. So what the campaigns came to is what customers did, and not written by
 * anybody.
 */
@Component
public class SampleHistory {

    private final DayPlay play;
    private final SampleCampaigns samples;
    private final SampleCases cases;

    SampleHistory(DayPlay play, SampleCampaigns samples, SampleCases cases) {
        this.play = play;
        this.samples = samples;
        this.cases = cases;
    }

    /** Plays up to the opening. Interrupted, it goes on where it was. */
    public void play(LocalDate opening, JobContext context) throws Exception {
        play.finish(context);
        play.renewWhereNothingIs(context);
        for (LocalDate day = play.businessDate(); day.isBefore(opening); day = play.businessDate()) {
            cases.write();
            samples.prepare(day, opening);
            Optional<LocalDate> due = samples.nextDue(day, opening);
            if (due.filter(day.plusDays(1)::equals).isPresent()) {
                play.play(context);
            } else {
                play.rest(due.map(next -> next.minusDays(1)).orElse(opening), context);
            }
        }
        cases.write();
        samples.prepare(opening, opening);
    }
}
