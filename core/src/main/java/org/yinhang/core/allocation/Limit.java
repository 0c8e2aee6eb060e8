package org.yinhang.core.allocation;

import java.math.BigDecimal;

/**
 * Something the whole plan shares: a budget, the hours of a person or branch, a channel's capacity, the expected loss a
 * portfolio may take on, or the least a segment must get.
 *
 * @param name what it is called where its price is shown
 * @param kind whether the amount is the most or the least the plan may draw
 * @param amount in the limit's own unit
 */
public record Limit(String name, Kind kind, double amount) {

    /** Which side of the amount a plan must stay on. */
    public enum Kind {
        /** The plan draws no more than the amount. */
        AT_MOST,
        /** The plan draws no less than the amount. */
        AT_LEAST
    }

    public Limit {
        if (!Double.isFinite(amount)) {
            throw new IllegalArgumentException("amount of %s: %s (expected: a number)".formatted(name, amount));
        }
    }

    /** The plan draws no more than the amount. */
    public static Limit atMost(String name, double amount) {
        return new Limit(name, Kind.AT_MOST, amount);
    }

    /** The plan draws no less than the amount. */
    public static Limit atLeast(String name, double amount) {
        return new Limit(name, Kind.AT_LEAST, amount);
    }

    /** The limit as it reads in a sentence, such as {@code calls at most 200}. */
    String words() {
        return "%s %s %s"
                .formatted(
                        name,
                        kind == Kind.AT_MOST ? "at most" : "at least",
                        BigDecimal.valueOf(amount).stripTrailingZeros().toPlainString());
    }

    /** 1 for {@code AT_MOST}, −1 for {@code AT_LEAST}: every limit times its sign reads "at most". */
    double sign() {
        return kind == Kind.AT_MOST ? 1 : -1;
    }

    /** By how much a plan that draws so much breaks the limit, 0 when it keeps it. */
    double excess(double drawn) {
        return Math.max(0, sign() * (drawn - amount));
    }
}
