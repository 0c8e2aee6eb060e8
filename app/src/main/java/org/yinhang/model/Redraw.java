package org.yinhang.model;

import java.util.List;
import java.util.Optional;
import org.yinhang.core.glassbox.CurveEdit;

/**
 * Curves of a version drawn anew by a person: tried at first, then kept as a version of its own.
 *
 * @param run the job that works on it
 * @param model the model
 * @param parent the version whose curves were changed
 * @param edits what was changed, in order
 * @param reason why; empty while it is only tried
 * @param effect what it does; empty until that was worked out
 * @param version the version it became; empty while it is only tried
 */
public record Redraw(
        long run,
        String model,
        int parent,
        List<CurveEdit> edits,
        String reason,
        Optional<Effect> effect,
        Optional<Integer> version) {

    public Redraw {
        edits = List.copyOf(edits);
    }

    /** Whether it is to become a version. */
    boolean isKept() {
        return !reason.isEmpty();
    }

    /**
     * What drawing anew does, on the very days kept for judging and among customers of today.
     *
     * @param before worth of the parent
     * @param after worth with the curves drawn anew
     * @param impact customers of today, the parent taking the champion's place
     */
    public record Effect(Worth before, Worth after, Optional<ImpactAssessment> impact) {}

    /**
     * Worth on the days kept for judging.
     *
     * @param auc chance that a success outranks a failure
     * @param brier mean squared error
     * @param calibrationError mean gap over ten bins
     */
    public record Worth(double auc, double brier, double calibrationError) {}
}
