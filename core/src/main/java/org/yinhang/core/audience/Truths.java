package org.yinhang.core.audience;

import java.util.Optional;
import org.yinhang.core.audience.index.ValueSet;
import org.yinhang.core.predicate.ComparisonOperator;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Dictionary;

/**
 * For which values of one column a condition is true and for which it is false; for others it is missing.
 *
 * @param whenTrue the values for which it is true
 * @param whenFalse those for which it is false
 */
record Truths(ValueSet whenTrue, ValueSet whenFalse) {

    /** Every whole number up to this is a real number too. */
    private static final double EXACT = 0x1p53;

    static Truths never() {
        return new Truths(ValueSet.none(), ValueSet.none());
    }

    /** True for these values, false for all others that are known. */
    static Truths of(ValueSet whenTrue) {
        return new Truths(whenTrue, ValueSet.known().and(whenTrue.complement()));
    }

    ValueSet when(boolean wanted) {
        return wanted ? whenTrue : whenFalse;
    }

    Truths and(Truths other) {
        return new Truths(whenTrue.and(other.whenTrue), whenFalse.or(other.whenFalse));
    }

    Truths or(Truths other) {
        return new Truths(whenTrue.or(other.whenTrue), whenFalse.and(other.whenFalse));
    }

    /**
     * A comparison of a column with a constant.
     *
     * @param type of the column
     * @param dictionary of the column
     * @param constant of the column's type, or a real number where the column holds whole ones
     * @return empty when it cannot be said in whole numbers
     */
    static Optional<Truths> compared(
            ValueType type, Dictionary dictionary, ComparisonOperator operator, Value constant) {
        return switch (constant) {
            case Value.Missing missing -> Optional.of(never());
            case Value.Whole whole -> Optional.of(compared(operator, whole.value(), true));
            case Value.Truth truth ->
                operator.asksOrder() ? Optional.empty() : Optional.of(compared(operator, truth.value() ? 1 : 0, true));
            case Value.Text text -> {
                int code = dictionary.find(text.value());
                yield Optional.of(compared(operator, code, code >= 0));
            }
            case Value.Real real -> {
                double value = real.value();
                if (type == ValueType.NUMBER) {
                    yield Optional.of(compared(operator, ValueSet.ordered(value), true));
                }
                double floor = Math.floor(value);
                yield Math.abs(value) >= EXACT
                        ? Optional.empty()
                        : Optional.of(compared(operator, (long) floor, floor == value));
            }
            case Value.Labels labels -> Optional.empty();
        };
    }

    /** A comparison with a number, or with one between that number and the next one. */
    private static Truths compared(ComparisonOperator operator, long number, boolean exact) {
        ValueSet equal = exact ? ValueSet.between(number, number) : ValueSet.none();
        ValueSet atMost = ValueSet.between(Long.MIN_VALUE, number);
        return switch (operator) {
            case EQUAL -> of(equal);
            case DIFFERENT -> of(equal).not();
            case AT_MOST -> of(atMost);
            case GREATER -> of(atMost).not();
            case LESS -> of(atMost.and(equal.complement()));
            case AT_LEAST -> of(atMost.and(equal.complement())).not();
        };
    }

    Truths not() {
        return new Truths(/* whenTrue= */ whenFalse, /* whenFalse= */ whenTrue);
    }
}
