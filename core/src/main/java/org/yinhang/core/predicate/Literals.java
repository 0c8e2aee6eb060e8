package org.yinhang.core.predicate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.yinhang.core.predicate.Expression.Literal;
import org.yinhang.core.predicate.Expression.Reference;

/** Constants of the text, and what they become beside money, rates, days and codes. */
final class Literals {

    /** Larger constants than this are nobody's: a thousand times all the money of the country, in fen. */
    private static final BigDecimal LARGEST = new BigDecimal("1e17");

    private Literals() {}

    /** A number as it stands: whole if it has no decimals. */
    static Optional<Literal> number(String digits) {
        BigDecimal value = new BigDecimal(digits);
        if (value.abs().compareTo(LARGEST) > 0) {
            return Optional.empty();
        }
        boolean whole = value.stripTrailingZeros().scale() <= 0;
        return Optional.of(
                whole
                        ? new Literal(ValueType.INTEGER, Value.of(value.longValueExact()))
                        : new Literal(ValueType.NUMBER, Value.of(value.doubleValue())));
    }

    /** A constant magnitude with the other sign. */
    static Literal negated(Literal literal) {
        return new Literal(
                literal.type(),
                literal.value() instanceof Value.Whole whole
                        ? Value.of(-whole.value())
                        : Value.of(-Numbers.real(literal.value())));
    }

    static Literal percent(String digits) {
        return new Literal(ValueType.NUMBER, Value.of(new BigDecimal(digits).doubleValue()));
    }

    static Literal text(String text) {
        return new Literal(ValueType.TEXT, Value.of(text));
    }

    static Literal truth(boolean truth) {
        return new Literal(ValueType.TRUTH, Value.of(truth));
    }

    static Literal nothing() {
        return new Literal(ValueType.NOTHING, Value.missing());
    }

    static Optional<Literal> day(String text) {
        try {
            return Optional.of(new Literal(
                    ValueType.DATE, Value.of(LocalDate.parse(text.strip()).toEpochDay())));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /**
     * A constant as a value of the type its place asks for: a number beside money is yuan, beside a rate a fraction, a
     * text beside a day is a day. Empty when it cannot be one; the constant itself when there is nothing to change.
     */
    static Optional<Literal> as(ValueType type, Literal literal) {
        if (literal.type() == type) {
            return Optional.of(literal);
        }
        return switch (literal.value()) {
            case Value.Missing missing -> Optional.of(new Literal(type, missing));
            case Value.Whole whole -> number(type, literal.type(), BigDecimal.valueOf(whole.value()));
            case Value.Real real -> number(type, literal.type(), BigDecimal.valueOf(real.value()));
            case Value.Text text -> type == ValueType.DATE ? day(text.value()) : Optional.empty();
            case Value.Truth truth -> Optional.empty();
            case Value.Labels labels -> Optional.empty();
        };
    }

    private static Optional<Literal> number(ValueType type, ValueType from, BigDecimal value) {
        if (from != ValueType.INTEGER && from != ValueType.NUMBER) {
            return Optional.empty();
        }
        return switch (type) {
            case NUMBER -> Optional.of(new Literal(type, Value.of(value.doubleValue())));
            case MONEY -> whole(type, value.movePointRight(2));
            case RATE ->
                value.abs().compareTo(BigDecimal.ONE) > 0 ? Optional.empty() : whole(type, value.movePointRight(6));
            case TRUTH, INTEGER, TEXT, DATE, MOMENT, SET, NOTHING -> Optional.empty();
        };
    }

    private static Optional<Literal> whole(ValueType type, BigDecimal value) {
        try {
            return Optional.of(new Literal(type, Value.of(value.longValueExact())));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** A code written by its Chinese name, as the code; anything else unchanged. */
    static Literal code(Expression field, Literal literal) {
        if (field instanceof Reference reference
                && literal.value() instanceof Value.Text text
                && !reference.field().values().containsKey(text.value())) {
            return reference.field().values().entrySet().stream()
                    .filter(entry -> entry.getValue().equals(text.value()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .map(Literals::text)
                    .orElse(literal);
        }
        return literal;
    }
}
