package org.yinhang.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a champion fares since it was trained.
 *
 * @param model the model
 * @param version the version looked at
 * @param at when
 * @param scoreShift PSI of its scores today against those of the rows it learned from
 * @param furthest the feature that moved furthest
 * @param furthestShift its PSI
 * @param matured rows of observation days newer than its training whose outcomes are known by now
 * @param auc on those; NaN when none
 * @param calibrationError on those; NaN when none
 * @param challenger AUC of the challenger on the same rows, which scores in the shadow; empty without one
 * @param alerts what calls for a look, each a short code
 */
public record ModelHealth(
        String model,
        int version,
        Instant at,
        double scoreShift,
        String furthest,
        double furthestShift,
        int matured,
        double auc,
        double calibrationError,
        Optional<Double> challenger,
        List<String> alerts) {

    public ModelHealth {
        alerts = List.copyOf(alerts);
    }
}
