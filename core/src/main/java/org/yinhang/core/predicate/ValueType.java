package org.yinhang.core.predicate;

import java.util.Locale;

/** What kind of value an expression has; arithmetic and comparison are defined by it. */
public enum ValueType {
    /** True, false or missing. */
    TRUTH,
    /** A whole number. */
    INTEGER,
    /** A real number, IEEE double; never infinite, and missing where it cannot be computed. */
    NUMBER,
    /** Whole fen; literals beside it are yuan. */
    MONEY,
    /** Annual simple interest in millionths; literals beside it are fractions or percent. */
    RATE,
    /** A code or a text: equal or different, never greater or smaller. */
    TEXT,
    /** A calendar day of the bank's zone, days since 1970-01-01. */
    DATE,
    /** An instant, microseconds UTC since 1970-01-01. */
    MOMENT,
    /** Several labels at once, at most 63 different ones in a column. */
    SET,
    /** The type of {@code null} before its place gives it one. */
    NOTHING;

    /** The type's name in messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether values are held as 64-bit whole numbers. */
    public boolean isWhole() {
        return switch (this) {
            case INTEGER, MONEY, RATE, DATE, MOMENT -> true;
            case TRUTH, NUMBER, TEXT, SET, NOTHING -> false;
        };
    }

    /** Whether values can be added and multiplied. */
    public boolean isMagnitude() {
        return switch (this) {
            case INTEGER, NUMBER, MONEY, RATE -> true;
            case TRUTH, TEXT, DATE, MOMENT, SET, NOTHING -> false;
        };
    }

    /** Whether one value can come before another. */
    public boolean isOrdered() {
        return isWhole() || this == NUMBER;
    }
}
