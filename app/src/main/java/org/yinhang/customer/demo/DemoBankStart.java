package org.yinhang.customer.demo;

import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.YinhangSettings;

/** Asks for the simulated bank when a demo starts that has none, also after a run that failed. */
@Component
@ConditionalOnWebApplication
class DemoBankStart implements ApplicationRunner {

    private final Jobs jobs;
    private final BusinessClock clock;
    private final YinhangSettings settings;
    private final DemoBankChoice choice;

    DemoBankStart(Jobs jobs, BusinessClock clock, YinhangSettings settings, DemoBankChoice choice) {
        this.jobs = jobs;
        this.clock = clock;
        this.settings = settings;
        this.choice = choice;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean isWanted = settings.demo() && choice.customers() > 0 && !jobs.hasSucceeded(DemoBankJob.NAME);
        if (isWanted && jobs.active().stream().noneMatch(run -> run.name().equals(DemoBankJob.NAME))) {
            Map<String, String> input = DemoBankJob.input(choice, clock.today().minusDays(settings.playedDays()));
            jobs.request(DemoBankJob.NAME, "模拟数据 simulated", input, Jobs.SYSTEM);
        }
    }
}
