package org.yinhang.model;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.core.fault.FaultException;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.model.internal.ModelRepository;
import org.yinhang.shared.Role;

/** Looks after every champion, and its challenger in the shadow, each morning after the tags. */
@Component
class ModelWatchJob implements JobHandler {

    private final Models models;
    private final ModelWorkshop workshop;
    private final ModelRepository repository;

    ModelWatchJob(Models models, ModelWorkshop workshop, ModelRepository repository) {
        this.models = models;
        this.workshop = workshop;
        this.repository = repository;
    }

    @Override
    public String name() {
        return "model-watch";
    }

    @Override
    public void run(JobContext context) {
        int watched = 0;
        int alerts = 0;
        int changed = 0;
        List<String> failed = new ArrayList<>();
        for (ModelDefinition definition : models.declared()) {
            Optional<ModelVersion> champion = models.champion(definition.id());
            if (champion.isEmpty()) {
                continue;
            }
            Optional<ModelDefinition> own = models.declaration(champion.get());
            if (own.isEmpty()) {
                changed++;
                continue;
            }
            try {
                ModelHealth health = workshop.watch(own.get(), champion.get(), context.progress());
                repository.add(health);
                watched++;
                alerts += health.alerts().size();
            } catch (FaultException e) {
                // The others are looked after all the same.
                failed.add(champion.get().name() + " " + e.faults().getFirst().code());
            }
        }
        context.result("job.told.model-watch", watched, alerts, changed, String.join(", ", failed), failed.size());
    }

    @Override
    public Set<Role> startedBy() {
        return Set.of(Role.ANALYST, Role.COMPLIANCE);
    }

    @Override
    public Optional<LocalTime> daily() {
        return Optional.of(LocalTime.of(6, 30));
    }
}
