package org.yinhang.demo;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.yinhang.demo.internal.DayPlay;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;

/** Plays days of the simulated bank in the worker. Killed anywhere, it goes on with the day it was at, up to the same last day. */
@Component
class DemoDayJob implements JobHandler {

    static final String NAME = "demo-day";

    /** The key of its input that says up to which day. */
    static final String LAST = "last";

    private final DayPlay play;

    DemoDayJob(DayPlay play) {
        this.play = play;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobContext context) throws Exception {
        if (!play.isPossible()) {
            throw DemoDays.notNow();
        }
        LocalDate last = LocalDate.parse(context.input().get(LAST));
        context.result("job.told.demo-day", play.playUntil(last, context).toString());
    }
}
