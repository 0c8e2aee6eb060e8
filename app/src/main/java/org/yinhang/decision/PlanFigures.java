package org.yinhang.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.core.unit.Money;

/**
 * The figures of a plan that people look at, computed once for the report and for the page.
 *
 * @param candidates who was considered
 * @param chosen who will be approached
 * @param expectedSuccesses successes the chosen are expected to bring
 * @param expectedValue what they are expected to bring after cost
 * @param cost what approaching them costs
 * @param reality what really happened, in a replay
 * @param grades one line a grade
 * @param withheld customers by first reason, most first
 * @param depths value of the list by its depth
 */
record PlanFigures(
        int candidates,
        int chosen,
        double expectedSuccesses,
        Money expectedValue,
        Money cost,
        Optional<Reality> reality,
        List<GradeLine> grades,
        Map<ReasonCode, Integer> withheld,
        List<Depth> depths) {

    /**
     * The part of a plan that the past can judge: the contacts through the channel the history was made through, the
     * first of the campaign. What other channels would have brought nobody knows.
     *
     * @param channel that channel
     * @param contacts contacts planned through it
     * @param successes how many of them really succeeded
     * @param rate their share, 0 to 1
     * @param expectedRate the share the model expected, 0 to 1
     * @param rateAll the share among all candidates: what a random list would find
     * @param value what they really brought after cost
     */
    record Reality(
            Campaign.Channel channel,
            int contacts,
            int successes,
            double rate,
            double expectedRate,
            double rateAll,
            Money value) {

        /** How many times more successes than a random list of the same length. */
        double lift() {
            return rateAll == 0 ? 0 : rate / rateAll;
        }
    }

    /** One grade: how many, expected rate of success, and the real one where known. */
    record GradeLine(Grade grade, int customers, int chosen, double expectedRate, Optional<Double> realRate) {}

    /** The best so many customers: what approaching them would bring, expected and, in a replay, real. */
    record Depth(int customers, Money expected, Optional<Money> real) {}

    private static final int DEPTHS = 50;

    static PlanFigures of(Plan plan) {
        List<PlannedCustomer> chosen = plan.chosen();
        double successes = 0;
        long value = 0;
        long cost = 0;
        for (PlannedCustomer customer : chosen) {
            PlannedCustomer.Chosen how = customer.chosen().orElseThrow();
            successes += how.probability().value();
            value += how.expectedValue().fen();
            cost += how.channel().cost().fen();
        }
        return new PlanFigures(
                plan.customers().size(),
                chosen.size(),
                successes,
                Money.ofFen(value),
                Money.ofFen(cost),
                plan.campaign().isReplay() ? Optional.of(reality(plan)) : Optional.empty(),
                grades(plan),
                withheld(plan),
                depths(plan));
    }

    private static Reality reality(Plan plan) {
        Campaign.Channel channel = plan.campaign().channels().getFirst();
        List<PlannedCustomer> contacted = plan.chosen().stream()
                .filter(c -> c.chosen().orElseThrow().channel().equals(channel))
                .toList();
        int successes =
                (int) contacted.stream().filter(c -> c.success().orElse(false)).count();
        return new Reality(
                channel,
                contacted.size(),
                successes,
                contacted.isEmpty() ? 0 : (double) successes / contacted.size(),
                contacted.stream()
                        .mapToDouble(c -> c.chosen().orElseThrow().probability().value())
                        .average()
                        .orElse(0),
                (double) plan.evaluation().positives() / plan.customers().size(),
                plan.campaign().success().times(successes).minus(channel.cost().times(contacted.size())));
    }

    private static List<GradeLine> grades(Plan plan) {
        List<GradeLine> lines = new ArrayList<>();
        for (Grade grade : Grade.values()) {
            List<PlannedCustomer> graded =
                    plan.customers().stream().filter(c -> c.grade() == grade).toList();
            double expected = graded.stream()
                    .mapToDouble(c -> c.probability().value())
                    .average()
                    .orElse(0);
            Optional<Double> real = plan.campaign().isReplay() && !graded.isEmpty()
                    ? Optional.of((double) graded.stream()
                                    .filter(c -> c.success().orElse(false))
                                    .count()
                            / graded.size())
                    : Optional.empty();
            int chosen =
                    (int) graded.stream().filter(c -> c.chosen().isPresent()).count();
            lines.add(new GradeLine(grade, graded.size(), chosen, expected, real));
        }
        return lines;
    }

    private static Map<ReasonCode, Integer> withheld(Plan plan) {
        Map<ReasonCode, Integer> counts = new EnumMap<>(ReasonCode.class);
        plan.withheld().forEach(customer -> counts.merge(customer.refusals().getFirst(), 1, Integer::sum));
        Map<ReasonCode, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<ReasonCode, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /** Through the first channel of the campaign, everybody ranked by probability. */
    private static List<Depth> depths(Plan plan) {
        Campaign.Channel channel = plan.campaign().channels().getFirst();
        List<PlannedCustomer> ranked = plan.customers().stream()
                .sorted(Comparator.comparing(PlannedCustomer::probability)
                        .reversed()
                        .thenComparingInt(PlannedCustomer::customer))
                .toList();
        List<Depth> depths = new ArrayList<>();
        double expected = 0;
        long real = 0;
        int next = 1;
        for (int i = 0; i < ranked.size(); i++) {
            PlannedCustomer customer = ranked.get(i);
            long success = plan.campaign().success().fen();
            expected += Math.min(1, customer.probability().value() * channel.effect()) * success
                    - channel.cost().fen();
            real += (customer.success().orElse(false) ? success : 0)
                    - channel.cost().fen();
            if ((i + 1) * (long) DEPTHS >= (long) next * ranked.size()) {
                depths.add(new Depth(
                        i + 1,
                        Money.ofFen(Math.round(expected)),
                        plan.campaign().isReplay() ? Optional.of(Money.ofFen(real)) : Optional.empty()));
                next++;
            }
        }
        return depths;
    }
}
