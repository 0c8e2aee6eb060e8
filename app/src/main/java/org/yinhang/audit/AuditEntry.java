package org.yinhang.audit;

import java.time.Instant;

/**
 * A link of the chain.
 *
 * @param number its place, from 1 without gaps
 * @param at when, real time to the microsecond
 * @param note what happened
 * @param hash SHA-256 over the previous hash and this entry, 64 hexadecimal digits
 */
public record AuditEntry(long number, Instant at, AuditNote note, String hash) {}
