package org.yinhang.product;

/** Knows what came of versions on trial; contributed by the module that decides. */
public interface TrialEvidence {

    /** Figures of a version over all of its trial. */
    TrialFigures of(PolicyVersion.Kind kind, String id, int version);
}
