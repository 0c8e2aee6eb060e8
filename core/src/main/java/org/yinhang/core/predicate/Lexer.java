package org.yinhang.core.predicate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.yinhang.core.predicate.Token.Kind;

/**
 * Cuts a text into tokens. What a Chinese input method writes is understood as well: full-width brackets, commas,
 * quotes and comparison signs, and numbers in 万 and 亿.
 */
final class Lexer {

    private static final List<String> LONG_SYMBOLS = List.of("<=", ">=", "<>", "!=");

    private final String text;
    private final Problems problems;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int seenPoint = -1;

    Lexer(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    List<Token> tokens() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || c == '\u3000') {
                at++;
            } else if (c == '-' && text.startsWith("--", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else {
                tokens.add(token(c));
            }
        }
        tokens.add(new Token(Kind.END, "", text.length(), text.length()));
        return tokens;
    }

    private Token token(char c) {
        if (c >= '0' && c <= '9') {
            return number();
        }
        if (Character.isJavaIdentifierStart(c) && c != '$') {
            return word();
        }
        return switch (c) {
            case '\'' -> quoted(Kind.TEXT, '\'');
            case '\u2018', '\u2019' -> quoted(Kind.TEXT, '\u2019');
            case '\u201c', '\u201d' -> quoted(Kind.TEXT, '\u201d');
            case '"' -> quoted(Kind.QUOTED_WORD, '"');
            default -> symbol();
        };
    }

    private Token number() {
        int from = at;
        seenPoint = -1;
        StringBuilder digits = new StringBuilder();
        while (at < text.length() && isNumberPart(at)) {
            if (text.charAt(at) != '_') {
                digits.append(text.charAt(at));
            }
            at++;
        }
        BigDecimal value = new BigDecimal(digits.toString());
        while (at < text.length() && (text.charAt(at) == '万' || text.charAt(at) == '亿')) {
            value = value.movePointRight(text.charAt(at++) == '万' ? 4 : 8);
        }
        if (at < text.length() && (text.charAt(at) == '%' || text.charAt(at) == '％')) {
            at++;
            return new Token(Kind.PERCENT, value.movePointLeft(2).toPlainString(), from, at);
        }
        return new Token(Kind.NUMBER, value.toPlainString(), from, at);
    }

    private boolean isNumberPart(int i) {
        char c = text.charAt(i);
        boolean digitFollows = i + 1 < text.length() && Character.isDigit(text.charAt(i + 1));
        boolean firstPoint = c == '.' && digitFollows && seenPoint < 0;
        if (firstPoint) {
            seenPoint = i;
        }
        return (c >= '0' && c <= '9') || firstPoint || c == '_';
    }

    private Token word() {
        int from = at;
        while (at < text.length() && isWordPart(at)) {
            at++;
        }
        return new Token(Kind.WORD, text.substring(from, at), from, at);
    }

    private boolean isWordPart(int i) {
        char c = text.charAt(i);
        boolean dotInside = c == '.' && i + 1 < text.length() && Character.isJavaIdentifierStart(text.charAt(i + 1));
        return (Character.isJavaIdentifierPart(c) && c != '$') || dotInside || c == '·';
    }

    private Token quoted(Kind kind, char close) {
        int from = at++;
        StringBuilder content = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            boolean closes = c == close;
            if (closes && at < text.length() && text.charAt(at) == close) {
                content.append(c);
                at++;
            } else if (closes) {
                return new Token(kind, content.toString(), from, at);
            } else {
                content.append(c);
            }
        }
        throw problems.stop(ProblemKind.UNFINISHED_TEXT, from, at, "Close it with %s.".formatted(close));
    }

    private Token symbol() {
        int from = at;
        String two = narrow(text.substring(at, Math.min(at + 2, text.length())));
        String one = two.substring(0, 1);
        if (LONG_SYMBOLS.contains(two)) {
            at += 2;
            return new Token(Kind.SYMBOL, two.equals("!=") ? "<>" : two, from, at);
        }
        at++;
        return switch (one) {
            case "(", ")", ",", "=", "<", ">", "+", "-", "*", "/" -> new Token(Kind.SYMBOL, one, from, at);
            case "≥" -> new Token(Kind.SYMBOL, ">=", from, at);
            case "≤" -> new Token(Kind.SYMBOL, "<=", from, at);
            case "≠" -> new Token(Kind.SYMBOL, "<>", from, at);
            default -> throw problems.stop(ProblemKind.STRANGE_CHARACTER, from, at, "", one);
        };
    }

    private static String narrow(String symbol) {
        return symbol.replace('（', '(')
                .replace('）', ')')
                .replace('，', ',')
                .replace('＝', '=')
                .replace('＜', '<')
                .replace('＞', '>')
                .replace('！', '!')
                .replace('＋', '+')
                .replace('－', '-')
                .replace('＊', '*')
                .replace('／', '/');
    }
}
