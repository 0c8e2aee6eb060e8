package org.yinhang.core.predicate;

/**
 * One word of the language.
 *
 * @param kind what it is
 * @param text its text: of a quoted one what is between the quotes, of a number its plain digits
 * @param from position of its first character
 * @param to position after its last character
 */
record Token(Kind kind, String text, int from, int to) {

    enum Kind {
        WORD,
        QUOTED_WORD,
        TEXT,
        NUMBER,
        PERCENT,
        SYMBOL,
        END
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }
}
