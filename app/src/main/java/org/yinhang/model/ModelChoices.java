package org.yinhang.model;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.jobs.JobRun;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.tag.TagCatalogue;
import org.yinhang.lake.training.ModelCompiler;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.lake.training.TrainingChoice;
import org.yinhang.model.internal.ChoiceRepository;
import org.yinhang.shared.Viewer;
import org.yinhang.tag.TagDefinitions;

/** Trainings as an analyst chooses them: first a look at the rows, then the training, both in the worker. */
@Service
public class ModelChoices {

    private final Models models;
    private final TagDefinitions tags;
    private final Lake lake;
    private final Jobs jobs;
    private final ChoiceRepository choices;

    ModelChoices(Models models, TagDefinitions tags, Lake lake, Jobs jobs, ChoiceRepository choices) {
        this.models = models;
        this.tags = tags;
        this.lake = lake;
        this.jobs = jobs;
        this.choices = choices;
    }

    /** The tags a model of this declaration may not learn from, each with why. */
    public Map<String, Fault> refused(ModelDefinition declared) {
        Snapshot snapshot = lake.current();
        return ModelCompiler.refused(declared, TagCatalogue.compile(tags.inForce(), snapshot), snapshot);
    }

    /**
     * Asks for a look at the rows a choice would learn from.
     *
     * @throws FaultException with everything that is wrong with the choice; MDL-1033 when a copy takes the name of a model
     */
    @Transactional
    public JobRun look(ModelDefinition declared, TrainingChoice choice, Viewer viewer) {
        choice.copy().map(TrainingChoice.Copy::id).ifPresent(models::checkFree);
        ModelDefinition chosen = choice.from(declared);
        Snapshot snapshot = lake.current();
        ModelCompiler.compile(chosen, TagCatalogue.compile(tags.inForce(), snapshot), snapshot);
        return request(ModelLookJob.NAME, declared.id(), chosen, viewer);
    }

    /**
     * Asks for the training of what was looked at; it becomes a draft.
     *
     * @throws FaultException MDL-1033 when another copy has taken the name since
     */
    @Transactional
    public JobRun train(ModelChoice looked, Viewer viewer) {
        looked.copy().ifPresent(models::checkFree);
        return request(ModelTrainJob.NAME, looked.base(), looked.definition(), viewer);
    }

    private JobRun request(String job, String base, ModelDefinition chosen, Viewer viewer) {
        JobRun run = jobs.request(job, chosen.id(), Map.of(), viewer.userName());
        choices.add(run.id(), base, chosen);
        return run;
    }

    /** The choice a run works on. */
    public Optional<ModelChoice> find(long run) {
        return choices.find(run);
    }
}
