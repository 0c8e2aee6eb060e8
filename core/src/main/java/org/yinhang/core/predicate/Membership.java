package org.yinhang.core.predicate;

/** What a customer can be a member of. */
public enum Membership {
    /** A list of customers somebody brought. */
    LIST,
    /** A saved audience. */
    AUDIENCE
}
