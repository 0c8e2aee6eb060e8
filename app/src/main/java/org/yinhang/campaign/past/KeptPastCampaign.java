package org.yinhang.campaign.past;

import java.time.Instant;

/**
 * A rehearsal of a campaign as it was kept.
 *
 * @param askedBy user name
 * @param at when
 * @param result what it found
 */
public record KeptPastCampaign(String askedBy, Instant at, PastCampaign result) {}
