package org.yinhang.product;

import java.util.List;
import org.yinhang.core.unit.Money;

/**
 * How a limit comes about: its parts add up to the limit.
 *
 * @param parts in the order they are applied
 * @param limit offered
 */
public record LimitBuildUp(List<Part> parts, Money limit) {

    public LimitBuildUp {
        parts = List.copyOf(parts);
    }

    /**
     * One step of a limit.
     *
     * @param name identifier: a table's, or {@code ceiling}, {@code step}
     * @param zh Chinese name
     * @param en English name
     * @param change what the step adds; negative where it takes away
     * @param source the table's version and row, or the product
     */
    public record Part(String name, String zh, String en, Money change, String source) {}
}
