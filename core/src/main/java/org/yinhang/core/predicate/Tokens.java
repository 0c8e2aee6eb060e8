package org.yinhang.core.predicate;

import java.util.List;
import java.util.Optional;
import org.yinhang.core.predicate.Token.Kind;

/** The tokens of one text and the place reached in it. */
final class Tokens {

    private final List<Token> tokens;
    private final Problems problems;
    private int at;

    Tokens(List<Token> tokens, Problems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    private Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    /** Where the next token begins. */
    int from() {
        return peek(0).from();
    }

    /** Where the last token taken ends. */
    int end() {
        return at == 0 ? 0 : tokens.get(at - 1).to();
    }

    boolean isNext(String word) {
        return peek(0).isWord(word);
    }

    boolean isNext(Kind kind) {
        return peek(0).kind() == kind;
    }

    boolean isAfterNext(String word) {
        return peek(1).isWord(word);
    }

    boolean isSymbol(String symbol) {
        return peek(0).isSymbol(symbol);
    }

    /** The place reached, to come back to. */
    int mark() {
        return at;
    }

    /** Goes back, or on, to a place marked earlier. */
    void back(int mark) {
        at = mark;
    }

    /** Goes on to just after a word, past brackets that open and close before it. */
    void skipTo(String word) {
        int open = 0;
        while (open > 0 || !isNext(word)) {
            Token token = next();
            boolean closesTooMuch = token.isSymbol(")") && open == 0;
            if (token.kind() == Kind.END || closesTooMuch) {
                throw unexpected(token, word + " and a table of facts");
            }
            open += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
        }
        next();
    }

    /** Takes these words if they all come next. */
    boolean skip(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).isWord(words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    boolean skipSymbol(String symbol) {
        if (!isSymbol(symbol)) {
            return false;
        }
        at++;
        return true;
    }

    Optional<ComparisonOperator> skipComparison() {
        for (ComparisonOperator operator : ComparisonOperator.values()) {
            if (skipSymbol(operator.symbol())) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    /** A number and a unit of the calendar, if both come next. */
    Optional<Duration> skipDuration() {
        Optional<CalendarUnit> unit = CalendarUnit.of(peek(1).text());
        if (peek(0).kind() != Kind.NUMBER || peek(1).kind() != Kind.WORD || unit.isEmpty()) {
            return Optional.empty();
        }
        int length = whole(next());
        at++;
        return Optional.of(new Duration(length, unit.get()));
    }

    /** A number of days, months or years. */
    int whole(Token token) {
        if (token.kind() != Kind.NUMBER || !token.text().matches("[0-9]{1,5}")) {
            throw unexpected(token, "a whole number");
        }
        return Integer.parseInt(token.text());
    }

    Token expect(String... words) {
        Token token = next();
        for (String word : words) {
            if (token.isWord(word)) {
                return token;
            }
        }
        throw unexpected(token, String.join(" or ", words));
    }

    Token expect(Kind kind, String name) {
        Token token = next();
        if (token.kind() != kind) {
            throw unexpected(token, name);
        }
        return token;
    }

    void expectSymbol(String symbol) {
        Token token = next();
        if (!token.isSymbol(symbol)) {
            throw unexpected(token, symbol);
        }
    }

    PredicateException unexpected(String expected) {
        return unexpected(peek(0), expected);
    }

    PredicateException unexpected(Token token, String expected) {
        if (token.kind() == Kind.END) {
            return problems.stop(ProblemKind.ENDS_EARLY, token.from(), token.to(), "Expected " + expected + ".");
        }
        return problems.stop(
                ProblemKind.UNEXPECTED, token.from(), token.to(), "Expected " + expected + ".", token.text());
    }

    PredicateException endsEarly() {
        return unexpected("a field, a constant or a bracket");
    }

    PredicateException stop(ProblemKind kind, String next) {
        Token token = peek(0);
        return problems.stop(kind, token.from(), token.to(), next);
    }
}
