package org.yinhang.core.policy;

/** What becomes of a table whose rows hold for a customer. */
public enum HitPolicy {
    /** The first row that holds decides. */
    FIRST,
    /** Every row that holds counts, so that every reason is kept. */
    ALL,
    /** Every row that holds adds its amounts. */
    SCORE
}
