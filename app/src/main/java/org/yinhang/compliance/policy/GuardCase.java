package org.yinhang.compliance.policy;

import java.time.Instant;
import java.time.LocalDate;
import org.yinhang.compliance.rules.ContactRules;

/**
 * Everything a guard may look at.
 *
 * @param touch what is to be done
 * @param facts what is known of the customer
 * @param at the instant it would happen
 * @param rules those in force at that instant
 * @param stage how far the touch has come
 */
public record GuardCase(Touch touch, CustomerFacts facts, Instant at, ContactRules rules, Stage stage) {

    /** The bank's calendar day of the touch. */
    public LocalDate day() {
        return rules.day(at);
    }

    /** Whether this stage asks what belongs to another. */
    public boolean hasReached(Stage other) {
        return stage.compareTo(other) >= 0;
    }
}
