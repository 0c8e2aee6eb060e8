package org.yinhang.model;

import java.util.List;
import java.util.Optional;
import org.yinhang.core.evaluation.Assessment;
import org.yinhang.core.evaluation.Evaluation;
import org.yinhang.core.evaluation.Fairness;
import org.yinhang.core.learning.ResponseModel;
import org.yinhang.lake.training.TrainingSet;

/**
 * A model, what it learned from, and what it is worth on days it did not see.
 *
 * @param set its training set
 * @param model what was learned from the older days
 * @param heldOut its worth on the newest days
 * @param assessment how sure that is
 * @param fairness how the tenth with the highest probabilities treats groups, on the newest days
 * @param influences how much each feature moves scores, the strongest first
 * @param truth how near it comes to the best possible, where that is known
 */
public record TrainedModel(
        TrainingSet set,
        ResponseModel model,
        Evaluation heldOut,
        Assessment assessment,
        List<Fairness> fairness,
        List<Influence> influences,
        Optional<NearnessToTruth> truth) {

    public TrainedModel {
        fairness = List.copyOf(fairness);
        influences = List.copyOf(influences);
    }

    /**
     * How much a feature moves scores.
     *
     * @param column the column learned from
     * @param mean mean distance, in log odds, by which it moves a row from an average row
     */
    public record Influence(String column, double mean) {}
}
