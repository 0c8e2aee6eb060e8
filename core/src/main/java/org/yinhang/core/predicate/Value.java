package org.yinhang.core.predicate;

import java.util.SortedSet;

/** One value of a record or a literal; its {@link ValueType} says what it means. */
public sealed interface Value {

    /** Integers, fen, millionths a year, days or microseconds since 1970. */
    record Whole(long value) implements Value {}

    /** A finite real number. */
    record Real(double value) implements Value {}

    /** A code or text. */
    record Text(String value) implements Value {}

    /** True or false. */
    record Truth(boolean value) implements Value {}

    /** Labels of a set. */
    record Labels(SortedSet<String> value) implements Value {}

    /** Nothing is known. */
    record Missing() implements Value {}

    static Value missing() {
        return new Missing();
    }

    static Value of(boolean truth) {
        return new Truth(truth);
    }

    static Value of(long whole) {
        return new Whole(whole);
    }

    static Value of(double real) {
        return Double.isNaN(real) ? missing() : new Real(real);
    }

    static Value of(String text) {
        return new Text(text);
    }

    default boolean isMissing() {
        return this instanceof Missing;
    }
}
