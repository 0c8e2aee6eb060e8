package org.yinhang.core.predicate;

/** A pattern of {@code like}: {@code %} stands for any text, {@code _} for any one character, nothing is escaped. */
public final class LikePattern {

    private final int[] pattern;

    public LikePattern(String pattern) {
        this.pattern = pattern.codePoints().toArray();
    }

    /** Whether the whole text fits: greedy, going back to the last {@code %} on a mismatch. */
    public boolean matches(String text) {
        int[] characters = text.codePoints().toArray();
        int p = 0;
        int t = 0;
        int star = -1;
        int retry = 0;
        while (t < characters.length) {
            if (p < pattern.length && pattern[p] == '%') {
                star = p++;
                retry = t;
            } else if (p < pattern.length && (pattern[p] == '_' || pattern[p] == characters[t])) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++retry;
            } else {
                return false;
            }
        }
        while (p < pattern.length && pattern[p] == '%') {
            p++;
        }
        return p == pattern.length;
    }
}
