package org.yinhang.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A trained version of a model in the registry.
 *
 * @param model the declaration's identifier
 * @param version counts up
 * @param trainedBy who asked for it: a user name, or {@code system}
 * @param trainedAt when
 * @param figures where it comes from and what it is worth
 * @param impact whom it would treat differently; needed before approval
 * @param file SHA-256 of its file
 * @param stage where it stands
 */
public record ModelVersion(
        String model,
        int version,
        String trainedBy,
        Instant trainedAt,
        ModelFigures figures,
        Optional<ImpactAssessment> impact,
        String file,
        Stage stage) {

    /** How it is called in the audit and in messages. */
    public String name() {
        return model + " " + version;
    }
}
