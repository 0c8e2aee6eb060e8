package org.yinhang.compliance.policy;

import org.yinhang.core.unit.Money;

/**
 * What is left before this touch.
 *
 * @param contacts how many more the channel can carry
 * @param budget what may still be spent
 * @param cost what this touch costs
 */
public record CapacityLeft(long contacts, Money budget, Money cost) {

    /** Whether this touch still has room. */
    public boolean isEnough() {
        return contacts > 0 && budget.fen() >= cost.fen();
    }
}
