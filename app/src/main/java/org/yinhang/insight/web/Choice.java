package org.yinhang.insight.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Choices as addresses write them. */
final class Choice {

    private Choice() {}

    /** The constant a word names, or the usual one. */
    static <E extends Enum<E>> E of(Class<E> type, @Nullable String word, E usual) {
        if (word != null) {
            String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
            for (E one : type.getEnumConstants()) {
                if (one.name().equals(name)) {
                    return one;
                }
            }
        }
        return usual;
    }
}
