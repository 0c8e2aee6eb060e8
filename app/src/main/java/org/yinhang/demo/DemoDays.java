package org.yinhang.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.demo.internal.DayPlay;
import org.yinhang.jobs.JobRun;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.Viewer;

/** Days of the simulated bank: asking for the next ones, and how far they are. There are none outside the demo. */
@Service
public class DemoDays {

    /** Most days asked for at once. */
    public static final int MOST = 60;

    private final DayPlay play;
    private final Jobs jobs;

    DemoDays(DayPlay play, Jobs jobs) {
        this.play = play;
        this.jobs = jobs;
    }

    /** Whether there is a simulated bank with days to play. */
    public boolean isPossible() {
        return play.isPossible();
    }

    /** The newest day that was played; empty before the first. */
    public Optional<LocalDate> last() {
        return play.last();
    }

    /** Responses the contacts of a campaign truly added, as the simulated bank knows; empty for campaigns it never answered. */
    public Optional<Double> truth(String campaign) {
        return play.truth(campaign);
    }

    /** What fills the bank or plays days at the moment. */
    public Optional<JobRun> active() {
        return jobs.active().stream()
                .filter(run -> List.of(DemoDayJob.NAME, SampleHistoryJob.NAME, "demo-bank")
                        .contains(run.name()))
                .findFirst();
    }

    /**
     * Asks for the next days.
     *
     * @param days from 1 to {@link #MOST}
     * @throws FaultException {@code DMO-1002} for another number, {@code DMO-1003} where there is no simulated bank or it is
     *     at work
     */
    public JobRun play(int days, Viewer viewer) {
        if (days < 1 || days > MOST) {
            throw new FaultException(Fault.of(
                    "DMO-1002",
                    "So many days cannot be played.",
                    Integer.toString(days),
                    "Ask for 1 to " + MOST + "."));
        }
        if (!isPossible() || active().isPresent()) {
            throw new FaultException(Fault.of(
                    "DMO-1003",
                    "No day can be played now.",
                    "",
                    "Days are played in the demo only, when its bank is filled and no other day is being played."));
        }
        return jobs.request(
                DemoDayJob.NAME, "模拟 simulated", Map.of(DemoDayJob.DAYS, Integer.toString(days)), viewer.userName());
    }
}
