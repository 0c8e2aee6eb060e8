package org.yinhang.customer;

import java.util.List;
import org.yinhang.core.unit.Money;

/** A customer of whom nothing is known but the number. */
record Stranger(int number) {

    Customer asCustomer() {
        return new Customer(
                number,
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Tier.GENERAL,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                0,
                List.of(),
                null,
                null,
                new Customer.ConsentSummary(List.of(), false),
                false,
                false,
                new Customer.Place("", ""),
                null);
    }
}
