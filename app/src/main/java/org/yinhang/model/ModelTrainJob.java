package org.yinhang.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;
import org.yinhang.jobs.JobRun;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.model.internal.ChoiceRepository;
import org.yinhang.shared.Role;

/**
 * Trains models in the worker and keeps them as drafts: what an analyst chose, or else the declared ones: those
 * asked for, or all that ship.
 */
@Component
class ModelTrainJob implements JobHandler {

    static final String NAME = "model-train";

    /** Input: the models to train, separated by commas; without it all that ship. */
    static final String MODELS = "models";

    private final Models models;
    private final ModelWorkshop workshop;
    private final ChoiceRepository choices;
    private final TransactionOperations transactions;
    private final ObjectProvider<Jobs> jobs;

    ModelTrainJob(
            Models models,
            ModelWorkshop workshop,
            ChoiceRepository choices,
            TransactionOperations transactions,
            ObjectProvider<Jobs> jobs) {
        this.models = models;
        this.workshop = workshop;
        this.choices = choices;
        this.transactions = transactions;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobContext context) {
        String by =
                jobs.getObject().find(context.runId()).map(JobRun::requestedBy).orElse(Jobs.SYSTEM);
        choices.find(context.runId())
                .ifPresentOrElse(choice -> train(choice, by, context), () -> trainDeclared(by, context));
    }

    /** Killed and run again, it trains once: the draft and the note of it are one transaction. */
    private void train(ModelChoice choice, String by, JobContext context) {
        if (choice.version().isEmpty()) {
            ModelWorkshop.Trained trained = workshop.train(choice.definition(), context.progress());
            transactions.executeWithoutResult(done -> {
                choice.copy().ifPresent(models::checkFree);
                choices.trained(
                        choice.run(),
                        models.register(trained.model(), trained.impact(), by).version());
            });
        }
        context.result(choice.definition().id());
    }

    private void trainDeclared(String by, JobContext context) {
        List<String> wanted = Arrays.stream(
                        context.input().getOrDefault(MODELS, "").split(","))
                .filter(id -> !id.isBlank())
                .toList();
        List<Fault> faults = new ArrayList<>();
        int trained = 0;
        List<ModelDefinition> chosen = wanted.isEmpty()
                ? models.shipped()
                : models.declared().stream()
                        .filter(definition -> wanted.contains(definition.id()))
                        .toList();
        for (ModelDefinition definition : chosen) {
            try {
                ModelWorkshop.Trained draft = workshop.train(definition, context.progress());
                models.register(draft.model(), draft.impact(), by);
                trained++;
            } catch (FaultException e) {
                faults.addAll(e.faults());
            }
        }
        if (trained == 0 && !faults.isEmpty()) {
            throw new FaultException(faults);
        }
        context.result("job.told.model-train", trained, faults.size());
    }

    @Override
    public Set<Role> startedBy() {
        return Set.of(Role.ANALYST);
    }
}
