package org.yinhang.lake.sql;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pieces from which the engine's SQL is put together. */
public final class Sql {

    private Sql() {}

    /** An identifier, quoted. */
    public static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** A string literal. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A list of string literals. */
    public static String literals(Collection<String> texts) {
        return texts.stream().map(Sql::literal).collect(Collectors.joining(", ", "[", "]"));
    }

    /**
     * Why a text cannot be one expression, or empty when it can: its brackets must balance and it may not hold a
     * semicolon or an open quote or comment, so that it cannot reach beyond the brackets it is put into.
     */
    public static Optional<String> notOneExpression(String text) {
        int depth = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int next;
            if (c == '\'' || c == '"') {
                next = text.indexOf(c, i + 1);
                if (next < 0) {
                    return Optional.of("a quote is not closed");
                }
            } else if (c == '$' || c == ';' || text.startsWith("--", i) || text.startsWith("/*", i)) {
                return Optional.of("it holds '%s'".formatted(c == '-' || c == '/' ? "a comment" : c));
            } else {
                next = i;
            }
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (depth < 0) {
                return Optional.of("a bracket is closed that was not opened");
            }
            i = next + 1;
        }
        if (text.isBlank()) {
            return Optional.of("it is empty");
        }
        return depth == 0 ? Optional.empty() : Optional.of("a bracket is not closed");
    }

    /** Whether an expression looks at other rows, or at its own number among them. */
    public static boolean looksAtOtherRows(String expression) {
        String text = expression.toLowerCase(Locale.ROOT);
        return text.contains("_row") || text.contains("over") || text.contains("select");
    }
}
