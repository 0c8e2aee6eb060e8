package org.yinhang.opportunity.internal;

import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yinhang.opportunity.OpportunityStage;
import org.yinhang.reach.TaskClosing;
import org.yinhang.shared.BusinessClock;

/**
 * Carries a task that was closed on its own page over to the opportunity made of it: a refusal closes it, a talk moves it on, and
 * one that was there for the task alone ends with a call nobody answered. What was written down as a call has moved already.
 */
@Component
class FinishedTasks {

    private final CallRepository calls;
    private final OpportunityRepository opportunities;
    private final TaskedOpportunityRepository tasked;
    private final BusinessClock clock;

    FinishedTasks(
            CallRepository calls,
            OpportunityRepository opportunities,
            TaskedOpportunityRepository tasked,
            BusinessClock clock) {
        this.calls = calls;
        this.opportunities = opportunities;
        this.tasked = tasked;
        this.clock = clock;
    }

    @EventListener
    void closing(TaskClosing task) {
        Instant now = clock.now().toInstant();
        for (TaskedOpportunity one : tasked.ofTask(task.touch())) {
            OpportunityStage stage = stage(one, task.outcome());
            if (stage != one.stage()) {
                if (stage.isOpen()) {
                    calls.advance(one.id(), stage, now);
                } else {
                    calls.close(one.id(), stage, now, task.outcome());
                }
                opportunities.event(List.of(one.id()), now, task.by(), "task", task.outcome());
            }
        }
    }

    private static OpportunityStage stage(TaskedOpportunity one, String outcome) {
        return switch (outcome) {
            case "refused" -> OpportunityStage.LOST;
            case "not-reached" -> one.isForTasksAlone() ? OpportunityStage.LOST : one.stage();
            case "appointment" -> further(one.stage(), OpportunityStage.APPOINTED);
            case "reached" -> further(one.stage(), OpportunityStage.CONTACTED);
            default -> throw new IllegalArgumentException("outcome: %s (expected: one of a task)".formatted(outcome));
        };
    }

    private static OpportunityStage further(OpportunityStage before, OpportunityStage now) {
        return before.compareTo(now) > 0 ? before : now;
    }
}
