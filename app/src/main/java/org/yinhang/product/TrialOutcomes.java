package org.yinhang.product;

import org.yinhang.core.evaluation.Interval;

/**
 * What became of the customers a challenger answered, beside those answered by what is in force meanwhile. Chance parted them, so
 * a difference is owed to the version as far as its interval leaves zero out. Only customers whose first decision is old enough count.
 *
 * @param days after the first decision within which an application counts
 * @param waiting customers whose first decision is younger
 * @param without answered by what is in force
 * @param with answered by the version
 */
public record TrialOutcomes(int days, int waiting, Arm without, Arm with) {

    /**
     * Customers of an arm.
     *
     * @param customers in all
     * @param applied who applied within the days
     * @param approved of these
     * @param disbursed of these
     * @param bad of those, thirty days or more past due so far
     */
    public record Arm(int customers, int applied, int approved, int disbursed, int bad) {

        /** The part of the customers who applied; 0 without customers. */
        public double appliedRate() {
            return customers == 0 ? 0 : (double) applied / customers;
        }
    }

    /** Whether anybody old enough was answered by the version. */
    public boolean isKnown() {
        return with.customers > 0 && without.customers > 0;
    }

    /** How much larger the part that applied is with the version, with 95 % confidence. */
    public Interval moreApplied() {
        return Interval.difference(with.applied, with.customers, without.applied, without.customers);
    }

    /** How much larger the part that was paid out is, of all answered. */
    public Interval moreDisbursed() {
        return Interval.difference(with.disbursed, with.customers, without.disbursed, without.customers);
    }
}
