package org.yinhang.opportunity.internal;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A customer something speaks for, and with what.
 *
 * @param customer customer number
 * @param product code
 * @param valueFen what a call is expected to bring
 * @param chance that the customer applies and is approved
 * @param limitFen how much might be lent
 * @param tasks touches of the tasks that speak for it
 */
public record Found(
        int customer,
        String product,
        OptionalLong valueFen,
        OptionalDouble chance,
        OptionalLong limitFen,
        List<Long> tasks) {

    public Found {
        tasks = List.copyOf(tasks);
    }

    /** Somebody nothing more is known of. */
    static Found plain(int customer, String product) {
        return new Found(
                customer, product, OptionalLong.empty(), OptionalDouble.empty(), OptionalLong.empty(), List.of());
    }

    /** The same because of tasks. */
    Found because(List<Long> wanted) {
        return new Found(customer, product, valueFen, chance, limitFen, wanted);
    }
}
