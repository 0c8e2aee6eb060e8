package org.yinhang.model;

import java.time.LocalDate;
import java.util.List;
import org.yinhang.core.evaluation.Evaluation;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.learning.ResponseModel;
import org.yinhang.core.learning.ResponseTrainer;
import org.yinhang.core.learning.TrainingSettings;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.table.Table;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.tag.TagCatalogue;
import org.yinhang.lake.training.CompiledModel;
import org.yinhang.lake.training.ModelCompiler;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.lake.training.TrainingSet;
import org.yinhang.lake.training.TrainingSets;

/** Trains declared models: learns from the older observation days and judges on the newest, which nothing else has seen. */
public final class ModelTraining {

    /** A tenth of the rows, whose successes are counted. */
    private static final int TENTH = 10;

    private final TrainingSets sets;
    private final Snapshot snapshot;
    private final TagCatalogue tags;
    private final int threads;

    /** @param threads processor threads; the model does not depend on them */
    public ModelTraining(TrainingSets sets, Snapshot snapshot, TagCatalogue tags, int threads) {
        this.sets = sets;
        this.snapshot = snapshot;
        this.tags = tags;
        this.threads = threads;
    }

    /**
     * Trains a model.
     *
     * @param asOf the day of training; nothing of it or later is seen
     * @throws FaultException when the declaration or the data do not allow it; MDL-1023 when only one outcome occurs
     */
    public TrainedModel train(ModelDefinition definition, LocalDate asOf, Progress progress) {
        CompiledModel compiled = ModelCompiler.compile(definition, tags, snapshot);
        TrainingSet set = sets.build(compiled, asOf, progress);
        int[] learned = set.learned();
        int[] heldOut = set.heldOut();
        checkBoth(set, learned, "learned from");
        checkBoth(set, heldOut, "kept for judging");
        ResponseModel model = ResponseTrainer.train(
                set.withOutcome(learned),
                TrainingSet.TARGET,
                List.of(),
                new TrainingSettings(definition.kind(), false, 1, definition.seed(), threads),
                progress);
        Table judged = set.features().select(heldOut);
        int[] days = new int[heldOut.length];
        for (int i = 0; i < days.length; i++) {
            days[i] = set.dayOf()[heldOut[i]] - set.days().learned();
        }
        Evaluation evaluation = Evaluation.of(
                model.probabilities(judged), set.outcomes(heldOut), days, Math.max(1, heldOut.length / TENTH));
        return new TrainedModel(set, model, evaluation);
    }

    private static void checkBoth(TrainingSet set, int[] rows, String what) {
        int successes = 0;
        for (boolean outcome : set.outcomes(rows)) {
            successes += outcome ? 1 : 0;
        }
        if (successes == 0 || successes == rows.length) {
            throw new FaultException(Fault.of(
                    "MDL-1023",
                    "Of the %,d rows %s for model '%s', %,d are successes: there is nothing to tell apart."
                            .formatted(rows.length, what, set.model().id(), successes),
                    set.model().definition().where(),
                    "Look at its outcome, or take more observation days."));
        }
    }
}
