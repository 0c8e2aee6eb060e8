package org.yinhang.lake.funnel;

/** Hears of every customer how far they came; called by several threads at once. */
@FunctionalInterface
public interface JourneySink {

    /** Hears nothing. */
    JourneySink NONE = (customer, steps) -> {};

    /**
     * @param customer the customer's number
     * @param steps how many steps were reached, 0 to all
     */
    void journey(int customer, int steps);
}
