package org.yinhang.core.predicate;

/**
 * A checked expression and the stretch of text it came from.
 *
 * @param from position of its first character
 * @param to position after its last character
 */
record Part(Expression expression, int from, int to) {

    ValueType type() {
        return expression.type();
    }

    Part with(Expression other) {
        return new Part(other, from, to);
    }
}
