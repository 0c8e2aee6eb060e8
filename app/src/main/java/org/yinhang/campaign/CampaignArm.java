package org.yinhang.campaign;

/**
 * A way of treating customers that is compared with others.
 *
 * @param code such as {@code a}
 * @param percent of those treated
 */
public record CampaignArm(String code, int percent) {}
