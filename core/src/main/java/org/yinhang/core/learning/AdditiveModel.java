package org.yinhang.core.learning;

import java.util.List;

/** A fitted learner whose log odds are a baseline plus one contribution a feature. Reads rows of its own encoding. */
sealed interface AdditiveModel permits TreeEnsemble, GlassBoxModel, LogisticModel, ScorecardModel {

    /** The log odds of success of the row that begins at {@code at}. */
    double logOdds(float[] values, int at);

    /** The log odds of an average training row, before any contribution. */
    double baseline();

    /**
     * Adds {@code weight} times each feature's contribution to the source column it belongs to; the sum of all of them and
     * the baseline is the log odds, up to rounding.
     *
     * @param bySource one entry a source column, added to
     */
    void explain(float[] values, int at, double weight, double[] bySource);

    /** The names of what it credits beside columns: pairs of columns that act together. */
    default List<String> pairNames() {
        return List.of();
    }
}
