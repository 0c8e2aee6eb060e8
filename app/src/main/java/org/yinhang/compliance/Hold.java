package org.yinhang.compliance;

import java.time.Instant;
import java.util.Optional;
import org.yinhang.compliance.policy.HoldKind;

/**
 * Somebody has said that a customer is left in peace.
 *
 * @param id its number
 * @param customer customer number
 * @param kind why
 * @param reason in words
 * @param setBy user name
 * @param setAt business time
 * @param expiresAt when it ends by itself
 * @param liftedBy user name of who ended it
 * @param liftedAt business time
 * @param liftReason why it was ended; empty while it was not
 */
public record Hold(
        long id,
        int customer,
        HoldKind kind,
        String reason,
        String setBy,
        Instant setAt,
        Optional<Instant> expiresAt,
        Optional<String> liftedBy,
        Optional<Instant> liftedAt,
        String liftReason) {

    /** Whether it holds at an instant. */
    public boolean isActive(Instant at) {
        return liftedAt.isEmpty() && expiresAt.map(at::isBefore).orElse(true);
    }
}
