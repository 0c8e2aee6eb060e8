package org.yinhang.reach.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.yinhang.reach.TouchState;
import org.yinhang.reach.gateway.SendAnswer;
import org.yinhang.reach.gateway.StatusAnswer;

/** Turns what gateways answer into what becomes of a touch. */
final class Settling {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    static final Duration ASKED_AGAIN = Duration.ofSeconds(5);
    static final int MOST_DOUBLINGS = 7;

    private Settling() {}

    /** What the answer to a call makes of a touch. */
    static Settlement of(QueuedTouch touch, SendAnswer answer, Instant now) {
        int attempt = touch.attempts() + 1;
        return switch (answer) {
            case SendAnswer.Accepted(String reference) ->
                new Settlement(touch.id(), attempt, TouchState.SENT, "accepted", "", reference(reference), now);
            case SendAnswer.Rejected(String detail) ->
                new Settlement(touch.id(), attempt, TouchState.FAILED, "rejected", detail, Optional.empty(), now);
            case SendAnswer.NotTaken(String detail) ->
                new Settlement(
                        touch.id(),
                        attempt,
                        TouchState.PENDING,
                        "not-taken",
                        detail,
                        Optional.empty(),
                        now.plus(pause(attempt)));
            case SendAnswer.Unclear(String detail) ->
                new Settlement(
                        touch.id(),
                        attempt,
                        TouchState.UNKNOWN,
                        "unclear",
                        detail,
                        Optional.empty(),
                        now.plus(ASKED_AGAIN));
            case SendAnswer.NotCalled(String detail) ->
                new Settlement(touch.id(), attempt, TouchState.PENDING, "not-called", detail, Optional.empty(), now);
        };
    }

    private static Optional<String> reference(String reference) {
        return Optional.of(reference).filter(text -> !text.isEmpty());
    }

    private static Duration pause(int attempt) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
    }

    /**
     * What the answer to a question makes of a touch nobody knew about; nothing while it says too little.
     *
     * @param isSettled whether nothing of the attempt can still be on its way
     */
    static Optional<Settlement> resolved(
            OutboxRepository.Unclear touch, StatusAnswer answer, boolean isSettled, Instant now) {
        return switch (answer) {
            case StatusAnswer.Accepted(String reference) ->
                Optional.of(new Settlement(
                        touch.id(),
                        touch.attempt(),
                        TouchState.SENT,
                        "accepted",
                        "as asked",
                        reference(reference),
                        now));
            case StatusAnswer.Rejected(String detail) ->
                Optional.of(new Settlement(
                        touch.id(), touch.attempt(), TouchState.FAILED, "rejected", detail, Optional.empty(), now));
            case StatusAnswer.NeverSeen _ ->
                isSettled
                        ? Optional.of(new Settlement(
                                touch.id(),
                                touch.attempt(),
                                TouchState.PENDING,
                                touch.isCalled() ? "not-taken" : "not-called",
                                "never seen, as asked",
                                Optional.empty(),
                                now))
                        : Optional.empty();
            case StatusAnswer.Unavailable _ -> Optional.empty();
        };
    }
}
