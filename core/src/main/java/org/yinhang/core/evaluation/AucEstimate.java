package org.yinhang.core.evaluation;

/**
 * An AUC and how sure it is.
 *
 * @param auc chance that a success outranks a failure, 0 to 1; NaN when one outcome is absent
 * @param standardError by DeLong; NaN with fewer than two rows of either outcome
 */
public record AucEstimate(double auc, double standardError) {

    /** The 95 % interval, cut to 0 to 1. */
    public Interval interval() {
        return Interval.normal(auc, standardError).within(0, 1);
    }

    /** Gini, or accuracy ratio: 2 AUC − 1. */
    public double gini() {
        return 2 * auc - 1;
    }
}
