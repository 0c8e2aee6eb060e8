package org.yinhang.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.yinhang.core.evaluation.Evaluation;
import org.yinhang.core.evaluation.FeatureDrift;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.glassbox.CurveEdit;
import org.yinhang.core.learning.ModelFile;
import org.yinhang.core.learning.ResponseModel;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.tag.TagCatalogue;
import org.yinhang.lake.training.CompiledModel;
import org.yinhang.lake.training.ModelCompiler;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.lake.training.ModelFolder;
import org.yinhang.lake.training.ModelScorer;
import org.yinhang.lake.training.TrainingOutlook;
import org.yinhang.lake.training.TrainingSet;
import org.yinhang.lake.training.TrainingSets;
import org.yinhang.model.internal.ImpactAssessments;
import org.yinhang.model.internal.ScoreWatch;
import org.yinhang.model.internal.TruthComparison;
import org.yinhang.shared.BusinessClock;
import org.yinhang.tag.TagDefinitions;

/** Where the worker trains models and looks after champions, on the newest snapshot and the tags in force. */
@Component
class ModelWorkshop {

    private static final int ASSESSED = 20_000;

    private final Lake lake;
    private final TagDefinitions tags;
    private final Models models;
    private final ModelFolder folder;
    private final BusinessClock clock;
    private final int threads = Runtime.getRuntime().availableProcessors();

    ModelWorkshop(Lake lake, TagDefinitions tags, Models models, ModelFolder folder, BusinessClock clock) {
        this.lake = lake;
        this.tags = tags;
        this.models = models;
        this.folder = folder;
        this.clock = clock;
    }

    private TagCatalogue catalogue(Snapshot snapshot) {
        return TagCatalogue.compile(tags.inForce(), snapshot);
    }

    private TrainingSets sets(Snapshot snapshot) {
        return new TrainingSets(lake, snapshot, clock.zone(), threads);
    }

    /** A model before it is kept, with what putting it in force would change. */
    record Trained(TrainedModel model, Optional<ImpactAssessment> impact) {}

    /** Trains a model as of today and works out its impact. */
    Trained train(ModelDefinition definition, Progress progress) {
        return assessed((training, today) -> training.train(definition, today, progress));
    }

    /** Brings in a model made elsewhere, judges it as of today and works out its impact. */
    Trained bring(ModelDefinition definition, ModelFile file, ModelFile.Use use, Progress progress) {
        return assessed((training, today) -> training.bring(definition, today, file, use, progress));
    }

    private Trained assessed(BiFunction<ModelTraining, LocalDate, TrainedModel> made) {
        Snapshot snapshot = lake.current();
        LocalDate today = clock.today();
        TrainingSets sets = sets(snapshot);
        TrainedModel trained = made.apply(
                new ModelTraining(sets, snapshot, catalogue(snapshot), threads, TruthComparison.beside(lake, today)),
                today);
        return new Trained(trained, impact(trained, sets, today));
    }

    /** The rows a model would learn from today. */
    TrainingOutlook look(ModelDefinition definition, Progress progress) {
        Snapshot snapshot = lake.current();
        return new ModelTraining(sets(snapshot), snapshot, catalogue(snapshot), threads, Optional.empty())
                .look(definition, clock.today(), progress);
    }

    /**
     * A version with curves drawn anew, judged like its parent.
     *
     * @param trained the same training set and the model with the changes
     * @param impact against the champion, as approval asks for
     * @param effect against the parent
     */
    record Redrawn(TrainedModel trained, Optional<ImpactAssessment> impact, Redraw.Effect effect) {}

    /** Draws curves of a version anew and judges them on the days the version was judged on. */
    Redrawn redraw(ModelVersion parent, List<CurveEdit> edits, Progress progress) {
        Snapshot snapshot = lake.current();
        LocalDate asOf = LocalDate.parse(parent.figures().asOf());
        LocalDate today = clock.today();
        TrainingSets sets = sets(snapshot);
        ModelTraining training =
                new ModelTraining(sets, snapshot, catalogue(snapshot), threads, TruthComparison.beside(lake, asOf));
        TrainingSet set = training.set(models.declaration(parent).orElseThrow(), asOf, progress);
        ResponseModel before = folder.get(parent.file());
        TrainedModel old = training.judge(set, before, progress);
        TrainedModel now = training.judge(set, before.redrawn(edits), progress);
        TrainingSets.Population population = sets.population(new ModelScorer(set.model(), before), today, ASSESSED);
        Optional<ImpactAssessment> moved = population.customers().length == 0
                ? Optional.empty()
                : Optional.of(ImpactAssessments.of(
                        now,
                        population,
                        now.model().probabilities(population.rows()),
                        Optional.of(before.probabilities(population.rows()))));
        return new Redrawn(now, impact(now, sets, today), new Redraw.Effect(worth(old), worth(now), moved));
    }

