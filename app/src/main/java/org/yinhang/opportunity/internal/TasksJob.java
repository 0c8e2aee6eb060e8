package org.yinhang.opportunity.internal;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yinhang.access.DataScope;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;
import org.yinhang.jobs.JobState;
import org.yinhang.jobs.Jobs;
import org.yinhang.opportunity.Assignments;
import org.yinhang.opportunity.Identified;
import org.yinhang.opportunity.OpportunityReach;
import org.yinhang.reach.ContactTaskMade;

/** As soon as campaigns want calls, appointments or visits: makes opportunities of them and gives them to people. */
@Component
class TasksJob implements JobHandler {

    static final String NAME = "opportunity-tasks";

    private final TaskIntake tasks;
    private final Assignments assignments;

    TasksJob(TaskIntake tasks, Assignments assignments) {
        this.tasks = tasks;
        this.assignments = assignments;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobContext context) {
        Identified taken = tasks.takeAll(context.progress());
        assignments.assignAll(new OpportunityReach(DataScope.wholeBank(), ""), Jobs.SYSTEM);
        context.result("job.told.opportunity-tasks", taken.chosen(), taken.withheld(), taken.opened(), taken.joined());
    }

    /** Asks for the work when a task is made: however many come at once, one run waits. */
    @Component
    static class Asking {

        private final Jobs jobs;

        Asking(Jobs jobs) {
            this.jobs = jobs;
        }

        @EventListener
        synchronized void ask(ContactTaskMade made) {
            boolean isAsked =
                    jobs.active().stream().anyMatch(run -> run.name().equals(NAME) && run.state() == JobState.QUEUED);
            if (!isAsked) {
                jobs.request(NAME, "", Map.of(), Jobs.SYSTEM);
            }
        }
    }
}
