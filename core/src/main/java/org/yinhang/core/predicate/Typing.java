package org.yinhang.core.predicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yinhang.core.predicate.Expression.AnyOf;
import org.yinhang.core.predicate.Expression.Arithmetic;
import org.yinhang.core.predicate.Expression.Between;
import org.yinhang.core.predicate.Expression.Call;
import org.yinhang.core.predicate.Expression.Comparison;
import org.yinhang.core.predicate.Expression.IsMissing;
import org.yinhang.core.predicate.Expression.Like;
import org.yinhang.core.predicate.Expression.Literal;
import org.yinhang.core.predicate.Expression.Widened;

/**
 * Puts expressions together and checks that their types agree. A mistake is noted and stands as a {@code null} that
 * agrees with everything, so that the rest of the text is still checked.
 */
final class Typing {

    private static final Expression MISTAKE = Literals.nothing();

    private final Problems problems;

    Typing(Problems problems) {
        this.problems = problems;
    }

    /** What stands for a mistake already noted. */
    static Expression mistake() {
        return MISTAKE;
    }

    Expression condition(Part part) {
        if (part.type() == ValueType.TRUTH) {
            return part.expression();
        }
        if (part.type() != ValueType.NOTHING) {
            problems.add(
                    ProblemKind.NOT_A_CONDITION,
                    part,
                    "Compare it with something.",
                    part.type().word());
        }
        return new Literal(ValueType.TRUTH, Value.missing());
    }

    Expression comparison(ComparisonOperator operator, Part left, Part right) {
        if (isMistake(left) || isMistake(right)) {
            return mistake();
        }
        if (isNull(left) || isNull(right)) {
            String next = operator == ComparisonOperator.DIFFERENT ? "Write 'is not null'." : "Write 'is null'.";
            problems.add(ProblemKind.NULL_COMPARED, isNull(right) ? right : left, next);
            return mistake();
        }
        if (left.type() == ValueType.SET || right.type() == ValueType.SET) {
            problems.add(ProblemKind.NO_ORDER, left, "Write has(set, 'label').", ValueType.SET.word());
            return mistake();
        }
        return agreed(List.of(left, right))
                .filter(parts -> hasOrder(operator.asksOrder(), parts.getFirst(), left))
                .<Expression>map(parts -> new Comparison(operator, parts.get(0), parts.get(1)))
                .orElseGet(Typing::mistake);
    }

    Expression between(Part value, Part low, Part high) {
        return agreed(List.of(value, low, high))
                .filter(parts -> hasOrder(true, parts.getFirst(), value))
                .<Expression>map(parts -> new Between(parts.get(0), parts.get(1), parts.get(2)))
                .orElseGet(Typing::mistake);
    }

    Expression anyOf(Part value, List<Part> choices) {
        List<Part> all = new ArrayList<>(List.of(value));
        for (Part choice : choices) {
            if (!(choice.expression() instanceof Literal) || isNull(choice)) {
                problems.add(ProblemKind.WRONG_ARGUMENTS, choice, "List constants: in ('a', 'b').", "in");
                return mistake();
            }
            all.add(choice);
        }
        return agreed(all)
                .<Expression>map(parts -> parts.getFirst().type() == ValueType.SET
                        ? clash(value, "set", "constant")
                        : new AnyOf(
                                parts.getFirst(),
                                parts.stream().skip(1).map(Literal.class::cast).toList()))
                .orElseGet(Typing::mistake);
    }

    Expression like(Part value, String pattern) {
        return value.type() == ValueType.TEXT
                ? new Like(value.expression(), pattern)
                : clash(value, value.type().word(), ValueType.TEXT.word());
    }

    Expression isMissing(Part value) {
        return new IsMissing(value.expression());
    }

    /** Sum, difference, product or quotient; see {@link ArithmeticTypes} for what may stand together. */
    Expression arithmetic(ArithmeticOperator operator, Part left, Part right) {
        boolean additive = operator == ArithmeticOperator.PLUS || operator == ArithmeticOperator.MINUS;
        if (left.type() == ValueType.NOTHING || right.type() == ValueType.NOTHING) {
            return mistake();
        }
        if (operator == ArithmeticOperator.MINUS && isDay(left) && isDay(right)) {
            return new Call(ScalarFunction.DAYS_BETWEEN, List.of(day(right), day(left)), ValueType.INTEGER);
        }
        Optional<List<Expression>> parts =
                additive ? agreed(List.of(left, right)) : Optional.of(List.of(left.expression(), right.expression()));
        return parts.map(p -> ArithmeticTypes.of(
                                operator, p.get(0).type(), p.get(1).type())
                        .<Expression>map(type -> new Arithmetic(operator, p.get(0), p.get(1), type))
                        .orElseGet(() ->
                                clash(left, left.type().word(), right.type().word())))
                .orElseGet(Typing::mistake);
    }

