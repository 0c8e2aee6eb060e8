package org.yinhang.model;

import java.util.List;
import java.util.Optional;
import org.yinhang.core.evaluation.Evaluation;
import org.yinhang.core.evaluation.FeatureStrength;
import org.yinhang.core.learning.Provenance;
import org.yinhang.lake.training.TrainingSet;

/**
 * Where a version comes from and what it is worth, as it is kept in the registry.
 *
 * @param asOf the day of training
 * @param snapshot the version of the lake
 * @param firstDay first observation day
 * @param lastDay last observation day
 * @param definition SHA-256 of the declaration
 * @param dataHash SHA-256 of the rows learned from
 * @param codeVersion version of the learning code
 * @param seed of every random choice
 * @param features the columns learned from
 * @param learners what it is made of
 * @param learned rows learned from
 * @param learnedPositives successes among them
 * @param judged rows judged on
 * @param judgedPositives successes among them
 * @param auc on the rows judged
 * @param aucLow lower end of its 95 % interval; NaN when unknown
 * @param aucHigh upper end
 * @param ks Kolmogorov–Smirnov
 * @param brier mean squared error
 * @param calibrationError mean gap over ten bins
 * @param suspects features suspected to leak
 * @param nearness share of the best possible on the simulated bank; empty where unknown
 */
public record ModelFigures(
        String asOf,
        long snapshot,
        String firstDay,
        String lastDay,
        String definition,
        String dataHash,
        String codeVersion,
        long seed,
        List<String> features,
        List<String> learners,
        int learned,
        int learnedPositives,
        int judged,
        int judgedPositives,
        double auc,
        double aucLow,
        double aucHigh,
        double ks,
        double brier,
        double calibrationError,
        List<String> suspects,
        Optional<NearnessToTruth> nearness) {

    public ModelFigures {
        features = List.copyOf(features);
        learners = List.copyOf(learners);
        suspects = List.copyOf(suspects);
    }

    static ModelFigures of(TrainedModel trained) {
        TrainingSet set = trained.set();
        Provenance provenance = trained.model().provenance();
        Evaluation judged = trained.heldOut();
        return new ModelFigures(
                set.asOf().toString(),
                set.snapshot(),
                set.days().days().getFirst().toString(),
                set.days().days().getLast().toString(),
                set.model().fingerprint(),
                provenance.dataHash(),
                provenance.codeVersion(),
                provenance.settings().seed(),
                provenance.features(),
                provenance.learners(),
                provenance.rows(),
                provenance.positives(),
                judged.scored(),
                judged.positives(),
                judged.auc(),
                trained.assessment().auc().interval().low(),
                trained.assessment().auc().interval().high(),
                judged.ks(),
                judged.brier(),
                judged.calibrationError(),
                set.suspects().stream().map(FeatureStrength::column).toList(),
                trained.truth());
    }
}
