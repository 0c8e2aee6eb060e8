package org.yinhang.opportunity.handover;

import java.time.Instant;
import java.util.Optional;
import org.yinhang.opportunity.Opportunity;

/**
 * One customer of a handover.
 *
 * @param customer customer number
 * @param from who had the customer, if anybody
 * @param to who got them
 * @param readAt when the receiver had read about them
 */
public record HandoverRow(
        int customer, Optional<Opportunity.Owner> from, Opportunity.Owner to, Optional<Instant> readAt) {}
