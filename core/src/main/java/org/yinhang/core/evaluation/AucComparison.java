package org.yinhang.core.evaluation;

/**
 * Two models' AUC on the same rows.
 *
 * @param first of the first model
 * @param second of the second
 * @param standardError of the difference, which knows that both saw the same rows
 */
public record AucComparison(AucEstimate first, AucEstimate second, double standardError) {

    /** First less second. */
    public double difference() {
        return first.auc() - second.auc();
    }

    public Interval interval() {
        return Interval.normal(difference(), standardError);
    }

    /** The chance of a difference at least as large if both were equally good; 1 where both say the same of every row. */
    public double pValue() {
        return standardError == 0 && difference() == 0 ? 1 : Significance.twoSided(difference() / standardError);
    }
}
