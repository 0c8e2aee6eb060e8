package org.yinhang.core.predicate;

import java.util.Optional;

/**
 * What arithmetic gives. Money and rates add to their own kind and are scaled by numbers; a rate of money is money;
 * money by money and rate by rate is a number; products and quotients of numbers are real.
 */
final class ArithmeticTypes {

    private ArithmeticTypes() {}

    static Optional<ValueType> of(ArithmeticOperator operator, ValueType left, ValueType right) {
        if (!left.isMagnitude() || !right.isMagnitude()) {
            return Optional.empty();
        }
        return switch (operator) {
            case PLUS, MINUS -> left == right ? Optional.of(left) : Optional.empty();
            case TIMES -> product(left, right);
            case DIVIDED_BY -> quotient(left, right);
        };
    }

    private static Optional<ValueType> product(ValueType left, ValueType right) {
        if (isPlain(left)) {
            return Optional.of(isPlain(right) ? ValueType.NUMBER : right);
        }
        if (isPlain(right)) {
            return Optional.of(left);
        }
        return left == right ? Optional.empty() : Optional.of(ValueType.MONEY);
    }

    private static Optional<ValueType> quotient(ValueType left, ValueType right) {
        if (left == right || (isPlain(left) && isPlain(right))) {
            return Optional.of(ValueType.NUMBER);
        }
        return isPlain(right) ? Optional.of(left) : Optional.empty();
    }

    private static boolean isPlain(ValueType type) {
        return type == ValueType.INTEGER || type == ValueType.NUMBER;
    }
}
