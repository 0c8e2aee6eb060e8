package org.yinhang.lake.tag;

/** How a tag comes to its value. */
public enum TagKind {
    /** A column of the customer, the employer or the household. */
    ATTRIBUTE,
    /** Decided by conditions over facts and other tags. */
    RULE,
    /** A number worked out from facts, often in a window. */
    METRIC,
    /** What was done first or last. */
    FIRST_LAST,
    /** What is done most. */
    PREFERENCE,
    /** Quintiles of recency, frequency and amount among all customers, as three digits. */
    RFM,
    /** The band of a number among all customers that have it. */
    BUCKET,
    /** A customer's place in the graph of relations. */
    GRAPH,
    /** The score of a model, given to the run from outside. */
    SCORE,
    /** Values that a bank brings along, given to the run from outside. */
    IMPORTED,
    /** Values set by hand, given to the run from outside. */
    MANUAL;

    /** Whether the tag is an expression over one customer's facts. */
    public boolean isExpression() {
        return switch (this) {
            case ATTRIBUTE, RULE, METRIC, FIRST_LAST, PREFERENCE -> true;
            case RFM, BUCKET, GRAPH, SCORE, IMPORTED, MANUAL -> false;
        };
    }

    /** Whether the values come from outside the lake. */
    public boolean isGiven() {
        return switch (this) {
            case SCORE, IMPORTED, MANUAL -> true;
            case ATTRIBUTE, RULE, METRIC, FIRST_LAST, PREFERENCE, RFM, BUCKET, GRAPH -> false;
        };
    }
}
