package org.yinhang.audience;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Who was in an audience on a day, kept for ever.
 *
 * @param id its number
 * @param audience the audience
 * @param version the version of its text
 * @param predicate that text
 * @param asOf the day
 * @param customers how many
 * @param checksum of the customer numbers, SHA-256
 * @param takenBy user name of who froze it
 * @param takenAt when
 */
public record AudienceSnapshot(
        long id,
        long audience,
        int version,
        String predicate,
        LocalDate asOf,
        int customers,
        String checksum,
        String takenBy,
        Instant takenAt) {}
