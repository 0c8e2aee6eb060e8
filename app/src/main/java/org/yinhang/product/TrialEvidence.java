package org.yinhang.product;

import java.time.Instant;

/** Knows what came of versions on trial; contributed by the module that decides. */
public interface TrialEvidence {

    /** Figures of a version over all of its trial. */
    TrialFigures of(PolicyVersion.Kind kind, String id, int version);

    /**
     * What became of the customers decided about since a version became a challenger with its present share.
     *
     * @param since when that was
     */
    TrialOutcomes outcomes(PolicyVersion.Kind kind, String id, int version, Instant since);
}
