package org.yinhang.decision;

/** Gives back the bank's own identifier of a customer, which the lake itself does not hold. */
@FunctionalInterface
public interface CustomerKeys {

    /** The bank's identifier of the customer with this dense number. */
    String keyOf(int customer);
}
