package org.yinhang.decision.live;

import java.time.Instant;

/**
 * A decision as it lies in the ledger.
 *
 * @param id its number
 * @param recordedAt the real instant of the row
 * @param askedBy user name of who asked
 * @param digest SHA-256 of the kept bytes, in hexadecimal
 * @param record what was decided
 */
public record Decision(long id, Instant recordedAt, String askedBy, String digest, DecisionRecord record) {}
