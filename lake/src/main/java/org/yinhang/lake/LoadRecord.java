package org.yinhang.lake;

import java.time.Instant;

/**
 * One load that a snapshot contains; its fingerprint keeps the same input from being loaded twice.
 *
 * @param fingerprint hash of the input's bytes and of the mapping that read it
 * @param source what was loaded, as the user named it
 * @param table the canonical table it filled
 * @param rows rows accepted
 * @param rejected rows refused
 * @param at when it was loaded
 */
public record LoadRecord(String fingerprint, String source, String table, long rows, long rejected, Instant at) {}
