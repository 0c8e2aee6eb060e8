package org.yinhang.opportunity;

import java.util.List;

/**
 * What makes an opportunity.
 *
 * @param code names it
 * @param zh why, in Chinese
 * @param en why, in English
 * @param when the condition, in the language of audiences
 * @param products it may lead to; the one worth most that the customer may have is taken
 * @param expiresDays how long it lasts
 * @param clockHours until the first contact is due
 * @param againDays how long the same rule stays silent after such an opportunity was closed
 */
public record OpportunityRule(
        String code,
        String zh,
        String en,
        String when,
        List<String> products,
        int expiresDays,
        int clockHours,
        int againDays) {

    public OpportunityRule {
        products = List.copyOf(products);
    }
}
