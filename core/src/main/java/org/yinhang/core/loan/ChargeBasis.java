package org.yinhang.core.loan;

import org.yinhang.core.unit.Rate;

/** From what a charge is reckoned. */
public sealed interface ChargeBasis permits ChargeBasis.Interest, FeeBasis {

    /**
     * Interest on the balance.
     *
     * @param rate a year
     * @param dayCount how days become a part of a year
     */
    record Interest(Rate rate, DayCount dayCount) implements ChargeBasis {}
}
