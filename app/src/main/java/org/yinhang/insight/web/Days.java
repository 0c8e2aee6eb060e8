package org.yinhang.insight.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days as addresses write them. */
final class Days {

    private Days() {}

    /** The day a word names; empty where it names none. */
    static Optional<LocalDate> of(@Nullable String word) {
        try {
            return word == null || word.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(word));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
