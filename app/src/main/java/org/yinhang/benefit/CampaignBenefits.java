package org.yinhang.benefit;

import org.yinhang.core.unit.Money;

/**
 * What a campaign promised of a benefit, and what came of it.
 *
 * @param campaign its code
 * @param benefit its code
 * @param name as customers read it
 * @param promised to customers, whatever became of it
 * @param held of these, not redeemed yet
 * @param redeemed of these
 * @param spent what those redeemed cost
 */
public record CampaignBenefits(
        String campaign, String benefit, String name, long promised, long held, long redeemed, Money spent) {}
