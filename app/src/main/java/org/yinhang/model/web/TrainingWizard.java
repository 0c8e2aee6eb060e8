package org.yinhang.model.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.learning.ModelKind;
import org.yinhang.core.learning.TrainingSettings.Direction;
import org.yinhang.lake.tag.Tag;
import org.yinhang.lake.tag.TagCategory;
import org.yinhang.lake.tag.TagReport;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.lake.training.TrainingChoice;
import org.yinhang.shared.web.PageFrame;

/**
 * What the wizard offers before a training.
 *
 * @param definition the declared model
 * @param choice what is chosen so far
 * @param groups what may be learned from: the declaration's own values first, then tags by category
 * @param refusals tags the model may not learn from
 * @param faults what was wrong with the choice last sent
 */
public record TrainingWizard(
        ModelDefinition definition,
        TrainingChoice choice,
        List<Group> groups,
        List<Refusal> refusals,
        List<Fault> faults) {

    /** The learners offered, the readable ones first. */
    public static final List<ModelKind> KINDS =
            List.of(ModelKind.AUTO, ModelKind.GLASSBOX, ModelKind.SCORECARD, ModelKind.BOOSTED, ModelKind.LOGISTIC);

    public TrainingWizard {
        groups = List.copyOf(groups);
        refusals = List.copyOf(refusals);
        faults = List.copyOf(faults);
    }

    /** What belongs together. */
    public record Group(String name, List<Feature> features) {

        /** How many of them are chosen. */
        public long chosen() {
            return features.stream().filter(Feature::isChosen).count();
        }
    }

    /**
     * What may be learned from.
     *
     * @param coverage share of customers whose value is known today; empty where no run has told
     * @param isNumber whether it can be bound to one direction
     */
    public record Feature(String id, String name, Optional<Double> coverage, boolean isChosen, boolean isNumber) {}

    /** Whether a feature is bound to a direction. */
    public boolean isBound(Feature feature, Direction direction) {
        return direction == choice.monotone().get(feature.id());
    }

    /** A tag the model may not learn from, and why. */
    public record Refusal(String id, String name, boolean isChosen, Fault why) {}

    static TrainingWizard of(
            ModelDefinition definition,
            TrainingChoice choice,
            Collection<Tag> tags,
            Map<String, Fault> refused,
            Optional<TagReport> report,
            List<Fault> faults,
            PageFrame page) {
        Set<String> chosen = new TreeSet<>(choice.features());
        List<Group> groups = new ArrayList<>();
        List<Feature> own = Stream.concat(
                        definition.features().expressions().stream(), definition.features().ofRow().stream())
                .map(one -> new Feature(
                        one.id(),
                        page.texts().isChinese() ? one.zh() : one.en(),
                        Optional.empty(),
                        chosen.contains(one.id()),
                        true))
                .toList();
        if (!own.isEmpty()) {
            groups.add(new Group(page.t("model.wizard.own"), own));
        }
        Map<TagCategory, List<Feature>> byCategory = new EnumMap<>(TagCategory.class);
        List<Refusal> refusals = new ArrayList<>();
        for (Tag tag : tags) {
            String name = page.texts().isChinese() ? tag.zh() : tag.en();
            boolean isChosen = chosen.contains(tag.id());
            Fault why = refused.get(tag.id());
            if (why != null) {
                refusals.add(new Refusal(tag.id(), name, isChosen, why));
            } else {
                byCategory
                        .computeIfAbsent(tag.category(), category -> new ArrayList<>())
                        .add(new Feature(
                                tag.id(),
                                name,
                                coverage(report, tag.id()),
                                isChosen,
                                tag.type().isMagnitude()));
            }
        }
        byCategory.forEach((category, features) -> groups.add(
                new Group(page.t("tag.category." + category.name().toLowerCase(java.util.Locale.ROOT)), features)));
        return new TrainingWizard(definition, choice, groups, refusals, faults);
    }

    private static Optional<Double> coverage(Optional<TagReport> report, String tag) {
        return report.filter(run -> run.customers() > 0).flatMap(run -> run.tag(tag)
                .map(quality -> (double) quality.figures().known() / run.customers()));
    }
}
