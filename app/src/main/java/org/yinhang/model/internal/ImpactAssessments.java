package org.yinhang.model.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yinhang.core.evaluation.Fairness;
import org.yinhang.core.evaluation.StabilityIndex;
import org.yinhang.lake.training.TrainingSets;
import org.yinhang.model.ImpactAssessment;
import org.yinhang.model.TrainedModel;

/** Works out whom a new version would treat differently from the champion, among the customers of today. */
public final class ImpactAssessments {

    private static final int TENTHS = 10;

    private ImpactAssessments() {}

    /**
     * Compares two versions.
     *
     * @param population customers of today
     * @param now the new version's probability of each
     * @param before the champion's; empty without one
     */
    public static ImpactAssessment of(
            TrainedModel trained, TrainingSets.Population population, double[] now, Optional<double[]> before) {
        double[] reference = before.orElse(now);
        double cutOff = tenths(reference)[TENTHS - 2];
        long entering = IntStream.range(0, now.length)
                .filter(row -> now[row] > cutOff && reference[row] <= cutOff)
                .count();
        long leaving = IntStream.range(0, now.length)
                .filter(row -> now[row] <= cutOff && reference[row] > cutOff)
                .count();
        return new ImpactAssessment(
                now.length,
                population.all(),
                before.map(ImpactAssessments::mean).orElse(Double.NaN),
                mean(now),
                before.map(old -> shift(old, now)).orElse(Double.NaN),
                cutOff,
                before.map(old -> above(old, cutOff)).orElse(Double.NaN),
                above(now, cutOff),
                (double) entering / now.length,
                (double) leaving / now.length,
                trained.fairness().stream()
                        .mapToDouble(Fairness::selectionRatio)
                        .min()
                        .orElse(1));
    }

    /** PSI of scores over the tenths of the reference. */
    public static double shift(double[] reference, double[] current) {
        double[] cuts = tenths(reference);
        return StabilityIndex.of(counts(reference, cuts), counts(current, cuts)).value();
    }

    private static int[] counts(double[] scores, double[] cuts) {
        int[] counts = new int[TENTHS];
        for (double score : scores) {
            int place = 0;
            while (place < cuts.length && score > cuts[place]) {
                place++;
            }
            counts[place]++;
        }
        return counts;
    }

    /** The highest score of each tenth but the last. */
    private static double[] tenths(double[] scores) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        return IntStream.range(1, TENTHS)
                .mapToDouble(tenth -> sorted[Math.max(0, (int) ((long) sorted.length * tenth / TENTHS) - 1)])
                .toArray();
    }

    private static double mean(double[] scores) {
        return Arrays.stream(scores).average().orElse(Double.NaN);
    }

    private static double above(double[] scores, double cutOff) {
        return Arrays.stream(scores).filter(score -> score > cutOff).count() / (double) scores.length;
    }
}
