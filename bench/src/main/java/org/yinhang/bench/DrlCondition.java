package org.yinhang.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.ComparisonOperator;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.And;
import org.yinhang.core.predicate.Expression.AnyOf;
import org.yinhang.core.predicate.Expression.Between;
import org.yinhang.core.predicate.Expression.Call;
import org.yinhang.core.predicate.Expression.Comparison;
import org.yinhang.core.predicate.Expression.IsMissing;
import org.yinhang.core.predicate.Expression.Literal;
import org.yinhang.core.predicate.Expression.Not;
import org.yinhang.core.predicate.Expression.Or;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.Expression.Widened;
import org.yinhang.core.predicate.ExpressionText;
import org.yinhang.core.predicate.ScalarFunction;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.record.RecordEvaluator;
import org.yinhang.core.predicate.record.Truth;

/**
 * Conditions of decision tables as constraints of Drools' rule language. What is missing is null there, so a condition becomes
 * three constraints: when it is true, when it is false, and when it cannot be judged. Only what shipped tables use is translated.
 */
final class DrlCondition {

    private static final String ALWAYS = "true";
    private static final String NEVER = "false";

    private final Map<String, String> slots;
    private final AsOf asOf;

    /**
     * Begins.
     *
     * @param slots attribute of the fact by name of the field
     */
    DrlCondition(Map<String, String> slots, AsOf asOf) {
        this.slots = slots;
        this.asOf = asOf;
    }

    /** When a condition has a truth; {@code false} where it never has. */
    String when(Expression condition, Truth truth) {
        return switch (condition) {
            case And(List<Expression> parts) ->
                switch (truth) {
                    case TRUE -> all(parts, part -> when(part, Truth.TRUE));
                    case FALSE -> any(parts, part -> when(part, Truth.FALSE));
                    case MISSING -> and(List.of(all(parts, this::notFalse), any(parts, this::missing)));
                };
            case Or(List<Expression> parts) ->
                switch (truth) {
                    case TRUE -> any(parts, part -> when(part, Truth.TRUE));
                    case FALSE -> all(parts, part -> when(part, Truth.FALSE));
                    case MISSING -> and(List.of(all(parts, this::notTrue), any(parts, this::missing)));
                };
            case Not(Expression inner) ->
                switch (truth) {
                    case TRUE -> when(inner, Truth.FALSE);
                    case FALSE -> when(inner, Truth.TRUE);
                    case MISSING -> missing(inner);
                };
            case IsMissing(Expression value) ->
                switch (truth) {
                    case TRUE -> slot(value) + " == null";
                    case FALSE -> slot(value) + " != null";
                    case MISSING -> NEVER;
                };
            default -> simple(condition, truth);
        };
    }

    private String missing(Expression condition) {
        return when(condition, Truth.MISSING);
    }

    private String notFalse(Expression condition) {
        return or(List.of(when(condition, Truth.TRUE), missing(condition)));
    }

    private String notTrue(Expression condition) {
        return or(List.of(when(condition, Truth.FALSE), missing(condition)));
    }

    /** A comparison whose values are fields, constants, and fields with a constant in their place. */
    private String simple(Expression condition, Truth truth) {
        List<Expression> values = values(condition);
        for (Expression value : values) {
            if (value instanceof Call(ScalarFunction function, List<Expression> arguments, ValueType _)
                    && function == ScalarFunction.COALESCE
                    && arguments.size() == 2) {
                Expression field = arguments.getFirst();
                return or(List.of(
                        and(List.of(slot(field) + " != null", when(with(condition, value, field), truth))),
                        and(List.of(
                                slot(field) + " == null", when(with(condition, value, arguments.getLast()), truth)))));
            }
        }
        List<String> fields = values.stream()
                .filter(value -> !(value instanceof Literal))
                .map(this::slot)
                .toList();
        if (fields.isEmpty()) {
            Truth constant = RecordEvaluator.compile(condition, asOf).truth(_ -> Value.missing());
            return constant == truth ? ALWAYS : NEVER;
        }
        if (truth == Truth.MISSING) {
            return or(fields.stream().map(field -> field + " == null").toList());
        }
        List<String> constraints = new ArrayList<>();
        fields.forEach(field -> constraints.add(field + " != null"));
        constraints.add(comparison(condition, truth == Truth.TRUE));
        return and(constraints);
    }

