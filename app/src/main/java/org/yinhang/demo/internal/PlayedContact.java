package org.yinhang.demo.internal;

import java.time.Instant;
import java.util.Optional;
import org.yinhang.demobank.contact.Outcome;

/**
 * A contact of the platform on a day of the simulated bank.
 *
 * @param touch number of its touch
 * @param customer customer number
 * @param campaign its campaign
 * @param product code of the product on offer
 * @param channel through which channel
 * @param isTask whether a person makes it
 * @param hour local hour, 0 to 23
 * @param ratePpm annual rate offered in millionths; empty where the usual one of the product is
 * @param answer what the customer made of it; empty before the day was lived
 */
record PlayedContact(
        long touch,
        int customer,
        String campaign,
        String product,
        String channel,
        boolean isTask,
        int hour,
        Optional<Integer> ratePpm,
        Optional<Answer> answer) {

    /**
     * What a customer answered.
     *
     * @param reached whether they took notice
     * @param outcome what came of it
     * @param at when that was known
     */
    record Answer(boolean reached, Outcome outcome, Instant at) {}
}