    /**
     * The expressions as values of one type that suits them all: constants adapt to what stands beside them, whole
     * numbers become real ones beside real ones, and instants become local days beside days.
     */
    Optional<List<Expression>> agreed(List<Part> parts) {
        Optional<ValueType> type = CommonType.of(parts);
        if (type.isEmpty()) {
            clash(parts.getFirst(), parts);
            return Optional.empty();
        }
        List<Expression> adapted = new ArrayList<>();
        for (Part part : parts) {
            Optional<Expression> one = adapted(type.get(), part, parts.getFirst());
            if (one.isEmpty()) {
                return Optional.empty();
            }
            adapted.add(one.get());
        }
        return Optional.of(adapted);
    }

    private Optional<Expression> adapted(ValueType type, Part part, Part first) {
        if (part.expression() instanceof Literal literal) {
            Literal code = code(first.expression(), part, literal);
            Optional<Literal> constant = Literals.as(type, code);
            if (constant.isEmpty()) {
                String word = literal.value() instanceof Value.Text(String text) ? text : ExpressionText.of(literal);
                problems.add(ProblemKind.BAD_LITERAL, part, advice(type), word, type.word());
            }
            return constant.map(c -> c);
        }
        if (part.type() == ValueType.INTEGER && type == ValueType.NUMBER) {
            return Optional.of(new Widened(part.expression()));
        }
        return Optional.of(type == ValueType.DATE ? day(part) : part.expression());
    }

    /** The constant as a code of the field it stands beside; one that is nearly a code of it is noted as a mistake. */
    Literal code(Expression field, Part part, Literal literal) {
        Literal code = Literals.code(field, literal);
        if (field instanceof Expression.Reference(Field known)
                && known.isDeclared()
                && code.value() instanceof Value.Text(String text)
                && !known.values().containsKey(text)) {
            problems.misspelt(part, text, known);
        }
        return code;
    }

    /** The expression as one of a type; a mistake where it cannot be. */
    Expression as(ValueType type, Part part) {
        boolean widens = part.type() == ValueType.INTEGER && type == ValueType.NUMBER;
        boolean fits = part.expression() instanceof Literal || part.type() == type || widens;
        return fits
                ? adapted(type, part, part).orElseGet(Typing::mistake)
                : clash(part, part.type().word(), type.word());
    }

    private static String advice(ValueType type) {
        return switch (type) {
            case MONEY -> "Write yuan with at most two decimals.";
            case RATE -> "Write a fraction or percent, such as 4.35%.";
            case DATE -> "Write it as '2026-01-31'.";
            case TRUTH -> "Write true or false.";
            case INTEGER, NUMBER, TEXT, MOMENT, SET, NOTHING -> "";
        };
    }

    private boolean hasOrder(boolean asked, Expression value, Part place) {
        boolean comparable = !asked || value.type().isOrdered();
        if (!comparable) {
            problems.add(
                    ProblemKind.NO_ORDER, place, "Use = or in.", value.type().word());
        }
        return comparable;
    }

    Expression clash(Part place, String left, String right) {
        problems.add(ProblemKind.DIFFERENT_TYPES, place, "", left, right);
        return mistake();
    }

    private void clash(Part first, List<Part> parts) {
        Part other = parts.stream()
                .filter(p -> p.type() != first.type() && p.type() != ValueType.NOTHING)
                .findFirst()
                .orElse(first);
        problems.add(
                ProblemKind.DIFFERENT_TYPES,
                new Part(first.expression(), first.from(), other.to()),
                "",
                first.type().word(),
                other.type().word());
    }

    private static boolean isDay(Part part) {
        return part.type() == ValueType.DATE || part.type() == ValueType.MOMENT;
    }

    private static Expression day(Part part) {
        return part.type() == ValueType.MOMENT
                ? new Call(ScalarFunction.DATE, List.of(part.expression()), ValueType.DATE)
                : part.expression();
    }

    /** Whether the part was refused already: whatever stands beside it is not to be blamed again. */
    private static boolean isMistake(Part part) {
        return part.expression() == MISTAKE;
    }

    private static boolean isNull(Part part) {
        return part.type() == ValueType.NOTHING;
    }
}
