package org.yinhang.model;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yinhang.access.DemoStaff;
import org.yinhang.access.StaffUsers;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.YinhangSettings;

/**
 * Trains every model that ships on the simulated bank and puts it in force, as the demo's analyst and its compliance officer
 * would, saying so in every reason. Run again, it does what is still missing. Only in a demo.
 */
@Component
class DemoModelsJob implements JobHandler {

    static final String NAME = "demo-models";

    /** The key of its input that names one model; without it all are trained. */
    private static final String ONLY = "model";

    private static final String REASON = "模拟演示，自动批准 (simulated: approved by itself for the demo)";

    private final Models models;
    private final ModelWorkshop workshop;
    private final StaffUsers staff;
    private final YinhangSettings settings;

    DemoModelsJob(Models models, ModelWorkshop workshop, StaffUsers staff, YinhangSettings settings) {
        this.models = models;
        this.workshop = workshop;
        this.staff = staff;
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobContext context) {
        if (!settings.demo()) {
            throw new FaultException(Fault.of(
                    "MDL-2020", "Models approve themselves in a demo only.", "", "Train and approve models by hand."));
        }
        String only = context.input().getOrDefault(ONLY, "");
        List<ModelDefinition> wanted = models.shipped().stream()
                .filter(definition -> only.isEmpty() || only.equals(definition.id()))
                .filter(definition -> models.champion(definition.id()).isEmpty())
                .toList();
        int inForce = 0;
        List<String> refused = new ArrayList<>();
        for (ModelDefinition definition : wanted) {
            try {
                ModelWorkshop.Trained trained = workshop.train(definition, context.progress());
                putInForce(models.register(trained.model(), trained.impact(), DemoStaff.ANALYST.userName()));
                inForce++;
            } catch (FaultException e) {
                // A small bank has too few outcomes for some models; the others are in force all the same.
                refused.add(definition.id() + " " + e.faults().getFirst().code());
            }
        }
        context.result("job.told.demo-models", inForce, String.join(", ", refused), refused.size());
    }

    private void putInForce(ModelVersion draft) {
        Viewer analyst = staff.named(DemoStaff.ANALYST.userName()).orElseThrow();
        Viewer officer = staff.named(DemoStaff.COMPLIANCE.userName()).orElseThrow();
        ModelVersion validated = models.moveInDemo(draft, Stage.VALIDATED, analyst, REASON);
        ModelVersion approved = models.moveInDemo(validated, Stage.APPROVED, officer, REASON);
        models.moveInDemo(approved, Stage.CHAMPION, officer, REASON);
    }
}
