package org.yinhang.opportunity.internal;

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
 * @param touch of a task, the touch it came from
 */
public record Found(
        int customer,
        String product,
        OptionalLong valueFen,
        OptionalDouble chance,
        OptionalLong limitFen,
        OptionalLong touch) {

    /** Somebody nothing more is known of. */
    static Found plain(int customer, String product) {
        return new Found(
                customer,
                product,
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    /** The same because of a task. */
    Found because(long task) {
        return new Found(customer, product, valueFen, chance, limitFen, OptionalLong.of(task));
    }
}
