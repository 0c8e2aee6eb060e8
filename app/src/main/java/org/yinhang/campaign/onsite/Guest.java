package org.yinhang.campaign.onsite;

import java.time.Instant;
import java.util.Optional;

/**
 * A customer expected at an event.
 *
 * @param customer customer number
 * @param addedBy user name of who put them on the list
 * @param signedInAt when they came
 * @param outcome what came of it
 */
public record Guest(int customer, String addedBy, Optional<Instant> signedInAt, Optional<GuestOutcome> outcome) {}
