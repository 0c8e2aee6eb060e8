package org.yinhang.lake.attribution;

/** By what touches are told apart. */
public enum Breakdown {
    CHANNEL,
    CAMPAIGN,
    /** The product the touch was about. */
    PRODUCT,
    /** The branch that keeps the customer. */
    BRANCH,
    /** Who approached them. */
    STAFF
}
