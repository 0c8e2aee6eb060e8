package org.yinhang.model;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;
import org.yinhang.jobs.JobRun;
import org.yinhang.jobs.Jobs;
import org.yinhang.model.internal.BroughtRepository;

/** Judges a model made elsewhere in the worker and keeps it as a draft. */
@Component
class ModelBringJob implements JobHandler {

    static final String NAME = "model-bring";

    private final Models models;
    private final ModelWorkshop workshop;
    private final BroughtRepository brought;
    private final TransactionOperations transactions;
    private final ObjectProvider<Jobs> jobs;

    ModelBringJob(
            Models models,
            ModelWorkshop workshop,
            BroughtRepository brought,
            TransactionOperations transactions,
            ObjectProvider<Jobs> jobs) {
        this.models = models;
        this.workshop = workshop;
        this.brought = brought;
        this.transactions = transactions;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Killed and run again, it keeps one draft: the draft and the note of it are one transaction. */
    @Override
    public void run(JobContext context) {
        BroughtModel one = brought.find(context.runId()).orElseThrow();
        if (one.version().isEmpty()) {
            String by = jobs.getObject()
                    .find(context.runId())
                    .map(JobRun::requestedBy)
                    .orElse(Jobs.SYSTEM);
            ModelWorkshop.Trained judged = workshop.bring(
                    models.declared(one.model()).orElseThrow(), one.file(), one.use(), context.progress());
            transactions.executeWithoutResult(done -> brought.kept(
                    one.run(),
                    models.registerBrought(
                                    judged.model(),
                                    judged.impact(),
                                    by,
                                    one.file().name(),
                                    one.reason())
                            .version()));
        }
        context.result(one.model() + " ← " + one.file().name());
    }
}
