package org.yinhang.core.predicate;

import java.util.Optional;

/** What aggregates take and give. */
final class AggregateTypes {

    private AggregateTypes() {}

    /** The type of the result; empty when the argument does not fit. */
    static Optional<ValueType> of(AggregateFunction function, Optional<ValueType> argument) {
        ValueType of = argument.orElse(ValueType.NOTHING);
        boolean summable = of == ValueType.INTEGER || of == ValueType.MONEY || of == ValueType.RATE;
        return switch (function) {
            case COUNT -> Optional.of(ValueType.INTEGER);
            case EXISTS -> Optional.of(ValueType.TRUTH);
            case SUM -> only(summable, of == ValueType.RATE ? ValueType.INTEGER : of);
            case AVG -> only(summable, of == ValueType.INTEGER ? ValueType.NUMBER : of);
            case MIN, MAX -> only(of.isOrdered(), of);
            case FIRST, LAST -> only(of.isOrdered() || of == ValueType.TEXT || of == ValueType.TRUTH, of);
            case MODE -> only(of == ValueType.TEXT, of);
            case DISTINCT -> only(of.isWhole() || of == ValueType.TEXT, ValueType.INTEGER);
            case LABELS -> only(of == ValueType.TEXT, ValueType.SET);
        };
    }

    private static Optional<ValueType> only(boolean fits, ValueType type) {
        return fits ? Optional.of(type) : Optional.empty();
    }

    static String usage(AggregateFunction function) {
        return switch (function) {
            case COUNT, EXISTS -> "Write %s(transactions where amount > 0).".formatted(function.word());
            case SUM, AVG, MIN, MAX -> "Write %s(amount from transactions).".formatted(function.word());
            case FIRST, LAST, MODE, DISTINCT, LABELS ->
                "Write %s(category from transactions).".formatted(function.word());
        };
    }
}
