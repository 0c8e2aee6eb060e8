package org.yinhang.opportunity;

import java.util.List;

/**
 * What makes an opportunity.
 *
 * @param code names it
 * @param version counts up with every change; 0 for the one that ships
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
        int version,
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

    /** The same under a code, leading to products. */
    public OpportunityRule with(String otherCode, List<String> others) {
        return new OpportunityRule(otherCode, version, zh, en, when, others, expiresDays, clockHours, againDays);
    }

    /** The same as another version. */
    public OpportunityRule withVersion(int other) {
        return new OpportunityRule(code, other, zh, en, when, products, expiresDays, clockHours, againDays);
    }

    /** Whether it says the same, whatever its version. */
    public boolean isLike(OpportunityRule other) {
        return withVersion(0).equals(other.withVersion(0));
    }
}
