package org.yinhang.core.predicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yinhang.core.predicate.Expression.Call;
import org.yinhang.core.predicate.Expression.Literal;

/** What the functions of single values take and give. */
final class FunctionTypes {

    private final Typing typing;
    private final Problems problems;

    FunctionTypes(Typing typing, Problems problems) {
        this.typing = typing;
        this.problems = problems;
    }

    /** The checked call; a mistake is noted. */
    Expression call(ScalarFunction function, List<Part> arguments, Part place) {
        if (arguments.stream().anyMatch(a -> a.type() == ValueType.NOTHING) && function != ScalarFunction.COALESCE) {
            return Typing.mistake();
        }
        return checked(function, arguments).orElseGet(() -> {
            problems.add(ProblemKind.WRONG_ARGUMENTS, place, usage(function), function.word());
            return Typing.mistake();
        });
    }

    private Optional<Expression> checked(ScalarFunction function, List<Part> arguments) {
        return switch (function) {
            case ABS ->
                unary(
                        function,
                        arguments,
                        ValueType::isMagnitude,
                        arguments.isEmpty()
                                ? ValueType.NUMBER
                                : arguments.getFirst().type());
            case LEAST, GREATEST ->
                alike(function, arguments, 2).filter(e -> e.type().isOrdered());
            case COALESCE -> alike(function, arguments, 2);
            case BUCKET -> bucket(arguments);
            case LOWER, UPPER -> unary(function, arguments, t -> t == ValueType.TEXT, ValueType.TEXT);
            case LENGTH -> unary(function, arguments, t -> t == ValueType.TEXT, ValueType.INTEGER);
            case LEFT ->
                withConstant(function, arguments, ValueType.INTEGER, ValueType.TEXT)
                        .filter(e -> ((Literal) ((Call) e).arguments().get(1)).value() instanceof Value.Whole n
                                && n.value() >= 0);
            case CONTAINS, STARTS_WITH, ENDS_WITH -> withConstant(function, arguments, ValueType.TEXT, ValueType.TRUTH);
            case DATE ->
                unary(function, arguments, FunctionTypes::isDay, ValueType.DATE).map(FunctionTypes::plainDay);
            case HOUR -> unary(function, arguments, t -> t == ValueType.MOMENT, ValueType.INTEGER);
            case YEAR, MONTH, DAY, WEEKDAY -> ofDays(function, arguments, 1, ValueType.INTEGER);
            case MONTH_START -> ofDays(function, arguments, 1, ValueType.DATE);
            case DAYS_BETWEEN, MONTHS_BETWEEN -> ofDays(function, arguments, 2, ValueType.INTEGER);
            case AGE -> ofDays(function, arguments, 1, ValueType.INTEGER);
            case HAS, HAS_ANY, HAS_ALL -> labels(function, arguments);
            case SIZE -> unary(function, arguments, t -> t == ValueType.SET, ValueType.INTEGER);
        };
    }

    private static Optional<Expression> unary(
            ScalarFunction function,
            List<Part> arguments,
            java.util.function.Predicate<ValueType> accepts,
            ValueType type) {
        return arguments.size() == 1 && accepts.test(arguments.getFirst().type())
                ? Optional.of(new Call(function, expressions(arguments), type))
                : Optional.empty();
    }

    private Optional<Expression> alike(ScalarFunction function, List<Part> arguments, int least) {
        return arguments.size() < least
                ? Optional.empty()
                : typing.agreed(arguments)
                        .filter(parts -> parts.getFirst().type() != ValueType.SET)
                        .map(parts -> new Call(function, parts, parts.getFirst().type()));
    }

    /** A value and rising constant bounds of its type. */
    private Optional<Expression> bucket(List<Part> arguments) {
        boolean constants =
                arguments.size() >= 2 && arguments.stream().skip(1).allMatch(a -> a.expression() instanceof Literal);
        return !constants
                ? Optional.empty()
                : typing.agreed(arguments)
                        .filter(parts -> parts.getFirst().type().isOrdered() && isRising(parts))
                        .map(parts -> new Call(ScalarFunction.BUCKET, parts, ValueType.INTEGER));
    }

