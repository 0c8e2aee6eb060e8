package org.yinhang.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DeLongTests {

    @Test
    void computesASmallListByHand() {
        double[] scores = {0.9, 0.8, 0.8, 0.4, 0.3, 0.1};
        boolean[] outcomes = {true, true, false, false, true, false};
        AucEstimate estimate = DeLong.estimate(scores, outcomes);
        assertThat(estimate.auc()).isCloseTo(6.5 / 9, within(1e-12));
        // Successes outrank 3, 2.5 and 1 of 3 failures; failures stand below 1.5, 2 and 3 of 3 successes.
        double ofSuccesses = sampleVariance(1, 2.5 / 3, 1 / 3.0);
        double ofFailures = sampleVariance(0.5, 2 / 3.0, 1);
        assertThat(estimate.standardError()).isCloseTo(Math.sqrt((ofSuccesses + ofFailures) / 3), within(1e-12));
        assertThat(estimate.gini()).isCloseTo(4 / 9.0, within(1e-12));
    }

    private static double sampleVariance(double a, double b, double c) {
        double mean = (a + b + c) / 3;
        return ((a - mean) * (a - mean) + (b - mean) * (b - mean) + (c - mean) * (c - mean)) / 2;
    }

    @Property(tries = 60)
    void agreesWithTheMannWhitneyStatisticOverAllPairs(
            @ForAll long seed, @ForAll @IntRange(min = 6, max = 60) int size) {
        Random random = new Random(seed);
        double[] scores = random.ints(size, 0, 9).asDoubleStream().toArray();
        boolean[] outcomes = outcomes(random, size);
        assertThat(DeLong.estimate(scores, outcomes).auc())
                .isCloseTo(Ranking.of(scores, outcomes).auc(), within(1e-12));
    }

    @Property(tries = 40)
    void aModelIsNoBetterThanItselfAndExactlyAsMuchBetterAsTheOtherIsWorse(@ForAll long seed) {
        Random random = new Random(seed);
        boolean[] outcomes = outcomes(random, 80);
        double[] one = random.doubles(80).toArray();
        double[] other = random.doubles(80).toArray();
        AucComparison same = DeLong.compare(one, one.clone(), outcomes);
        assertThat(same.difference()).isZero();
        assertThat(same.pValue()).isEqualTo(1);
        AucComparison forth = DeLong.compare(one, other, outcomes);
        AucComparison back = DeLong.compare(other, one, outcomes);
        assertThat(forth.difference()).isEqualTo(-back.difference());
        assertThat(forth.pValue()).isCloseTo(back.pValue(), within(1e-9)).isBetween(0.0, 1.0);
    }

    @Test
    void theIntervalCoversTheTruthAboutAsOftenAsItSays() {
        // Scores of successes are normal with mean 1, of failures with mean 0: AUC = Φ(1/√2).
        double truth = 0.7602499389;
        int covered = 0;
        int compared = 0;
        for (int study = 0; study < 400; study++) {
            Random random = new Random(study);
            boolean[] outcomes = outcomes(random, 200);
            double[] one = new double[200];
            double[] other = new double[200];
            for (int row = 0; row < 200; row++) {
                one[row] = random.nextGaussian() + (outcomes[row] ? 1 : 0);
                other[row] = random.nextGaussian() + (outcomes[row] ? 1 : 0);
            }
            covered += DeLong.estimate(one, outcomes).interval().contains(truth) ? 1 : 0;
            compared += DeLong.compare(one, other, outcomes).pValue() < 0.05 ? 1 : 0;
        }
        assertThat(covered).isBetween(365, 395);
        assertThat(compared).isBetween(6, 36);
    }

    private static boolean[] outcomes(Random random, int size) {
        boolean[] outcomes = new boolean[size];
        for (int row = 0; row < size; row++) {
            outcomes[row] = random.nextBoolean();
        }
        outcomes[0] = true;
        outcomes[1] = true;
        outcomes[2] = false;
        outcomes[3] = false;
        return outcomes;
    }
}
