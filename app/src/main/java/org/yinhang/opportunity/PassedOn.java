package org.yinhang.opportunity;

import java.time.Instant;
import java.util.Optional;

/**
 * An opportunity that went from who attacks to who follows up.
 *
 * @param opportunity its number
 * @param customer customer number
 * @param product code of the product
 * @param from who spoke with the customer first
 * @param to who goes on
 * @param at when
 * @param nextAt the follow-up that was agreed
 * @param isRead whether who goes on has read what happened before
 */
public record PassedOn(
        long opportunity,
        int customer,
        String product,
        Opportunity.Owner from,
        Opportunity.Owner to,
        Instant at,
        Optional<Instant> nextAt,
        boolean isRead) {}
