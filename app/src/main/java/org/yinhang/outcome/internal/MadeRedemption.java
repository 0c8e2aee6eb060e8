package org.yinhang.outcome.internal;

import java.time.Instant;
import java.util.Optional;

/**
 * A benefit a customer redeemed.
 *
 * @param grant number of the promise
 * @param customer customer number
 * @param campaign that promised it
 * @param product code of the product on offer; empty where the campaign is not known here
 * @param channel through which channel it was promised
 * @param benefit its code
 * @param costFen what it cost the bank
 * @param touch number of the touch that promised it
 * @param at the business instant
 */
record MadeRedemption(
        long grant,
        int customer,
        String campaign,
        Optional<String> product,
        String channel,
        String benefit,
        long costFen,
        long touch,
        Instant at) {}
