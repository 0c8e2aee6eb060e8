package org.yinhang.compliance.internal;

import java.util.Arrays;
import java.util.Optional;
import org.yinhang.shared.ListQuery;

/** The customers a question is narrowed to: the filter {@code customers}, numbers with dots between. */
public final class CustomerChoice {

    private CustomerChoice() {}

    public static Optional<Integer[]> of(ListQuery query) {
        return query.filter("customers")
                .filter(numbers -> numbers.matches("\\d{1,9}(\\.\\d{1,9})*"))
                .map(numbers -> Arrays.stream(numbers.split("\\."))
                        .map(Integer::valueOf)
                        .toArray(Integer[]::new));
    }
}
