package org.yinhang.opportunity;

import java.time.Instant;

/**
 * Something that happened to an opportunity.
 *
 * @param at the business instant
 * @param by who did it: user name, staff code, or {@code system}
 * @param kind what happened, such as {@code found} or {@code assigned}
 * @param detail what else must be known
 */
public record OpportunityEvent(Instant at, String by, String kind, String detail) {}
