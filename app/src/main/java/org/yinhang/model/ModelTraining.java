package org.yinhang.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yinhang.core.evaluation.Assessment;
import org.yinhang.core.evaluation.Evaluation;
import org.yinhang.core.evaluation.Fairness;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.learning.ModelFile;
import org.yinhang.core.learning.Predictions;
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
import org.yinhang.lake.training.ModelScorer;
import org.yinhang.lake.training.TrainingOutlook;
import org.yinhang.lake.training.TrainingSet;
import org.yinhang.lake.training.TrainingSets;
import org.yinhang.model.internal.TruthComparison;

/** Trains declared models: learns from the older observation days and judges on the newest, which nothing else has seen. */
public final class ModelTraining {

    /** A tenth of the rows, whose successes are counted. */
    private static final int TENTH = 10;

    private final TrainingSets sets;
    private final Snapshot snapshot;
    private final TagCatalogue tags;
    private final int threads;
    private final Optional<TruthComparison> truth;

    /**
     * @param threads processor threads; the model does not depend on them
     * @param truth what is really so, on the simulated bank
     */
    public ModelTraining(
            TrainingSets sets, Snapshot snapshot, TagCatalogue tags, int threads, Optional<TruthComparison> truth) {
        this.sets = sets;
        this.snapshot = snapshot;
        this.tags = tags;
        this.threads = threads;
        this.truth = truth;
    }

    /**
     * Trains a model.
     *
     * @param asOf the day of training; nothing of it or later is seen
     * @throws FaultException when the declaration or the data do not allow it; MDL-1023 when only one outcome occurs
     */
    public TrainedModel train(ModelDefinition definition, LocalDate asOf, Progress progress) {
        TrainingSet set = set(definition, asOf, progress);
        int[] learned = set.learned();
        ResponseModel model = ResponseTrainer.train(
                set.withOutcome(learned),
                TrainingSet.TARGET,
                List.of(),
                set.observations(learned),
                settings(definition),
                progress);
        return judge(set, model, progress);
    }

    /**
     * Brings in a model made elsewhere; the rows others would learn from calibrate it, if that is asked for.
     *
     * @throws FaultException what {@link #train} would refuse, and what {@link ModelFile#over} does
     */
    public TrainedModel bring(
            ModelDefinition definition, LocalDate asOf, ModelFile file, ModelFile.Use use, Progress progress) {
        TrainingSet set = set(definition, asOf, progress);
        int[] learned = set.learned();
        ResponseModel model = file.over(
                set.features().select(learned), set.outcomes(learned), TrainingSet.TARGET, use, settings(definition));
        return judge(set, model, progress);
    }

    private TrainingSettings settings(ModelDefinition definition) {
        return new TrainingSettings(
                definition.kind(),
                false,
                1,
                definition.seed(),
                threads,
                definition.features().monotone());
    }

    /** Judges a model on the newest days of a training set, which it has not seen. */
    TrainedModel judge(TrainingSet set, ResponseModel model, Progress progress) {
        ModelDefinition definition = set.model().definition();
        int[] heldOut = set.heldOut();
        Table judged = set.features().select(heldOut);
        Predictions predictions = model.score(judged);
        double[] probabilities = predictions.probabilities();
        boolean[] outcomes = set.outcomes(heldOut);
        int top = Math.max(1, heldOut.length / TENTH);
        Evaluation evaluation = Evaluation.of(probabilities, outcomes, days(set, heldOut), top);
        boolean[] listed = listed(probabilities, top);
        Table groups = set.groups().select(heldOut);
        progress.report("%s 对照真值".formatted(definition.id()), 0, 0);
        return new TrainedModel(
                set,
                model,
                evaluation,
                Assessment.of(probabilities, outcomes, definition.seed()),
                groups.columns().stream()
                        .map(column -> Fairness.of(column, probabilities, outcomes, listed))
                        .toList(),
                influences(predictions),
                truth.flatMap(known -> known.of(new ModelScorer(set.model(), model), sets)));
    }

    /**
     * What training would learn from, without learning.
     *
     * @throws FaultException what {@link #train} would refuse
     */
    public TrainingOutlook look(ModelDefinition definition, LocalDate asOf, Progress progress) {
        return TrainingOutlook.of(set(definition, asOf, progress));
    }

    /** What a model learns from and is judged on. */
    TrainingSet set(ModelDefinition definition, LocalDate asOf, Progress progress) {
        CompiledModel compiled = ModelCompiler.compile(definition, tags, snapshot);
        TrainingSet set = sets.build(compiled, asOf, progress);
        checkBoth(set, set.learned(), "learned from");
        checkBoth(set, set.heldOut(), "kept for judging");
        return set;
    }

    private static int[] days(TrainingSet set, int[] rows) {
        int[] days = new int[rows.length];
        for (int i = 0; i < days.length; i++) {
            days[i] = set.dayOf()[rows[i]] - set.days().learned();
        }
        return days;
    }

    /** The rows with the highest probabilities; of equals the first. */
    private static boolean[] listed(double[] probabilities, int top) {
        boolean[] listed = new boolean[probabilities.length];
        IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -probabilities[row])
                        .thenComparing(row -> row))
                .limit(top)
                .forEach(row -> listed[row] = true);
        return listed;
    }

    private static List<TrainedModel.Influence> influences(Predictions predictions) {
        List<TrainedModel.Influence> influences = new ArrayList<>();
        for (int column = 0; column < predictions.columns().size(); column++) {
            double sum = 0;
            for (int row = 0; row < predictions.size(); row++) {
                sum += Math.abs(predictions.contribution(row, column));
            }
            if (sum > 0) {
                influences.add(new TrainedModel.Influence(predictions.columns().get(column), sum / predictions.size()));
            }
        }
        influences.sort(Comparator.comparingDouble(TrainedModel.Influence::mean).reversed());
        return influences;
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
