package org.yinhang.core.predicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yinhang.core.predicate.Expression.And;
import org.yinhang.core.predicate.Expression.Literal;
import org.yinhang.core.predicate.Expression.Member;
import org.yinhang.core.predicate.Expression.Not;
import org.yinhang.core.predicate.Expression.Or;
import org.yinhang.core.predicate.Expression.Shifted;
import org.yinhang.core.predicate.Token.Kind;

/**
 * Reads an expression by recursive descent and checks it as it goes. Words such as {@code value}, {@code date} or
 * {@code last} are reserved only where the grammar expects them, so fields may bear them.
 */
final class Parser {

    private static final int DEEPEST = 100;

    private final Tokens tokens;
    private final Problems problems;
    private final Catalogue catalogue;
    private final Typing typing;
    private final Operands operands;
    private int depth;

    Parser(Tokens tokens, Problems problems, Catalogue catalogue, boolean insideAggregate) {
        this.tokens = tokens;
        this.problems = problems;
        this.catalogue = catalogue;
        this.typing = new Typing(problems);
        this.operands = new Operands(this, tokens, problems, catalogue, insideAggregate);
    }

    /** Any expression: conditions joined by or. */
    Part expression() {
        if (++depth > DEEPEST) {
            throw tokens.stop(ProblemKind.TOO_DEEP, "Save a part of it as a tag of its own.");
        }
        Part first = conjunction();
        if (tokens.isNext("or")) {
            List<Expression> conditions = new ArrayList<>(List.of(typing.condition(first)));
            Part last = first;
            while (tokens.skip("or")) {
                last = conjunction();
                conditions.add(typing.condition(last));
            }
            first = new Part(new Or(conditions), first.from(), last.to());
        }
        depth--;
        return first;
    }

    private Part conjunction() {
        Part first = negation();
        if (!tokens.isNext("and")) {
            return first;
        }
        List<Expression> conditions = new ArrayList<>(List.of(typing.condition(first)));
        Part last = first;
        while (tokens.skip("and")) {
            last = negation();
            conditions.add(typing.condition(last));
        }
        return new Part(new And(conditions), first.from(), last.to());
    }

    private Part negation() {
        int from = tokens.from();
        if (!tokens.isNext("not") || tokens.isAfterNext("in")) {
            return condition();
        }
        tokens.skip("not");
        if (++depth > DEEPEST) {
            throw tokens.stop(ProblemKind.TOO_DEEP, "");
        }
        Part inner = negation();
        depth--;
        return new Part(new Not(typing.condition(inner)), from, inner.to());
    }

    private Part condition() {
        int from = tokens.from();
        if (tokens.skip("customer", "in") || tokens.skip("in")) {
            return member(from, false);
        }
        if (tokens.skip("customer", "not", "in") || tokens.skip("not", "in")) {
            return member(from, true);
        }
        Part left = sum();
        Optional<ComparisonOperator> operator = tokens.skipComparison();
        if (operator.isPresent()) {
            Part right = sum();
            return joined(left, typing.comparison(operator.get(), left, right));
        }
        if (tokens.skip("is")) {
            boolean negated = tokens.skip("not");
            tokens.expect("null", "missing");
            return joined(left, negated(negated, typing.isMissing(left)));
        }
        boolean negated = tokens.skip("not");
        if (tokens.skip("between")) {
            Part low = sum();
            tokens.expect("and");
            Part high = sum();
            return joined(left, negated(negated, typing.between(left, low, high)));
        }
        if (tokens.skip("in")) {
            return joined(left, negated(negated, typing.anyOf(left, choices())));
        }
        if (tokens.skip("like")) {
            String pattern = tokens.expect(Kind.TEXT, "a quoted pattern").text();
            return joined(left, negated(negated, typing.like(left, pattern)));
        }
        if (negated) {
            throw tokens.unexpected("between, in or like");
        }
        return left;
    }

    private static Expression negated(boolean negated, Expression condition) {
        return negated ? new Not(condition) : condition;
    }

    private Part joined(Part left, Expression expression) {
        return new Part(expression, left.from(), tokens.end());
    }

    private Part member(int from, boolean negated) {
        Membership kind = tokens.expect("list", "audience").isWord("list") ? Membership.LIST : Membership.AUDIENCE;
        Token name = tokens.expect(Kind.TEXT, "its name in quotes");
        Part part = new Part(negated(negated, new Member(kind, name.text())), from, name.to());
        if (!catalogue.hasMembers(kind, name.text())) {
            problems.unknown(
                    kind == Membership.LIST ? ProblemKind.UNKNOWN_LIST : ProblemKind.UNKNOWN_AUDIENCE,
                    new Part(part.expression(), name.from(), name.to()),
                    name.text(),
                    catalogue.members(kind));
        }
        return part;
    }

    private List<Part> choices() {
        tokens.expectSymbol("(");
        List<Part> choices = new ArrayList<>();
        do {
            choices.add(sum());
        } while (tokens.skipSymbol(","));
        tokens.expectSymbol(")");
        return choices;
    }

    /** Terms joined by plus and minus; a number and a unit of the calendar moves a day. */
    private Part sum() {
        Part left = product();
        while (tokens.isSymbol("+") || tokens.isSymbol("-")) {
            boolean plus = tokens.skipSymbol("+");
            if (!plus) {
                tokens.expectSymbol("-");
            }
            Optional<Duration> duration = tokens.skipDuration();
            if (duration.isPresent()) {
                left = joined(left, shifted(left, duration.get(), plus));
            } else {
                Part right = product();
                left = joined(
                        left,
                        typing.arithmetic(plus ? ArithmeticOperator.PLUS : ArithmeticOperator.MINUS, left, right));
            }
        }
        return left;
    }

    private Expression shifted(Part day, Duration duration, boolean later) {
        Expression local = FunctionTypes.localDay(day.expression());
        if (local.type() == ValueType.NOTHING) {
            return Typing.mistake();
        }
        return local.type() == ValueType.DATE
                ? new Shifted(local, later ? duration.length() : -duration.length(), duration.unit())
                : typing.clash(day, day.type().word(), duration.unit().word());
    }

    private Part product() {
        Part left = factor();
        while (tokens.isSymbol("*") || tokens.isSymbol("/")) {
            ArithmeticOperator operator =
                    tokens.skipSymbol("*") ? ArithmeticOperator.TIMES : ArithmeticOperator.DIVIDED_BY;
            if (operator == ArithmeticOperator.DIVIDED_BY) {
                tokens.expectSymbol("/");
            }
            Part right = factor();
            left = joined(left, typing.arithmetic(operator, left, right));
        }
        return left;
    }

    private Part factor() {
        int from = tokens.from();
        if (!tokens.skipSymbol("-")) {
            return operands.next();
        }
        if (++depth > DEEPEST) {
            throw tokens.stop(ProblemKind.TOO_DEEP, "");
        }
        Part inner = factor();
        depth--;
        Expression negative =
                inner.expression() instanceof Literal literal && literal.type().isMagnitude()
                        ? Literals.negated(literal)
                        : typing.arithmetic(
                                ArithmeticOperator.MINUS,
                                new Part(new Literal(ValueType.INTEGER, Value.of(0L)), from, from),
                                inner);
        return new Part(negative, from, inner.to());
    }
}
