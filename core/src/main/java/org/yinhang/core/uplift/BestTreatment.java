package org.yinhang.core.uplift;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.yinhang.core.evaluation.Assessment;
import org.yinhang.core.evaluation.Bootstrap;
import org.yinhang.core.evaluation.Interval;

/**
 * What approaching everybody in the way best for him would bring, against one way for all: success rates of the rows that happened to
 * be in the arm the rule names, each weighed by one over its arm's share (Horvitz and Thompson 1952, normalised).
 *
 * @param rate success rate under the rule, 0 to 1
 * @param interval of it, by drawing rows of each arm again
 * @param shares share of the rows the rule sends to each arm, control first
 * @param rates success rate of each arm for all, control first
 */
public record BestTreatment(double rate, Interval interval, List<Double> shares, List<Double> rates) {

    public BestTreatment {
        shares = List.copyOf(shares);
        rates = List.copyOf(rates);
    }

    static BestTreatment of(int[] rule, boolean[] outcomes, int[] arms, int count, long seed) {
        int[] once = new int[arms.length];
        Arrays.fill(once, 1);
        double rate = rate(rule, outcomes, arms, count, once);
        Interval interval = new Bootstrap(Assessment.draws(arms.length), seed)
                .intervals(arms, counts -> new double[] {rate(rule, outcomes, arms, count, counts)})
                .getFirst();
        List<Double> shares = IntStream.range(0, count)
                .mapToObj(arm ->
                        (double) IntStream.of(rule).filter(each -> each == arm).count() / rule.length)
                .toList();
        List<Double> rates = IntStream.range(0, count)
                .mapToObj(arm -> IntStream.range(0, arms.length)
                        .filter(row -> arms[row] == arm)
                        .mapToDouble(row -> outcomes[row] ? 1 : 0)
                        .average()
                        .orElse(Double.NaN))
                .toList();
        return new BestTreatment(rate, interval, shares, rates);
    }

    private static double rate(int[] rule, boolean[] outcomes, int[] arms, int count, int[] counts) {
        double[] sizes = new double[count];
        for (int row = 0; row < arms.length; row++) {
            sizes[arms[row]] += counts[row];
        }
        double weights = 0;
        double successes = 0;
        for (int row = 0; row < arms.length; row++) {
            if (rule[row] == arms[row]) {
                double weight = counts[row] / sizes[arms[row]];
                weights += weight;
                successes += outcomes[row] ? weight : 0;
            }
        }
        return successes / weights;
    }
}
