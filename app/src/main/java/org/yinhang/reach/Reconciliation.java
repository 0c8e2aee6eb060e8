package org.yinhang.reach;

/**
 * Where all touches stand, counted in one question to the database: planned = sent + withheld + pending + failed + unknown.
 *
 * @param planned as the dispatches say
 * @param sent taken by gateways
 * @param withheld refused by guards or stopped
 * @param pending still to come
 * @param failed certainly not taken
 * @param unknown nobody knows yet, those in flight among them
 * @param inFlight of these, how many are being attempted now
 */
public record Reconciliation(
        long planned, long sent, long withheld, long pending, long failed, long unknown, long inFlight) {

    /** Whether the parts come to the whole. */
    public boolean isBalanced() {
        return planned == sent + withheld + pending + failed + unknown;
    }

    /** Whether nothing is left to happen by itself. */
    public boolean isSettled() {
        return pending == 0 && unknown == 0;
    }
}
