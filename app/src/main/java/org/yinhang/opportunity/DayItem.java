package org.yinhang.opportunity;

/**
 * One line of somebody's day.
 *
 * @param opportunity what it is about
 * @param maskedName of the customer; empty where the bank gave none
 * @param kind why it stands where it stands
 */
public record DayItem(Opportunity opportunity, String maskedName, Kind kind) {

    /** Why something is on the list of a day. */
    public enum Kind {
        /** A follow-up that was agreed for today or before: a promise, so it goes first. */
        FOLLOW_UP,
        /** The service clock has run out. */
        OVERDUE,
        /** By what a call is expected to bring and how much it presses. */
        WORTH
    }
}
