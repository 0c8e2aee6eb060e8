package org.yinhang.demobank.contact;

import java.time.Instant;

/**
 * What a customer answered to a contact.
 *
 * @param action the contact
 * @param contact its record id in the lake
 * @param reached whether the customer took notice
 * @param outcome what came of it
 * @param outcomeAt when that was known
 */
public record ContactResult(ContactAction action, long contact, boolean reached, Outcome outcome, Instant outcomeAt) {}
