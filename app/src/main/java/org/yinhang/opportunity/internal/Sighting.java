package org.yinhang.opportunity.internal;

import java.time.Instant;
import java.time.LocalDate;
import org.yinhang.opportunity.OpportunityReason;

/**
 * What speaks for customers, the same for all of them.
 *
 * @param source what kind of thing
 * @param code which
 * @param version of the rule; 0 for the one that ships, and for tasks and lists
 * @param isSensitive whether financial data chose them
 * @param isBureau whether bureau data did
 * @param at the business instant
 * @param day the business date
 * @param dueAt when the first contact is due
 * @param expiresOn the last day
 */
public record Sighting(
        OpportunityReason.Source source,
        String code,
        int version,
        boolean isSensitive,
        boolean isBureau,
        Instant at,
        LocalDate day,
        Instant dueAt,
        LocalDate expiresOn) {}
