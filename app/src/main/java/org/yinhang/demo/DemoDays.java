package org.yinhang.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.demo.internal.DayPlay;
import org.yinhang.jobs.JobRun;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.increment.IncrementReport;
import org.yinhang.shared.Viewer;

/** Days of the simulated bank: asking for the next ones, and how far they are. There are none outside the demo. */
@Service
public class DemoDays {

    /** Most days asked for at once. */
    public static final int MOST = 60;

    /** What fills the bank or plays days: only one at a time. */
    static final Set<String> AT_WORK = Set.of(DemoDayJob.NAME, SampleHistoryJob.NAME, "demo-bank");

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

    /**
     * Responses the contacts of a campaign truly added, as the simulated bank knows: to the customers a measurement is about,
     * those of months old enough, and to all while no month is. Empty for campaigns it never answered.
     */
    public Optional<Double> truth(String campaign, IncrementReport.Increment measured) {
        Set<YearMonth> months = measured.cohorts().stream()
                .filter(cohort -> cohort.effect().isPresent())
                .map(IncrementReport.CohortIncrement::month)
                .collect(Collectors.toSet());
        return months.isEmpty() ? play.truth(campaign) : play.truth(campaign, months);
    }

    /** What fills the bank or plays days at the moment. */
    public Optional<JobRun> active() {
        return jobs.active().stream()
                .filter(run -> AT_WORK.contains(run.name()))
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
            throw notNow();
        }
        LocalDate last = play.next().plusDays(days - 1L);
        return jobs.requestAlone(
                        DemoDayJob.NAME,
                        "模拟 simulated",
                        Map.of(DemoDayJob.LAST, last.toString()),
                        viewer.userName(),
                        AT_WORK)
                .orElseThrow(DemoDays::notNow);
    }

    /** Where no day can be played. */
    static FaultException notNow() {
        return new FaultException(Fault.of(
                "DMO-1003",
                "No day can be played now.",
                "",
                "Days are played in the demo only, when its bank is filled and no other day is being played."));
    }
}
