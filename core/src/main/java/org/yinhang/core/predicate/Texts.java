package org.yinhang.core.predicate;

/** The text functions of the language; characters are Unicode code points. */
public final class Texts {

    private Texts() {}

    /** Lower case, character by character, so that the length stays. */
    public static String lower(String text) {
        return text.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Upper case, character by character, so that the length stays. */
    public static String upper(String text) {
        return text.codePoints()
                .map(Character::toUpperCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    public static long length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The first characters. */
    public static String left(String text, long characters) {
        return length(text) <= characters ? text : text.substring(0, text.offsetByCodePoints(0, (int) characters));
    }
}