    private static List<Expression> values(Expression condition) {
        return switch (condition) {
            case Comparison(ComparisonOperator _, Expression left, Expression right) -> List.of(left, right);
            case Between(Expression value, Expression low, Expression high) -> List.of(value, low, high);
            case AnyOf(Expression value, List<Literal> _) -> List.of(value);
            default -> List.of(condition);
        };
    }

    private static Expression with(Expression condition, Expression old, Expression other) {
        Function<Expression, Expression> swap = value -> value.equals(old) ? other : value;
        return switch (condition) {
            case Comparison(ComparisonOperator operator, Expression left, Expression right) ->
                new Comparison(operator, swap.apply(left), swap.apply(right));
            case Between(Expression value, Expression low, Expression high) ->
                new Between(swap.apply(value), swap.apply(low), swap.apply(high));
            case AnyOf(Expression value, List<Literal> choices) -> new AnyOf(swap.apply(value), choices);
            default -> swap.apply(condition);
        };
    }

    private String comparison(Expression condition, boolean holds) {
        return switch (condition) {
            case Comparison(ComparisonOperator operator, Expression left, Expression right) ->
                text(left) + symbol(operator, holds) + text(right);
            case Between(Expression value, Expression low, Expression high) ->
                holds
                        ? and(List.of(text(value) + " >= " + text(low), text(value) + " <= " + text(high)))
                        : or(List.of(text(value) + " < " + text(low), text(value) + " > " + text(high)));
            case AnyOf(Expression value, List<Literal> choices) -> {
                List<String> each = choices.stream()
                        .map(choice -> text(value) + (holds ? " == " : " != ") + text(choice))
                        .toList();
                yield holds ? or(each) : and(each);
            }
            default -> text(condition) + " == " + holds;
        };
    }

    private static String symbol(ComparisonOperator operator, boolean holds) {
        return switch (operator) {
            case EQUAL -> holds ? " == " : " != ";
            case DIFFERENT -> holds ? " != " : " == ";
            case LESS -> holds ? " < " : " >= ";
            case AT_MOST -> holds ? " <= " : " > ";
            case GREATER -> holds ? " > " : " <= ";
            case AT_LEAST -> holds ? " >= " : " < ";
        };
    }

    private String slot(Expression value) {
        return switch (value) {
            case Reference(var field) -> Objects.requireNonNull(slots.get(field.name()), field.name());
            case Widened(Expression whole) -> slot(whole);
            default -> throw new IllegalArgumentException("%s (expected: a field)".formatted(ExpressionText.of(value)));
        };
    }

    private String text(Expression value) {
        if (!(value instanceof Literal(ValueType _, Value constant))) {
            return slot(value);
        }
        return switch (constant) {
            case Value.Whole(long whole) -> whole + "L";
            case Value.Real(double real) -> Double.toString(real);
            case Value.Text(String word) -> "\"" + word + "\"";
            case Value.Truth(boolean truth) -> Boolean.toString(truth);
            case Value.Labels _, Value.Missing _ ->
                throw new IllegalArgumentException("%s (expected: one value)".formatted(ExpressionText.of(value)));
        };
    }

    private static String all(List<Expression> parts, Function<Expression, String> text) {
        return and(parts.stream().map(text).toList());
    }

    private static String any(List<Expression> parts, Function<Expression, String> text) {
        return or(parts.stream().map(text).toList());
    }

    private static String and(List<String> parts) {
        return parts.contains(NEVER) ? NEVER : joined(parts, ALWAYS, " && ");
    }

    private static String or(List<String> parts) {
        return parts.contains(ALWAYS) ? ALWAYS : joined(parts, NEVER, " || ");
    }

    private static String joined(List<String> parts, String without, String by) {
        List<String> left =
                parts.stream().filter(part -> !part.equals(without)).distinct().toList();
        return switch (left.size()) {
            case 0 -> without;
            case 1 -> left.getFirst();
            default -> left.stream().collect(Collectors.joining(by, "(", ")"));
        };
    }
}
