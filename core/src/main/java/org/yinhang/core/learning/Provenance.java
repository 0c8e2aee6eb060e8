package org.yinhang.core.learning;

import java.util.List;

/**
 * Where a model comes from: enough to train the same model again, bit for bit.
 *
 * @param dataHash SHA-256 of the training table's content, outcome included
 * @param rows rows learned from
 * @param positives successes among them
 * @param target what counts as success, as {@code column=value}
 * @param features the columns learned from
 * @param settings kind, order, lag and seed
 * @param codeVersion version of the code that trained it
 * @param learners what was trained, with the size chosen and the weight in the blend
 * @param calibration how scores became probabilities, and why so
 */
public record Provenance(
        String dataHash,
        int rows,
        int positives,
        String target,
        List<String> features,
        TrainingSettings settings,
        String codeVersion,
        List<String> learners,
        String calibration) {

    /** The version of this module's learning code; changes whenever a model trained from equal data may differ. */
    public static final String CODE_VERSION = "learning-4";

    public Provenance {
        features = List.copyOf(features);
        learners = List.copyOf(learners);
    }
}
