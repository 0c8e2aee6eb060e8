package org.yinhang.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.yinhang.core.evaluation.GainsCurve;
import org.yinhang.core.evaluation.Reliability;
import org.yinhang.core.unit.Money;

/**
 * A finished plan as pages show it; kept beside its list as one JSON document.
 *
 * @param id names the plan
 * @param campaign code of the campaign
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param offerZh what is offered, in Chinese
 * @param offerEn what is offered, in English
 * @param asOf the instant it is for
 * @param snapshot version of the lake's data
 * @param isReplay whether the candidates' real outcomes are known
 * @param candidates who was considered
 * @param chosen who will be approached
 * @param expectedSuccesses successes the list is expected to bring
 * @param expectedValueFen what it is expected to bring after cost, in fen
 * @param costFen what approaching them costs, in fen
 * @param successFen what one success is worth, in fen
 * @param gap how far the list may be from the best one, as a share
 * @param auc how well the model ranks, 0 to 1
 * @param topHalfShare share of successes in the better half
 * @param calibrationError mean gap between stated and observed
 * @param gains share of successes found by depth
 * @param reliability stated against observed
 * @param grades one line a grade
 * @param withheld customers by first reason, most first
 * @param capacities one line a channel
 * @param historyRows past contacts learned from
 * @param historySuccesses successes among them
 * @param features columns learned from
 * @param learners what was trained
 * @param dataHash hash of the training table
 * @param codeVersion version of the learning code
 * @param policyVersion hash of the campaign file
 */
public record PlanSummary(
        String id,
        String campaign,
        String nameZh,
        String nameEn,
        String offerZh,
        String offerEn,
        Instant asOf,
        long snapshot,
        boolean isReplay,
        int candidates,
        int chosen,
        double expectedSuccesses,
        long expectedValueFen,
        long costFen,
        long successFen,
        double gap,
        double auc,
        double topHalfShare,
        double calibrationError,
        List<GainsCurve.Point> gains,
        List<Reliability.Bin> reliability,
        List<GradeLine> grades,
        List<Withheld> withheld,
        List<Capacity> capacities,
        int historyRows,
        int historySuccesses,
        List<String> features,
        List<String> learners,
        String dataHash,
        String codeVersion,
        String policyVersion) {

    /** One grade: customers, how many are chosen, and the expected rate of success. */
    public record GradeLine(String grade, int customers, int chosen, double expectedRate) {}

    /** How many are withheld for a reason first of all. */
    public record Withheld(String code, int customers) {}

    /** How much of a channel is used, and what one more contact through it would bring, in fen. */
    public record Capacity(
            String channel,
            String zh,
            String en,
            long used,
            long capacity,
            long costFen,
            double effect,
            long shadowFen) {}

    /** The expected net value as money. */
    public Money expectedValue() {
        return Money.ofFen(expectedValueFen);
    }

    /** The cost of all contacts as money. */
    public Money cost() {
        return Money.ofFen(costFen);
    }

    static PlanSummary of(Plan plan) {
        PlanFigures figures = PlanFigures.of(plan);
        Campaign campaign = plan.campaign();
        return new PlanSummary(
                plan.id(),
                campaign.code(),
                campaign.name().zh(),
                campaign.name().en(),
                campaign.offerName().zh(),
                campaign.offerName().en(),
                plan.asOf(),
                plan.snapshot(),
                campaign.isReplay(),
                figures.candidates(),
                figures.chosen(),
                figures.expectedSuccesses(),
                figures.expectedValue().fen(),
                figures.cost().fen(),
                campaign.success().fen(),
                plan.allocation().gap(),
                plan.evaluation().auc(),
                plan.evaluation().topHalfShare(),
                plan.evaluation().calibrationError(),
                plan.evaluation().gains().points(),
                plan.evaluation().reliability().bins(),
                figures.grades().stream()
                        .map(g -> new GradeLine(g.grade().name(), g.customers(), g.chosen(), g.expectedRate()))
                        .toList(),
                figures.withheld().entrySet().stream()
                        .map(e -> new Withheld(e.getKey().name(), e.getValue()))
                        .toList(),
                capacities(plan),
                plan.historyRows(),
                plan.historySuccesses(),
                plan.model().features(),
                plan.model().learners(),
                plan.model().dataHash(),
                plan.model().codeVersion(),
                campaign.version());
    }

    private static List<Capacity> capacities(Plan plan) {
        List<Capacity> capacities = new ArrayList<>();
        for (int i = 0; i < plan.campaign().channels().size(); i++) {
            Campaign.Channel channel = plan.campaign().channels().get(i);
            capacities.add(new Capacity(
                    channel.code(),
                    channel.name().zh(),
                    channel.name().en(),
                    Math.round(plan.allocation().drawn()[i]),
                    channel.capacity(),
                    channel.cost().fen(),
                    channel.effect(),
                    Math.round(plan.allocation().shadowPrices()[i])));
        }
        return capacities;
    }
}
