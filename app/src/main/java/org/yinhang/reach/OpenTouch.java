package org.yinhang.reach;

import java.time.Instant;

/**
 * A touch somebody may have to look at.
 *
 * @param id its number
 * @param customer customer number
 * @param state failed or unknown
 * @param attempts how often it was tried
 * @param attemptedAt when last
 * @param detail what the gateway said last; empty where nothing is on record
 */
public record OpenTouch(long id, int customer, TouchState state, int attempts, Instant attemptedAt, String detail) {}
