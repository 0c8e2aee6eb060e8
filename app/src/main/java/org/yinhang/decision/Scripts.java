package org.yinhang.decision;

import java.util.List;

/** Finds what to say to a customer. */
final class Scripts {

    /** How many of a customer's strongest reasons a script may answer to. */
    private static final int REASONS = 3;

    private Scripts() {}

    /** The first script for the channel whose reason is among the customer's strongest; empty texts when none is. */
    static Campaign.Names choose(Campaign campaign, Campaign.Channel channel, List<Contribution> contributions) {
        List<String> reasons = contributions.stream()
                .limit(REASONS)
                .filter(c -> c.logOdds() > 0)
                .map(c -> c.feature().name())
                .toList();
        return campaign.scripts().stream()
                .filter(script -> script.channel().equals(channel.code()))
                .filter(script -> script.reason().map(reasons::contains).orElse(true))
                .map(Campaign.Script::text)
                .findFirst()
                .orElse(new Campaign.Names("", ""));
    }
}