    private static boolean isRising(List<Expression> parts) {
        double last = Double.NEGATIVE_INFINITY;
        for (Expression part : parts.subList(1, parts.size())) {
            double bound = part instanceof Literal literal ? Numbers.real(literal.value()) : Double.NaN;
            if (!(bound > last)) {
                return false;
            }
            last = bound;
        }
        return true;
    }

    private static Optional<Expression> withConstant(
            ScalarFunction function, List<Part> arguments, ValueType constant, ValueType type) {
        boolean fits = arguments.size() == 2
                && arguments.getFirst().type() == ValueType.TEXT
                && arguments.get(1).expression() instanceof Literal literal
                && literal.type() == constant;
        return fits ? Optional.of(new Call(function, expressions(arguments), type)) : Optional.empty();
    }

    private static Optional<Expression> ofDays(
            ScalarFunction function, List<Part> arguments, int count, ValueType type) {
        if (arguments.size() != count) {
            return Optional.empty();
        }
        List<Expression> days = new ArrayList<>();
        for (Part argument : arguments) {
            Expression day = argument.expression();
            if (day instanceof Literal literal && literal.type() == ValueType.TEXT) {
                day = Literals.as(ValueType.DATE, literal).orElse(literal);
            }
            if (!isDay(day.type())) {
                return Optional.empty();
            }
            days.add(localDay(day));
        }
        return Optional.of(new Call(function, days, type));
    }

    private static Optional<Expression> labels(ScalarFunction function, List<Part> arguments) {
        boolean fits = arguments.size() >= 2
                && (function != ScalarFunction.HAS || arguments.size() == 2)
                && arguments.getFirst().type() == ValueType.SET
                && arguments.stream()
                        .skip(1)
                        .allMatch(a -> a.expression() instanceof Literal && a.type() == ValueType.TEXT);
        if (!fits) {
            return Optional.empty();
        }
        Expression set = arguments.getFirst().expression();
        List<Expression> all = new ArrayList<>(List.of(set));
        arguments.stream().skip(1).forEach(a -> all.add(Literals.code(set, (Literal) a.expression())));
        return Optional.of(new Call(function, all, ValueType.TRUTH));
    }

    private static boolean isDay(ValueType type) {
        return type == ValueType.DATE || type == ValueType.MOMENT;
    }

    static Expression localDay(Expression day) {
        return day.type() == ValueType.MOMENT ? new Call(ScalarFunction.DATE, List.of(day), ValueType.DATE) : day;
    }

    /** {@code date(…)} of what is a day already is that day. */
    private static Expression plainDay(Expression call) {
        Expression argument = call.children().getFirst();
        return argument.type() == ValueType.DATE ? argument : call;
    }

    private static List<Expression> expressions(List<Part> parts) {
        return parts.stream().map(Part::expression).toList();
    }

    private static String usage(ScalarFunction function) {
        return switch (function) {
            case ABS -> "Write abs(number).";
            case LEAST, GREATEST, COALESCE -> "Write %s(a, b, …) with values of one type.".formatted(function.word());
            case BUCKET -> "Write bucket(value, 1000, 5000, …) with rising constants.";
            case LOWER, UPPER, LENGTH -> "Write %s(text).".formatted(function.word());
            case LEFT -> "Write left(text, 4).";
            case CONTAINS, STARTS_WITH, ENDS_WITH -> "Write %s(text, 'part').".formatted(function.word());
            case DATE, YEAR, MONTH, DAY, WEEKDAY, MONTH_START, AGE -> "Write %s(day).".formatted(function.word());
            case HOUR -> "Write hour(instant).";
            case DAYS_BETWEEN, MONTHS_BETWEEN -> "Write %s(from, to).".formatted(function.word());
            case HAS -> "Write has(set, 'label').";
            case HAS_ANY, HAS_ALL -> "Write %s(set, 'a', 'b').".formatted(function.word());
            case SIZE -> "Write size(set).";
        };
    }
}
