package org.yinhang.demobank.contact;

import java.time.Instant;

/**
 * What a customer answered to a contact that another system writes down.
 *
 * @param contact its number there
 * @param customer dense customer number
 * @param reached whether the customer took notice
 * @param outcome what came of it
 * @param at when that was known
 */
public record ContactAnswer(long contact, int customer, boolean reached, Outcome outcome, Instant at) {

    /** The answer of a result. */
    public static ContactAnswer of(ContactResult result) {
        return new ContactAnswer(
                result.contact(), result.action().customer(), result.reached(), result.outcome(), result.outcomeAt());
    }
}
