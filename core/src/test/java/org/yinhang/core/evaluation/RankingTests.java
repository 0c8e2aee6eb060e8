package org.yinhang.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RankingTests {

    private static final double[] SCORES = {0.9, 0.8, 0.8, 0.4, 0.3, 0.1};
    private static final boolean[] OUTCOMES = {true, true, false, false, true, false};

    @Test
    void computesTheFiguresOfASmallListByHand() {
        Ranking ranking = Ranking.of(SCORES, OUTCOMES);
        // Pairs of a success and a failure: 3 + 2.5 + 1 of 9 are ordered rightly, one tie counting half.
        assertThat(ranking.auc()).isCloseTo(6.5 / 9, within(1e-12));
        assertThat(ranking.ks()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(ranking.topHalfShare()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(ranking.foundInTop(2)).isEqualTo(2);
        assertThat(ranking.foundInTop(99)).isEqualTo(3);
        // Found after each row: 1 2 2 2 3 3 of 3; trapezoids over sixths.
        assertThat(ranking.alift()).isCloseTo((0.5 + 1.5 + 2 + 2 + 2.5 + 3) / 18, within(1e-12));
    }

    @Test
    void saysNothingWhereOneOutcomeIsAbsent() {
        Ranking ranking = Ranking.of(new double[] {1, 2}, new boolean[] {true, true});
        assertThat(ranking.auc()).isNaN();
        assertThat(ranking.ks()).isNaN();
    }

    @Property(tries = 100)
    void aucIsTheShareOfRightlyOrderedPairs(@ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int size) {
        Random random = new Random(seed);
        double[] scores = random.ints(size, 0, 8).asDoubleStream().toArray();
        boolean[] outcomes = new boolean[size];
        for (int i = 1; i < size; i++) {
            outcomes[i] = random.nextBoolean();
        }
        outcomes[1] = true;
        double wins = 0;
        int pairs = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                if (outcomes[i] && !outcomes[j]) {
                    pairs++;
                    wins += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }
        assertThat(Ranking.of(scores, outcomes).auc()).isCloseTo(wins / pairs, within(1e-12));
    }

    @Property(tries = 50)
    void aliftFollowsFromAucWhereNoScoresAreEqual(@ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int size) {
        Random random = new Random(seed);
        double[] scores = random.doubles(size).toArray();
        boolean[] outcomes = new boolean[size];
        for (int i = 1; i < size; i++) {
            outcomes[i] = random.nextBoolean();
        }
        outcomes[1] = true;
        Ranking ranking = Ranking.of(scores, outcomes);
        double rate = (double) ranking.positives() / size;
        assertThat(ranking.alift()).isCloseTo(rate / 2 + (1 - rate) * ranking.auc(), within(1e-9));
    }

    @Test
    void gainsCurveEndsWithEverySuccessFound() {
        GainsCurve curve = Ranking.of(SCORES, OUTCOMES).gains(3);
        assertThat(curve.points().getFirst()).isEqualTo(new GainsCurve.Point(0, 0));
        assertThat(curve.points().get(1).lift()).isCloseTo(2, within(1e-12));
        assertThat(curve.points().getLast()).isEqualTo(new GainsCurve.Point(1, 1));
    }

    @Test
    void calibrationErrorIsTheMeanGapOfBinsOfEqualNumber() {
        double[] stated = {0.1, 0.1, 0.5, 0.5};
        boolean[] happened = {false, false, true, true};
        Reliability bins = Reliability.of(stated, happened, 2);
        assertThat(bins.expectedError()).isCloseTo((0.1 + 0.5) / 2, within(1e-12));
    }
}
