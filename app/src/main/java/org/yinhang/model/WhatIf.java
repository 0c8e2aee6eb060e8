package org.yinhang.model;

import java.util.List;

/**
 * A score of one customer as the sum it is: what an average customer has, and what each column adds.
 *
 * @param score what the model says
 * @param baseline log odds of an average row it learned from, before calibration
 * @param baselineProbability the probability at the baseline, 0 to 1
 * @param terms what each column adds, in the order of the model; pairs that act together come last
 */
public record WhatIf(CustomerScore score, double baseline, double baselineProbability, List<Term> terms) {

    public WhatIf {
        terms = List.copyOf(terms);
    }

    /** What kind of value a column has. */
    public enum Kind {
        /** A number. */
        NUMBER,
        /** 1 for true, 0 for false. */
        TRUTH,
        /** A word. */
        WORD,
        /** No column of its own: a pair of columns. */
        NONE
    }

    /**
     * One column.
     *
     * @param column its name
     * @param value what it is taken to be, empty where missing
     * @param logOdds by how much it moves the log odds
     * @param kind of its values
     */
    public record Term(String column, String value, double logOdds, Kind kind) {}
}
