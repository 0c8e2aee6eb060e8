package org.yinhang.campaign;

import org.yinhang.core.experiment.Power;

/**
 * What the comparison with the control group can show: 5 % two-sided, power 80 %. Two groups of different size tell as much
 * apart as two of their harmonic mean.
 *
 * @param treated customers treated
 * @param control customers left untouched
 * @param expected share of the untouched who are expected to apply
 * @param smallest smallest difference of shares that is found with that power; infinite where a group is empty
 */
public record PowerPlan(long treated, long control, double expected, double smallest) {

    /** For two groups. */
    public static PowerPlan of(long treated, long control, double expected) {
        if (treated == 0 || control == 0) {
            return new PowerPlan(treated, control, expected, Double.POSITIVE_INFINITY);
        }
        double units = 2 / (1.0 / treated + 1.0 / control);
        return new PowerPlan(treated, control, expected, expected * Power.USUAL.smallestLift(units, expected));
    }

    /** Whether it can find anything at all: a difference no larger than the expected share itself. */
    public boolean isUseful() {
        return smallest <= expected;
    }
}
