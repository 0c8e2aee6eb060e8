package org.yinhang.demo;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yinhang.demo.internal.SampleHistory;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobEvent.JobEnded;
import org.yinhang.jobs.JobHandler;
import org.yinhang.jobs.JobState;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.YinhangSettings;

/** Once the demo's bank is filled and has its tags, plays its sample campaigns up to the day of the calendar. */
@Component
class SampleHistoryJob implements JobHandler {

    static final String NAME = "demo-samples";

    private static final String OPENING = "opening";

    private static final Set<String> AFTER = Set.of("tag-run", DemoDayJob.NAME);

    private final SampleHistory history;
    private final Jobs jobs;
    private final BusinessClock clock;
    private final YinhangSettings settings;

    SampleHistoryJob(SampleHistory history, Jobs jobs, BusinessClock clock, YinhangSettings settings) {
        this.history = history;
        this.jobs = jobs;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** With the first tags there is somebody to choose; also after a run that failed, or a day asked for before. */
    @EventListener
    void begin(JobEnded ended) {
        boolean hasTags = ended.state() == JobState.SUCCEEDED && AFTER.contains(ended.name());
        boolean isWanted = hasTags && settings.demo() && settings.playedDays() > 0 && jobs.hasSucceeded("demo-bank");
        if (isWanted && !jobs.hasSucceeded(NAME)) {
            LocalDate opening = LocalDate.ofInstant(clock.realInstant(), clock.zone());
            jobs.requestAlone(NAME, "模拟 simulated", Map.of(OPENING, opening.toString()), Jobs.SYSTEM, DemoDays.AT_WORK);
        }
    }

    @Override
    public void run(JobContext context) throws Exception {
        if (!settings.demo()) {
            throw DemoDays.notNow();
        }
        LocalDate opening = LocalDate.parse(context.input().get(OPENING));
        history.play(opening, context);
        context.result("job.told.demo-day", opening.toString());
    }
}
