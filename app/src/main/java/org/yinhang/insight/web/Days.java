package org.yinhang.insight.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/** Days as addresses write them. */
final class Days {

    private Days() {}

    /**
     * The day a word names; empty where there is none.
     *
     * @throws FaultException {@code INS-1011} for a word that names no day
     */
    static Optional<LocalDate> of(@Nullable String word) {
        if (word == null || word.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(word));
        } catch (DateTimeParseException e) {
            throw new FaultException(
                    Fault.of("INS-1011", "That is not a day.", word, "Write it as year-month-day, as in 2026-06-30."));
        }
    }
}
