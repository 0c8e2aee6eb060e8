package org.yinhang.compliance;

import java.time.Instant;
import org.yinhang.compliance.policy.ConsentScope;

/**
 * A row of the consent ledger.
 *
 * @param id counts up
 * @param customer customer number
 * @param scope about what
 * @param granted yes or no
 * @param version of the text they saw
 * @param evidence where the proof is kept
 * @param saidAt when they said it
 * @param recordedAt when it was written down, real time
 * @param recordedBy user name, or {@code bank} for what came with the bank's own data
 */
public record ConsentEntry(
        long id,
        int customer,
        ConsentScope scope,
        boolean granted,
        String version,
        String evidence,
        Instant saidAt,
        Instant recordedAt,
        String recordedBy) {}
