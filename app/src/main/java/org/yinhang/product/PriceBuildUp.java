package org.yinhang.product;

import java.util.List;
import java.util.stream.Collectors;
import org.yinhang.core.unit.Rate;

/**
 * How a price comes about: its parts add up to the rate.
 *
 * @param parts in the order they are added
 * @param rate offered, a year
 * @param lowest the least that may be agreed with this customer
 * @param highest the most that may be asked of this customer
 * @param isNeutral whether it was made without profiling
 */
public record PriceBuildUp(List<Part> parts, Rate rate, Rate lowest, Rate highest, boolean isNeutral) {

    public PriceBuildUp {
        parts = List.copyOf(parts);
    }

    /**
     * One part of a price.
     *
     * @param name identifier: {@code ftp}, {@code expected_loss} …, or a table's
     * @param zh Chinese name
     * @param en English name
     * @param rate a year; may be negative
     * @param source the table's version and row, or where the figure comes from
     */
    public record Part(String name, String zh, String en, Rate rate, String source) {}

    /** The parts as the ledger writes them: {@code name=ppm}, separated by semicolons. */
    public String text() {
        return parts.stream().map(part -> part.name() + "=" + part.rate().ppm()).collect(Collectors.joining(";"));
    }
}
