package org.yinhang.product;

import java.util.List;
import java.util.Set;
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

    /** What is the bank's cost in a price; the rest is its margin. */
    private static final Set<String> COSTS = Set.of("ftp", "expected_loss", "operating", "capital");

    public PriceBuildUp {
        parts = List.copyOf(parts);
    }

    /** What lending costs the bank, a year: funds, expected loss, operation and capital. */
    public Rate cost() {
        return sum(COSTS);
    }

    /** The part of the price that covers expected losses, a year. */
    public Rate expectedLoss() {
        return sum(Set.of("expected_loss"));
    }

    private Rate sum(Set<String> names) {
        return parts.stream()
                .filter(part -> names.contains(part.name()))
                .map(Part::rate)
                .reduce(Rate.ZERO, Rate::plus);
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
