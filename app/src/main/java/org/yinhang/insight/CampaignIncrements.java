package org.yinhang.insight;

import org.yinhang.lake.increment.IncrementReport;

/**
 * The increments of one campaign, as a subject of panels: other modules add what they know of it.
 *
 * @param campaign its code
 * @param report what was measured
 */
public record CampaignIncrements(String campaign, IncrementReport report) {}
