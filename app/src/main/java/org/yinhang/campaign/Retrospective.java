package org.yinhang.campaign;

import java.util.List;
import java.util.Map;
import org.yinhang.core.unit.Money;
import org.yinhang.reach.Dispatch;
import org.yinhang.reach.Reconciliation;

/**
 * What a campaign came to so far, from the ledgers: a draft for those who were there to complete.
 *
 * @param chosen customers of its first wave
 * @param control of these, left untouched to compare with
 * @param heldOut of these, in the standing hold-out
 * @param sent touches sent
 * @param withheld touches withheld
 * @param delivered reported as delivered, those opened and answered among them
 * @param opened reported as opened, those answered among them
 * @param answered reported as answered
 * @param refused customers who wanted no more
 * @param cost of all touches that had an attempt
 */
public record Retrospective(
        long chosen,
        long control,
        long heldOut,
        long sent,
        long withheld,
        long delivered,
        long opened,
        long answered,
        long refused,
        Money cost) {

    /** From what the ledgers hold. */
    public static Retrospective of(
            Campaign campaign,
            List<CampaignWave> waves,
            List<Dispatch> dispatches,
            Reconciliation sum,
            Map<String, Long> outcomes) {
        CampaignWave first = waves.isEmpty()
                ? new CampaignWave("", campaign.plan().startsOn(), false, 0, 0, 0, 0)
                : waves.getFirst();
        long answered = outcomes.getOrDefault("answered", 0L);
        long refused = outcomes.getOrDefault("refused", 0L);
        long opened = answered + outcomes.getOrDefault("opened", 0L);
        Money cost = dispatches.stream()
                .map(dispatch -> dispatch.terms().cost().times(dispatch.begun()))
                .reduce(Money.ZERO, Money::plus);
        return new Retrospective(
                first.chosen(),
                first.control(),
                first.heldOut(),
                sum.sent(),
                sum.withheld(),
                opened + refused + outcomes.getOrDefault("delivered", 0L),
                opened,
                answered,
                refused,
                cost);
    }
}
