package org.yinhang.demobank.rows;

/**
 * A contact as the table contacts states it.
 *
 * @param campaign campaign code
 * @param product product offered
 * @param channel channel code
 * @param staff who made it, or empty
 * @param attempt which contact of this campaign, from 1
 * @param daysSincePrevious days since the last contact of an earlier campaign, -1 when there was none
 * @param previousContacts contacts in earlier campaigns
 * @param previousOutcome none, refused or accepted
 * @param randomised whether it was made at random
 * @param propensity probability with which it was chosen, when made at random
 * @param duration seconds of talk, -1 where nobody talked
 * @param reached whether the customer took notice
 * @param outcome outcome code
 * @param outcomeSecond local second of the day at which the outcome was known
 * @param rate annual rate offered in millionths
 */
public record ContactFacts(
        String campaign,
        String product,
        String channel,
        String staff,
        int attempt,
        int daysSincePrevious,
        int previousContacts,
        String previousOutcome,
        boolean randomised,
        double propensity,
        int duration,
        boolean reached,
        String outcome,
        int outcomeSecond,
        int rate) {}
