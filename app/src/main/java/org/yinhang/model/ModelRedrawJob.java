package org.yinhang.model;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;
import org.yinhang.jobs.JobRun;
import org.yinhang.jobs.Jobs;
import org.yinhang.model.internal.RedrawRepository;

/** Judges curves drawn anew in the worker, on the days their parent was judged on; those with a reason become a draft. */
@Component
class ModelRedrawJob implements JobHandler {

    static final String NAME = "model-redraw";

    private final Models models;
    private final ModelWorkshop workshop;
    private final RedrawRepository redraws;
    private final TransactionOperations transactions;
    private final ObjectProvider<Jobs> jobs;

    ModelRedrawJob(
            Models models,
            ModelWorkshop workshop,
            RedrawRepository redraws,
            TransactionOperations transactions,
            ObjectProvider<Jobs> jobs) {
        this.models = models;
        this.workshop = workshop;
        this.redraws = redraws;
        this.transactions = transactions;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobContext context) {
        Redraw redraw = redraws.find(context.runId()).orElseThrow();
        if (redraw.version().isPresent()) {
            return;
        }
        String by =
                jobs.getObject().find(context.runId()).map(JobRun::requestedBy).orElse(Jobs.SYSTEM);
        ModelVersion parent = models.find(redraw.model(), redraw.parent());
        ModelWorkshop.Redrawn redrawn = workshop.redraw(parent, redraw.edits(), context.progress());
        redraws.judged(redraw.run(), redrawn.effect());
        context.result("AUC %.4f → %.4f"
                .formatted(
                        redrawn.effect().before().auc(),
                        redrawn.effect().after().auc()));
        if (redraw.isKept()) {
            transactions.executeWithoutResult(done -> redraws.kept(
                    redraw.run(),
                    models.register(redrawn.trained(), redrawn.impact(), by, parent, redraw.reason())
                            .version()));
        }
    }
}
