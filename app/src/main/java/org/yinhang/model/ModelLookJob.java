package org.yinhang.model;

import org.springframework.stereotype.Component;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;
import org.yinhang.lake.training.TrainingOutlook;
import org.yinhang.model.internal.ChoiceRepository;

/** Looks in the worker at the rows a training would learn from, so that its analyst knows before it starts. */
@Component
class ModelLookJob implements JobHandler {

    static final String NAME = "model-look";

    private final ModelWorkshop workshop;
    private final ChoiceRepository choices;

    ModelLookJob(ModelWorkshop workshop, ChoiceRepository choices) {
        this.workshop = workshop;
        this.choices = choices;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobContext context) {
        ModelChoice choice = choices.find(context.runId()).orElseThrow();
        TrainingOutlook outlook = workshop.look(choice.definition(), context.progress());
        choices.looked(context.runId(), outlook);
        context.result(
                "job.told.model-look",
                outlook.rows(false) + outlook.rows(true),
                outlook.successes(false) + outlook.successes(true));
    }
}
