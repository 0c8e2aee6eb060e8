package org.yinhang.outcome.internal;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of a contact, in the words of the canonical table.
 *
 * @param reached whether the customer took notice; empty where nobody can know
 * @param outcome none, refused, interested or accepted
 * @param at when that was known; empty while it is not
 */
record ContactAnswer(Optional<Boolean> reached, String outcome, Optional<Instant> at) {

    /**
     * Of a message: who opened, answered or refused took notice; one that was delivered and not opened did not, as far as
     * anybody knows. An answer is interest: whether it becomes an application, the applications say.
     *
     * @param event the most telling report, as the outbox keeps it; null where gateways reported nothing
     */
    static ContactAnswer ofMessage(@Nullable String event, @Nullable Instant at) {
        Optional<Instant> known = Optional.ofNullable(at);
        return switch (event == null ? "" : event) {
            case "answered" -> new ContactAnswer(Optional.of(true), "interested", known);
            case "refused" -> new ContactAnswer(Optional.of(true), "refused", known);
            case "opened" -> new ContactAnswer(Optional.of(true), "none", known);
            case "delivered", "undelivered" -> new ContactAnswer(Optional.of(false), "none", known);
            case "" -> new ContactAnswer(Optional.empty(), "none", Optional.empty());
            default -> throw new IllegalArgumentException("event: %s (expected: one of the outbox)".formatted(event));
        };
    }

    /** Of a task: an appointment is an acceptance, a talk without one is interest. */
    static ContactAnswer ofTask(String outcome, Instant at) {
        Optional<Instant> known = Optional.of(at);
        return switch (outcome) {
            case "appointment" -> new ContactAnswer(Optional.of(true), "accepted", known);
            case "reached" -> new ContactAnswer(Optional.of(true), "interested", known);
            case "refused" -> new ContactAnswer(Optional.of(true), "refused", known);
            case "not-reached" -> new ContactAnswer(Optional.of(false), "none", known);
            default -> throw new IllegalArgumentException("outcome: %s (expected: one of a task)".formatted(outcome));
        };
    }
}
