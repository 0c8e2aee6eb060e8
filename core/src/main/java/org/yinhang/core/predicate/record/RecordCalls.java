package org.yinhang.core.predicate.record;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.yinhang.core.predicate.ArithmeticOperator;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.ComparisonOperator;
import org.yinhang.core.predicate.Days;
import org.yinhang.core.predicate.Expression.Arithmetic;
import org.yinhang.core.predicate.Expression.Call;
import org.yinhang.core.predicate.Expression.Shifted;
import org.yinhang.core.predicate.Numbers;
import org.yinhang.core.predicate.Texts;
import org.yinhang.core.predicate.Value;

/** Arithmetic and functions of single values. */
final class RecordCalls {

    private RecordCalls() {}

    /** Of two values that are there. */
    static Value arithmetic(Arithmetic a, Value left, Value right) {
        if (a.operator() == ArithmeticOperator.PLUS || a.operator() == ArithmeticOperator.MINUS) {
            long sign = a.operator() == ArithmeticOperator.PLUS ? 1 : -1;
            return left instanceof Value.Whole x && right instanceof Value.Whole y
                    ? Value.of(x.value() + sign * y.value())
                    : Value.of(Numbers.real(left) + sign * Numbers.real(right));
        }
        double result = a.operator() == ArithmeticOperator.TIMES
                ? Numbers.product(
                        Numbers.real(left),
                        a.left().type(),
                        Numbers.real(right),
                        a.right().type())
                : Numbers.quotient(Numbers.real(left), Numbers.real(right));
        return a.type().isWhole() ? whole(Numbers.rounded(result, Long.MIN_VALUE)) : Value.of(result);
    }

    private static Value whole(long value) {
        return value == Long.MIN_VALUE ? Value.missing() : Value.of(value);
    }

    static Value shifted(Value day, Shifted shifted) {
        return ofWhole(day, d -> shifted.unit()
                .after(LocalDate.ofEpochDay(d), shifted.steps())
                .toEpochDay());
    }

    static Value call(Call call, List<Value> arguments, AsOf asOf) {
        Value first = arguments.getFirst();
        return switch (call.function()) {
            case ABS -> first instanceof Value.Real real ? Value.of(Math.abs(real.value())) : ofWhole(first, Math::abs);
            case LEAST -> extreme(arguments, ComparisonOperator.LESS);
            case GREATEST -> extreme(arguments, ComparisonOperator.GREATER);
            case COALESCE ->
                arguments.stream().filter(v -> !v.isMissing()).findFirst().orElse(first);
            case BUCKET -> bucket(first, arguments);
            case LOWER -> ofText(first, Texts::lower);
            case UPPER -> ofText(first, Texts::upper);
            case LENGTH -> first instanceof Value.Text text ? Value.of(Texts.length(text.value())) : first;
            case LEFT -> ofText(first, text -> Texts.left(text, ((Value.Whole) arguments.get(1)).value()));
            case CONTAINS -> test(first, text -> text.contains(text(arguments.get(1))));
            case STARTS_WITH -> test(first, text -> text.startsWith(text(arguments.get(1))));
            case ENDS_WITH -> test(first, text -> text.endsWith(text(arguments.get(1))));
            case DATE -> ofWhole(first, instant -> Days.dayOf(instant, asOf));
            case HOUR -> ofWhole(first, instant -> Days.hourOf(instant, asOf));
            case YEAR, MONTH, DAY, WEEKDAY, MONTH_START -> ofWhole(first, day -> Days.part(call.function(), day));
            case DAYS_BETWEEN -> ofTwo(first, arguments.get(1), (from, to) -> to - from);
            case MONTHS_BETWEEN -> ofTwo(first, arguments.get(1), Days::monthsBetween);
            case AGE -> ofWhole(first, day -> Days.age(day, asOf));
            case HAS, HAS_ANY -> labels(first, set -> arguments.stream().skip(1).anyMatch(l -> set.contains(text(l))));
            case HAS_ALL -> labels(first, set -> arguments.stream().skip(1).allMatch(l -> set.contains(text(l))));
            case SIZE ->
                first instanceof Value.Labels set ? Value.of((long) set.value().size()) : first;
        };
    }

    private static Value ofTwo(Value from, Value to, LongBinaryOperator function) {
        return from instanceof Value.Whole a && to instanceof Value.Whole b
                ? Value.of(function.applyAsLong(a.value(), b.value()))
                : Value.missing();
    }

    private static Value ofWhole(Value value, LongUnaryOperator function) {
        return value instanceof Value.Whole whole ? Value.of(function.applyAsLong(whole.value())) : value;
    }

    private static Value ofText(Value value, UnaryOperator<String> function) {
        return value instanceof Value.Text text ? Value.of(function.apply(text.value())) : value;
    }

    private static Value test(Value value, Predicate<String> test) {
        return value instanceof Value.Text text ? Value.of(test.test(text.value())) : value;
    }

    private static Value labels(Value value, Predicate<SortedSet<String>> test) {
        return value instanceof Value.Labels set ? Value.of(test.test(set.value())) : value;
    }

    private static String text(Value value) {
        return ((Value.Text) value).value();
    }

    private static Value extreme(List<Value> values, ComparisonOperator better) {
        Value best = Value.missing();
        for (Value value : values) {
            boolean taken = best.isMissing() || Truth.of(RecordComparison.compared(better, value, best)) == Truth.TRUE;
            best = taken ? value : best;
        }
        return best;
    }

    private static Value bucket(Value value, List<Value> arguments) {
        if (value.isMissing()) {
            return value;
        }
        long bucket = arguments.stream()
                .skip(1)
                .filter(bound -> RecordComparison.isAtLeast(value, bound) == Truth.TRUE)
                .count();
        return Value.of(bucket);
    }
}
