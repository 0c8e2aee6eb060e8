package org.yinhang.core.predicate.vector;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yinhang.core.predicate.ComparisonOperator;
import org.yinhang.core.predicate.Expression.AnyOf;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.VectorProgram.Step;

/** Comparison of columns: three loops, the other operators by swapping sides or by negation. */
final class ComparisonSteps {

    private ComparisonSteps() {}

    static Step of(ComparisonOperator operator, ValueType type, Step left, Step right) {
        return switch (operator) {
            case EQUAL -> equal(type, left, right);
            case DIFFERENT -> TruthSteps.not(equal(type, left, right));
            case LESS -> type == ValueType.NUMBER ? realLess(left, right) : wholeLess(left, right);
            case GREATER -> type == ValueType.NUMBER ? realLess(right, left) : wholeLess(right, left);
            case AT_MOST -> TruthSteps.not(of(ComparisonOperator.GREATER, type, left, right));
            case AT_LEAST -> TruthSteps.not(of(ComparisonOperator.LESS, type, left, right));
        };
    }

    static Step between(ValueType type, Step value, Step low, Step high) {
        return TruthSteps.and(List.of(
                of(ComparisonOperator.AT_LEAST, type, value, low), of(ComparisonOperator.AT_MOST, type, value, high)));
    }

    static Step anyOf(AnyOf anyOf, Step value) {
        Set<Value> choices = new HashSet<>();
        anyOf.choices().forEach(choice -> choices.add(choice.value()));
        return switch (anyOf.value().type()) {
            case TEXT -> new TextTest(value, text -> choices.contains(Value.of(text)));
            case INTEGER, MONEY, RATE, DATE, MOMENT ->
                anyWhole(
                        value,
                        choices.stream()
                                .mapToLong(v -> ((Value.Whole) v).value())
                                .sorted()
                                .toArray());
            case NUMBER ->
                anyReal(
                        value,
                        choices.stream()
                                .mapToDouble(v -> ((Value.Real) v).value())
                                .sorted()
                                .toArray());
            case TRUTH, SET, NOTHING -> any(anyOf, value);
        };
    }

    /** Of truths, and of what has no value at all. */
    private static Step any(AnyOf anyOf, Step value) {
        return TruthSteps.or(anyOf.choices().stream()
                .map(choice -> equal(ValueType.TRUTH, value, new Constant(choice)))
                .toList());
    }

    private static Step anyWhole(Step value, long[] choices) {
        return batch -> {
            long[] values = Columns.wholes(value.of(batch));
            byte[] truths = new byte[batch.size()];
            for (int i = 0; i < truths.length; i++) {
                boolean found = Arrays.binarySearch(choices, values[i]) >= 0;
                truths[i] = Columns.truth(values[i] == Vector.MISSING, found);
            }
            return new Vector.Truths(truths);
        };
    }

    private static Step anyReal(Step value, double[] choices) {
        return batch -> {
            double[] values = Columns.reals(value.of(batch));
            byte[] truths = new byte[batch.size()];
            for (int i = 0; i < truths.length; i++) {
                boolean found = false;
                for (double choice : choices) {
                    found |= values[i] == choice;
                }
                truths[i] = Columns.truth(Double.isNaN(values[i]), found);
            }
            return new Vector.Truths(truths);
        };
    }

    private static Step wholeLess(Step left, Step right) {
        return batch -> {
            long[] a = Columns.wholes(left.of(batch));
            long[] b = Columns.wholes(right.of(batch));
            byte[] truths = new byte[batch.size()];
            for (int i = 0; i < truths.length; i++) {
                truths[i] = Columns.truth(a[i] == Vector.MISSING || b[i] == Vector.MISSING, a[i] < b[i]);
            }
            return new Vector.Truths(truths);
        };
    }

    private static Step realLess(Step left, Step right) {
        return batch -> {
            double[] a = Columns.reals(left.of(batch));
            double[] b = Columns.reals(right.of(batch));
            byte[] truths = new byte[batch.size()];
            for (int i = 0; i < truths.length; i++) {
                truths[i] = Columns.truth(Double.isNaN(a[i]) || Double.isNaN(b[i]), a[i] < b[i]);
            }
            return new Vector.Truths(truths);
        };
    }

    private static Step equal(ValueType type, Step left, Step right) {
        return switch (type) {
            case INTEGER, MONEY, RATE, DATE, MOMENT -> equalWholes(left, right);
            case NUMBER -> equalReals(left, right);
            case TEXT -> new TextEquality(left, right);
            case TRUTH, SET, NOTHING -> equalTruths(left, right);
        };
    }

    private static Step equalWholes(Step left, Step right) {
        return batch -> {
            long[] a = Columns.wholes(left.of(batch));
            long[] b = Columns.wholes(right.of(batch));
            byte[] truths = new byte[batch.size()];
            for (int i = 0; i < truths.length; i++) {
                truths[i] = Columns.truth(a[i] == Vector.MISSING || b[i] == Vector.MISSING, a[i] == b[i]);
            }
            return new Vector.Truths(truths);
        };
    }

    private static Step equalReals(Step left, Step right) {
        return batch -> {
            double[] a = Columns.reals(left.of(batch));
            double[] b = Columns.reals(right.of(batch));
            byte[] truths = new byte[batch.size()];
            for (int i = 0; i < truths.length; i++) {
                truths[i] = Columns.truth(Double.isNaN(a[i]) || Double.isNaN(b[i]), a[i] == b[i]);
            }
            return new Vector.Truths(truths);
        };
    }

    private static Step equalTruths(Step left, Step right) {
        return batch -> {
            byte[] a = Columns.truths(left.of(batch));
            byte[] b = Columns.truths(right.of(batch));
            byte[] truths = new byte[batch.size()];
            for (int i = 0; i < truths.length; i++) {
                truths[i] = Columns.truth(a[i] < 0 || b[i] < 0, a[i] == b[i]);
            }
            return new Vector.Truths(truths);
        };
    }
}
