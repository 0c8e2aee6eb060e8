package org.yinhang.compliance;

import java.time.Instant;
import org.yinhang.compliance.policy.StatedFacts;
import org.yinhang.compliance.rules.ContactRules;

/**
 * What the guards would see of a customer at an instant.
 *
 * @param facts about the customer
 * @param at the instant, in the bank's business time
 * @param rules of contact in force then
 */
public record KnownNow(StatedFacts facts, Instant at, ContactRules rules) {}
