package org.yinhang.model.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.evaluation.Assessment;
import org.yinhang.core.evaluation.Interval;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.model.BroughtModel;
import org.yinhang.model.ModelDecision;
import org.yinhang.model.ModelEvidence;
import org.yinhang.model.ModelHealth;
import org.yinhang.model.ModelVersion;
import org.yinhang.model.Stage;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.web.PageFrame;

/**
 * What the page of a model shows.
 *
 * @param definition its declaration
 * @param versions its versions, the newest first
 * @param decisions the steps of them, the newest first
 * @param shown the version whose figures stand here; null before the first training
 * @param evidence what that version showed; null when none was kept
 * @param pictures its curves
 * @param influences how much each feature moves its scores; null without evidence
 * @param health what the watch found last about the champion; null when it has not looked
 * @param isDeclaredAnew whether the declaration has changed since the version was trained
 * @param redrawn how its curves were drawn anew, in words; empty where it was trained
 * @param brought how it was brought in; null where it was trained here
 * @param canRollBack whether another version was champion before
 */
public record ModelPage(
        ModelDefinition definition,
        List<ModelVersion> versions,
        List<ModelDecision> decisions,
        @Nullable ModelVersion shown,
        @Nullable ModelEvidence evidence,
        List<Chart> pictures,
        @Nullable Chart influences,
        @Nullable ModelHealth health,
        boolean isDeclaredAnew,
        List<String> redrawn,
        @Nullable BroughtModel brought,
        boolean canRollBack) {

    static ModelPage of(
            ModelDefinition definition,
            List<ModelVersion> versions,
            List<ModelDecision> decisions,
            Optional<ModelVersion> shown,
            Optional<ModelEvidence> evidence,
            Optional<ModelHealth> health,
            boolean isDeclaredAnew,
            List<String> redrawn,
            Optional<BroughtModel> brought,
            ModelWords words,
            PageFrame page) {
        Optional<ModelPictures> pictures = evidence.map(found -> new ModelPictures(found, words, page));
        Optional<Integer> champion = versions.stream()
                .filter(version -> version.stage() == Stage.CHAMPION)
                .map(ModelVersion::version)
                .findFirst();
        return new ModelPage(
                definition,
                versions,
                decisions,
                shown.orElse(null),
                evidence.orElse(null),
                pictures.map(ModelPictures::all).orElse(List.of()),
                pictures.map(ModelPictures::influences).orElse(null),
                health.orElse(null),
                isDeclaredAnew,
                redrawn,
                brought.orElse(null),
                decisions.stream()
                        .filter(step -> step.stage() == Stage.CHAMPION)
                        .anyMatch(step -> !champion.equals(Optional.of(step.version()))));
    }

    /** Where a version may go next by this viewer's hand, in the order of a model's life. */
    public static List<Stage> next(ModelVersion version, Viewer viewer) {
        return version.stage().next().stream()
                .filter(stage ->
                        stage != Stage.APPROVED || refusal(version, viewer).isEmpty())
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** Why this viewer cannot approve a version that waits for it: a message key; empty where they can, or none waits. */
    public static String refusal(ModelVersion version, Viewer viewer) {
        if (version.stage() != Stage.VALIDATED) {
            return "";
        }
        if (version.trainedBy().equals(viewer.userName())) {
            return "model.refusal.own";
        }
        if (!viewer.hasAnyOf(Set.of(Role.COMPLIANCE))) {
            return "model.refusal.role";
        }
        return version.impact().isEmpty() ? "model.refusal.impact" : "";
    }

    /** {@code 0.842（0.811–0.873）}. */
    public static String figure(double value, double low, double high, PageFrame page) {
        return Double.isFinite(low) && Double.isFinite(high)
                ? page.t(
                        "model.with-interval",
                        ModelPictures.three(value),
                        ModelPictures.three(low),
                        ModelPictures.three(high))
                : ModelPictures.three(value);
    }

    /** The same, the interval as evaluation gives it. */
    public static String figure(double value, Interval interval, PageFrame page) {
        return figure(value, interval.low(), interval.high(), page);
    }

    /** How sure the figures are; null without evidence. */
    public @Nullable Assessment assessment() {
        return evidence == null ? null : evidence.assessment();
    }
}
