package org.yinhang.outcome.internal;

import java.time.Instant;
import java.util.Optional;

/**
 * A contact the platform made: a message a gateway took, a task a person finished, or a call out of an opportunity.
 *
 * @param touch number of its touch, or a number of its own beyond those
 * @param customer customer number
 * @param campaign its campaign
 * @param product code of the product on offer; empty where the campaign is not known here
 * @param channel through which channel
 * @param staff who made it; empty for a machine
 * @param attempt which contact of this campaign, from 1
 * @param at the business instant
 * @param ratePpm annual rate offered, in millionths
 * @param answer what came of it so far
 */
record MadeContact(
        long touch,
        int customer,
        String campaign,
        Optional<String> product,
        String channel,
        Optional<String> staff,
        int attempt,
        Instant at,
        Optional<Integer> ratePpm,
        ContactAnswer answer) {}
