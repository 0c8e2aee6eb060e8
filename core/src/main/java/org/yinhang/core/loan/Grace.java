package org.yinhang.core.loan;

/**
 * Due dates at the beginning of a loan on which no principal is asked for (宽限期).
 *
 * @param periods how many due dates, from 0
 * @param interest what happens to the interest of those periods
 */
public record Grace(int periods, Interest interest) {

    public static final Grace NONE = new Grace(0, Interest.PAID);

    /** What happens to the interest of the periods of grace. */
    public enum Interest {
        /** Paid on each due date. */
        PAID,
        /** Nothing is paid; the interest, itself without interest, falls due with the first payment after the grace. */
        DEFERRED,
        /** Nothing is paid; the interest is added to the principal on each due date. */
        CAPITALISED
    }

    public static Grace of(int periods, Interest interest) {
        return new Grace(periods, interest);
    }
}
