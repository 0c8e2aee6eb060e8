package org.yinhang.compliance.policy;

/** How a touch stands to others of the same customer. */
public sealed interface Conflict {

    /** Nothing stands in its way. */
    record None() implements Conflict {}

    /** A campaign of higher priority has claimed the customer. */
    record Outranked(String campaign) implements Conflict {}

    /** The customer belongs to a control group or the standing hold-out. */
    record HeldOut(String experiment) implements Conflict {}
}