    private static Redraw.Worth worth(TrainedModel trained) {
        Evaluation judged = trained.heldOut();
        return new Redraw.Worth(judged.auc(), judged.brier(), judged.calibrationError());
    }

    private Optional<ImpactAssessment> impact(TrainedModel trained, TrainingSets sets, LocalDate today) {
        CompiledModel compiled = trained.set().model();
        ModelScorer scorer = new ModelScorer(compiled, trained.model());
        TrainingSets.Population population = sets.population(scorer, today, ASSESSED);
        if (population.customers().length == 0) {
            return Optional.empty();
        }
        Optional<double[]> before = models.champion(compiled.id())
                .flatMap(champion -> before(champion, sets, today, population.customers()));
        return Optional.of(
                ImpactAssessments.of(trained, population, trained.model().probabilities(population.rows()), before));
    }

    /** What the champion says of the same customers, each model reading what its own declaration says. */
    private Optional<double[]> before(ModelVersion champion, TrainingSets sets, LocalDate today, int[] customers) {
        Snapshot snapshot = lake.current();
        return models.declaration(champion)
                .flatMap(definition -> compiled(definition, snapshot))
                .map(compiled -> {
                    ResponseModel model = folder.get(champion.file());
                    return model.probabilities(sets.rows(new ModelScorer(compiled, model), today, customers));
                });
    }

    /** Another version's declaration; empty where the tags of today no longer carry it: nothing is compared with it then. */
    private Optional<CompiledModel> compiled(ModelDefinition definition, Snapshot snapshot) {
        try {
            return Optional.of(ModelCompiler.compile(definition, catalogue(snapshot), snapshot));
        } catch (FaultException e) {
            return Optional.empty();
        }
    }

    /** Looks after a champion: have customers moved away from what it learned from, and do its probabilities come true. */
    ModelHealth watch(ModelDefinition definition, ModelVersion champion, Progress progress) {
        Snapshot snapshot = lake.current();
        CompiledModel compiled = ModelCompiler.compile(definition, catalogue(snapshot), snapshot);
        TrainingSets sets = sets(snapshot);
        ResponseModel model = folder.get(champion.file());
        TrainingSet learned =
                sets.build(compiled, LocalDate.parse(champion.figures().asOf()), progress);
        TrainingSets.Population today = sets.population(new ModelScorer(compiled, model), clock.today(), ASSESSED);
        TrainingSet newest = sets.build(compiled, clock.today(), progress);
        Optional<Evaluation> challenger =
                models.challenger(definition.id()).flatMap(shadow -> shadow(shadow, champion, definition, progress));
        FeatureDrift furthest =
                FeatureDrift.between(learned.features(), today.rows()).getFirst();
        int[] matured =
                ScoreWatch.after(newest, LocalDate.parse(champion.figures().lastDay()));
        Optional<Evaluation> evaluation = ScoreWatch.evaluate(model, newest, matured);
        return ScoreWatch.health(
                champion,
                clock.realInstant(),
                ScoreWatch.shift(model, learned, today),
                furthest,
                matured.length,
                evaluation,
                challenger);
    }

    /**
     * A challenger on the days the champion is judged by, of rows as its own declaration makes them; empty where it foretells
     * something else, of which one figure beside the other would say nothing.
     */
    private Optional<Evaluation> shadow(
            ModelVersion challenger, ModelVersion champion, ModelDefinition asked, Progress progress) {
        Snapshot snapshot = lake.current();
        return models.declaration(challenger)
                .filter(asked::foretellsTheSameAs)
                .flatMap(definition -> compiled(definition, snapshot))
                .flatMap(compiled -> {
                    TrainingSet newest = sets(snapshot).build(compiled, clock.today(), progress);
                    int[] matured = ScoreWatch.after(
                            newest, LocalDate.parse(champion.figures().lastDay()));
                    return ScoreWatch.evaluate(folder.get(challenger.file()), newest, matured);
                });
    }
}
