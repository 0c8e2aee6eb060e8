package org.yinhang.outcome.internal;

import java.time.Instant;
import java.util.Optional;

/**
 * What chance decided about a customer when a campaign, or any campaign at all, first chose them.
 *
 * @param experiment code of the campaign, or that of the standing hold-out
 * @param number tells experiments of one customer and instant apart
 * @param customer customer number
 * @param isControl whether they are left alone
 * @param product code of the product on offer; empty for the standing hold-out, which is about all of them
 * @param channel by which they were first approached; empty where they were not
 * @param probability of the arm; empty for assignments from before it was kept
 * @param at the business instant
 */
record MadeTrial(
        String experiment,
        long number,
        int customer,
        boolean isControl,
        Optional<String> product,
        Optional<String> channel,
        Optional<Double> probability,
        Instant at) {}
