package org.yinhang.jobs;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.jobs.JobEvent.JobEnded;
import org.yinhang.shared.YinhangSettings;

/**
 * When work that belongs to the bank's present day is due. A demo plays days in a row: what is planned or found on one of
 * them is past before anybody sees it, so such work waits for the last day and is done once.
 */
@Component
public class PresentDay {

    /** Plays the days up to the one on which a demo opens. */
    private static final String FIRST_DAYS = "demo-samples";

    private static final Set<String> PLAYING = Set.of(FIRST_DAYS, "demo-day");

    private final Jobs jobs;
    private final YinhangSettings settings;

    PresentDay(Jobs jobs, YinhangSettings settings) {
        this.jobs = jobs;
        this.settings = settings;
    }

    /** Whether a demo plays days at the moment, or has yet to play those up to the day on which it opens. */
    public boolean isToCome() {
        return (settings.demo() && settings.playedDays() > 0 && !jobs.hasSucceeded(FIRST_DAYS))
                || jobs.active().stream().anyMatch(run -> PLAYING.contains(run.name()));
    }

    /**
     * Whether, now that a run has ended, work that follows some jobs is due: after one of them that succeeded while no day
     * is to come, and after days were played, however that ended.
     */
    public boolean isReached(JobEnded ended, Set<String> after) {
        return PLAYING.contains(ended.name())
                || (ended.state() == JobState.SUCCEEDED && after.contains(ended.name()) && !isToCome());
    }
}
