package org.yinhang.decision.rehearsal;

import java.time.Instant;

/**
 * A rehearsal as it was kept.
 *
 * @param id of the row
 * @param subject what was rehearsed
 * @param askedBy user name
 * @param at when
 * @param result what it found
 */
public record KeptRehearsal(long id, Subject subject, String askedBy, Instant at, Rehearsal result) {}
