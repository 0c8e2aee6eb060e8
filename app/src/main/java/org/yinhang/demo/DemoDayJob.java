package org.yinhang.demo;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.yinhang.demo.internal.DayPlay;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;

/** Plays days of the simulated bank in the worker. Killed anywhere, it goes on with the day it was at. */
@Component
class DemoDayJob implements JobHandler {

    static final String NAME = "demo-day";

    static final String DAYS = "days";

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
        int days = Integer.parseInt(context.input().getOrDefault(DAYS, "1"));
        if (!play.isPossible()) {
            context.result("no simulated bank");
            return;
        }
        LocalDate day = play.play(context);
        for (int played = 1; played < days; played++) {
            day = play.play(context);
        }
        context.result("模拟 simulated: %s".formatted(day));
    }
}
