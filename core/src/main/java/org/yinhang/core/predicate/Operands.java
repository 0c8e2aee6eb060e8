package org.yinhang.core.predicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yinhang.core.predicate.Expression.Branch;
import org.yinhang.core.predicate.Expression.Labelled;
import org.yinhang.core.predicate.Expression.Literal;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.Expression.Today;
import org.yinhang.core.predicate.Token.Kind;

/** Reads what operators stand between. */
final class Operands {

    private final Parser parser;
    private final Tokens tokens;
    private final Problems problems;
    private final Catalogue catalogue;
    private final Typing typing;
    private final FunctionTypes functions;
    private final boolean insideAggregate;

    Operands(Parser parser, Tokens tokens, Problems problems, Catalogue catalogue, boolean insideAggregate) {
        this.parser = parser;
        this.tokens = tokens;
        this.problems = problems;
        this.catalogue = catalogue;
        this.insideAggregate = insideAggregate;
        this.typing = new Typing(problems);
        this.functions = new FunctionTypes(typing, problems);
    }

    /** A constant, a field, a call, a case or a bracket. */
    Part next() {
        Token token = tokens.next();
        return switch (token.kind()) {
            case NUMBER -> number(token);
            case PERCENT -> constant(token, Literals.percent(token.text()));
            case TEXT -> constant(token, Literals.text(token.text()));
            case QUOTED_WORD -> field(token);
            case SYMBOL -> bracket(token);
            case WORD -> word(token);
            case END -> throw tokens.endsEarly();
        };
    }

    private Part number(Token token) {
        return constant(
                token,
                Literals.number(token.text())
                        .orElseThrow(() -> problems.stop(
                                ProblemKind.BAD_LITERAL,
                                token.from(),
                                token.to(),
                                "It is too large.",
                                token.text(),
                                "number")));
    }

    private Part bracket(Token token) {
        if (!token.isSymbol("(")) {
            throw tokens.unexpected(token, "a field, a constant or a bracket");
        }
        Part inner = parser.expression();
        tokens.expectSymbol(")");
        return new Part(inner.expression(), token.from(), tokens.end());
    }

    private Part word(Token word) {
        if (word.isWord("true") || word.isWord("false")) {
            return constant(word, Literals.truth(word.isWord("true")));
        }
        if (word.isWord("null")) {
            return constant(word, Literals.nothing());
        }
        if (word.isWord("as_of")) {
            return new Part(new Today(), word.from(), word.to());
        }
        if (word.isWord("case") && tokens.isNext("when")) {
            return cases(word);
        }
        if (word.isWord("date") && tokens.isNext(Kind.TEXT)) {
            return day(tokens.next());
        }
        if (tokens.isSymbol("(")) {
            return call(word);
        }
        return field(word);
    }

    private Part day(Token text) {
        return constant(
                text,
                Literals.day(text.text())
                        .orElseThrow(() -> problems.stop(
                                ProblemKind.BAD_LITERAL,
                                text.from(),
                                text.to(),
                                "Write it as date '2026-01-31'.",
                                text.text(),
                                "date")));
    }

    private static Part constant(Token token, Literal literal) {
        return new Part(literal, token.from(), token.to());
    }

    private Part field(Token word) {
        Part place = new Part(Typing.mistake(), word.from(), word.to());
        Optional<Field> field = catalogue.field(word.text());
        if (field.isEmpty()) {
            problems.unknown(
                    ProblemKind.UNKNOWN_FIELD,
                    place,
                    word.text(),
                    catalogue.fields().stream().map(Field::name).toList());
            return place;
        }
        return place.with(new Reference(field.get()));
    }

    private Part cases(Token first) {
        List<Expression> conditions = new ArrayList<>();
        List<Part> values = new ArrayList<>();
        while (tokens.skip("when")) {
            conditions.add(typing.condition(parser.expression()));
            tokens.expect("then");
            values.add(parser.expression());
        }
        boolean otherwise = tokens.skip("else");
        if (otherwise) {
            values.add(parser.expression());
        }
        tokens.expect("end");
        return new Part(
                typing.agreed(values)
                        .<Expression>map(agreed -> Branches.cases(conditions, agreed))
                        .orElseGet(Typing::mistake),
                first.from(),
                tokens.end());
    }

    private Part call(Token word) {
        tokens.expectSymbol("(");
        Optional<AggregateFunction> aggregate = Words.aggregate(word.text());
        if (aggregate.isPresent()) {
            Expression expression =
                    new AggregateParser(tokens, problems, catalogue).aggregate(aggregate.get(), word, insideAggregate);
            return new Part(expression, word.from(), tokens.end());
        }
        if (word.isWord("set")) {
            return labels(word);
        }
        List<Part> arguments = new ArrayList<>();
        if (!tokens.isSymbol(")")) {
            do {
                arguments.add(parser.expression());
            } while (tokens.skipSymbol(","));
        }
        tokens.expectSymbol(")");
        Part place = new Part(Typing.mistake(), word.from(), tokens.end());
        Optional<ScalarFunction> function = Words.function(word.text());
        if (function.isEmpty()) {
            problems.unknown(
                    ProblemKind.UNKNOWN_FUNCTION,
                    new Part(place.expression(), word.from(), word.to()),
                    word.text(),
                    Words.functions());
            return place;
        }
        return place.with(functions.call(function.get(), arguments, place));
    }

    /** {@code set('a' when condition, 'b' when condition)}. */
    private Part labels(Token first) {
        List<Branch> branches = new ArrayList<>();
        do {
            Token label = tokens.expect(Kind.TEXT, "a label in quotes");
            tokens.expect("when");
            branches.add(new Branch(typing.condition(parser.expression()), Literals.text(label.text())));
        } while (tokens.skipSymbol(","));
        tokens.expectSymbol(")");
        Part part = new Part(new Labelled(branches), first.from(), tokens.end());
        if (branches.size() > 63) {
            problems.add(ProblemKind.WRONG_ARGUMENTS, part, "A set has at most 63 labels.", "set");
        }
        return part;
    }
}
