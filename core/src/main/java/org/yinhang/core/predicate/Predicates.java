package org.yinhang.core.predicate;

import org.yinhang.core.predicate.Token.Kind;

/** Reads the language. */
public final class Predicates {

    /** Longer texts are nobody's thought. */
    private static final int LONGEST = 100_000;

    private Predicates() {}

    /**
     * A condition: what an audience, a rule or a guard is.
     *
     * @throws PredicateException with every problem found
     */
    public static Expression condition(String text, Catalogue catalogue) {
        return read(text, catalogue, true);
    }

    /**
     * An expression of any type: what a tag is.
     *
     * @throws PredicateException with every problem found
     */
    public static Expression value(String text, Catalogue catalogue) {
        return read(text, catalogue, false);
    }

    /**
     * An expression of a given type, constants written as that type writes them: what a decision table gives.
     *
     * @throws PredicateException with every problem found
     */
    public static Expression value(String text, ValueType type, Catalogue catalogue) {
        Problems problems = new Problems(text);
        Expression read = read(text, catalogue, false);
        Expression typed = new Typing(problems).as(type, new Part(read, 0, text.length()));
        problems.raise();
        return typed;
    }

    private static Expression read(String text, Catalogue catalogue, boolean condition) {
        Problems problems = new Problems(text);
        if (text.length() > LONGEST) {
            throw problems.stop(
                    ProblemKind.TOO_LONG, 0, text.length(), "Keep long lists of customers as a list.", "100,000");
        }
        Tokens tokens = new Tokens(new Lexer(text, problems).tokens(), problems);
        Part part = new Parser(tokens, problems, catalogue, false).expression();
        if (!tokens.isNext(Kind.END)) {
            throw tokens.unexpected("and, or, or the end");
        }
        Expression expression = condition ? new Typing(problems).condition(part) : part.expression();
        problems.raise();
        return expression;
    }
}
