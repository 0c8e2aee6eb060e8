package org.yinhang.customer;

import java.util.Set;

/**
 * Customers went back to whoever kept them before, because the last day of handovers is over; in the same transaction.
 *
 * @param handovers their numbers
 */
public record KeepingEnded(Set<Long> handovers) {

    public KeepingEnded {
        handovers = Set.copyOf(handovers);
    }
}
