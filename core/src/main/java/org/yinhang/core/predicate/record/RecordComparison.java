package org.yinhang.core.predicate.record;

import org.yinhang.core.predicate.ComparisonOperator;
import org.yinhang.core.predicate.Numbers;
import org.yinhang.core.predicate.Value;

/** Comparison of two values of one type. */
final class RecordComparison {

    private RecordComparison() {}

    static Value compared(ComparisonOperator operator, Value left, Value right) {
        if (left.isMissing() || right.isMissing()) {
            return Value.missing();
        }
        return Value.of(operator.holds(sign(left, right)));
    }

    static Truth isAtLeast(Value value, Value bound) {
        return Truth.of(compared(ComparisonOperator.AT_LEAST, value, bound));
    }

    /** Texts and truths are only equal (0) or different (1). */
    private static int sign(Value left, Value right) {
        if (left instanceof Value.Whole a && right instanceof Value.Whole b) {
            return Long.compare(a.value(), b.value());
        }
        if (left instanceof Value.Real || left instanceof Value.Whole) {
            double a = Numbers.real(left);
            double b = Numbers.real(right);
            return a < b ? -1 : a > b ? 1 : 0;
        }
        return left.equals(right) ? 0 : 1;
    }
}
