package org.yinhang.model;

import java.util.Optional;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.lake.training.TrainingOutlook;

/**
 * What an analyst chose for a training, and how far it has come.
 *
 * @param run the job that looks at its rows or trains it
 * @param base the model it was chosen from
 * @param definition the declaration that says what was chosen
 * @param outlook from how many rows it would learn; empty until they were looked at
 * @param version the number of the version trained; empty until it was
 */
public record ModelChoice(
        long run,
        String base,
        ModelDefinition definition,
        Optional<TrainingOutlook> outlook,
        Optional<Integer> version) {

    /** The name of a model of its own; empty where it is a version of the one it was chosen from. */
    Optional<String> copy() {
        return definition.id().equals(base) ? Optional.empty() : Optional.of(definition.id());
    }
}
