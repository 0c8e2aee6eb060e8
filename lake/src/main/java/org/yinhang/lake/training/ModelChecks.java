package org.yinhang.lake.training;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.Suggestion;
import org.yinhang.core.learning.ModelKind;
import org.yinhang.lake.schema.DataClass;
import org.yinhang.lake.tag.CompiledTag;
import org.yinhang.lake.tag.TagCatalogue;
import org.yinhang.lake.tag.TagPurpose;
import org.yinhang.lake.training.CompiledModel.ModelFeature;

/** What must hold of a declaration as a whole, once its parts are understood. */
final class ModelChecks {

    private final ModelDefinition model;
    private final TagCatalogue tags;
    private final List<ModelFeature> features;
    private final Set<DataClass> data;
    private final List<Fault> faults = new ArrayList<>();

    private ModelChecks(ModelDefinition model, TagCatalogue tags, List<ModelFeature> features, Set<DataClass> data) {
        this.model = model;
        this.tags = tags;
        this.features = features;
        this.data = data;
    }

    /**
     * Everything that is wrong.
     *
     * @param features it learns from
     * @param data the classes of data behind them
     */
    static List<Fault> of(ModelDefinition model, TagCatalogue tags, List<ModelFeature> features, Set<DataClass> data) {
        ModelChecks checks = new ModelChecks(model, tags, features, data);
        checks.checkTwice();
        checks.checkScores();
        checks.checkMonotone();
        checks.checkPurpose();
        return checks.faults;
    }

    /** Whether the classes of data behind it may be used for what the model is for. */
    static List<Fault> ofPurpose(ModelDefinition model, TagCatalogue tags, Set<DataClass> data) {
        ModelChecks checks = new ModelChecks(model, tags, List.of(), data);
        checks.checkPurpose();
        return checks.faults;
    }

    private void fault(String code, String what, String where, String next) {
        faults.add(Fault.of(code, what, where, next));
    }

    private void checkTwice() {
        Set<String> names = new HashSet<>();
        features.stream()
                .filter(feature -> !names.add(feature.id()))
                .forEach(feature -> fault(
                        "MDL-1012",
                        "The feature '%s' is named twice.".formatted(feature.id()),
                        model.where(),
                        "Name it once."));
        if (features.isEmpty()) {
            fault("MDL-1013", "Model '%s' has no feature.".formatted(model.id()), model.where(), "List at least one.");
        }
        model.fairness().stream()
                .filter(id -> tags.find(id).isEmpty())
                .forEach(id -> fault(
                        "MDL-1005",
                        "There is no tag '%s' to compare groups by.".formatted(id),
                        model.where(),
                        Suggestion.advise(
                                id, tags.tags().stream().map(CompiledTag::id).toList())));
    }

    private void checkScores() {
        for (ModelDefinition.Score score : model.scores()) {
            Optional<String> varied =
                    switch (score.reading()) {
                        case ModelDefinition.Probability probability -> Optional.empty();
                        case ModelDefinition.Best best -> Optional.of(best.feature());
                        case ModelDefinition.Change change -> Optional.of(change.feature());
                    };
            varied.filter(id ->
                            features.stream().noneMatch(feature -> feature.id().equals(id)))
                    .ifPresent(id -> fault(
                            "MDL-1014",
                            "The score '%s' varies '%s', which is no feature.".formatted(score.tag(), id),
                            model.where(),
                            "Name one of the model's features."));
            features.stream()
                    .filter(feature -> feature.scored().isEmpty())
                    .filter(feature -> !varied.equals(Optional.of(feature.id())))
                    .forEach(feature -> fault(
                            "MDL-1015",
                            "A customer who is scored has no row, so '%s' is unknown.".formatted(feature.id()),
                            model.where(),
                            "Say what it is taken to be: 'assume'."));
        }
    }

    private void checkMonotone() {
        Set<String> bound = new TreeSet<>(model.features().monotone().keySet());
        features.stream()
                .filter(feature -> feature.type().isMagnitude())
                .map(ModelFeature::id)
                .forEach(bound::remove);
        bound.forEach(id -> fault(
                "MDL-1037",
                "'%s' is bound to one direction, but is no number learned from.".formatted(id),
                model.where(),
                "Bind features that are numbers, or leave it free."));
        if (model.kind() == ModelKind.LOGISTIC && !model.features().monotone().isEmpty()) {
            fault(
                    "MDL-1038",
                    "A logistic model cannot be bound to one direction of a feature.",
                    model.where(),
                    "Choose a glass box, a scorecard, boosted trees or auto.");
        }
    }

    private void checkPurpose() {
        if (!data.contains(DataClass.BUREAU)) {
            return;
        }
        if (model.governance().bureauPurpose().isBlank()) {
            fault(
                    "MDL-1016",
                    "Model '%s' learns from credit-bureau data without a purpose for it.".formatted(model.id()),
                    model.where(),
                    "State the authorised purpose as 'bureau_purpose', or learn from no bureau data"
                            + " (Credit Reporting Regulation 18-20).");
        }
        if (model.governance().purposes().contains(TagPurpose.MARKETING)) {
            fault(
                    "MDL-1017",
                    "Model '%s' would use credit-bureau data for marketing.".formatted(model.id()),
                    model.where(),
                    "Take 'marketing' from its purposes, or learn from no bureau data.");
        }
    }
}
