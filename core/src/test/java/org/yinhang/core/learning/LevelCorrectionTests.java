package org.yinhang.core.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LevelCorrectionTests {

    /** What a model that believes in a level of −2 says of rows whose odds differ. */
    private static double[] believed(int rows, long seed) {
        Random random = new Random(seed);
        return random.doubles(rows).map(x -> -2 + 2 * (x - 0.5)).toArray();
    }

    private static boolean[] happened(double[] logOdds, double move, long seed) {
        Random random = new Random(seed);
        boolean[] outcomes = new boolean[logOdds.length];
        for (int row = 0; row < outcomes.length; row++) {
            outcomes[row] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds[row] - move));
        }
        return outcomes;
    }

    /** A block before which the level had already moved, by the given step, for the newest rows. */
    private static LevelCorrection.Block block(double move, int movedSince, long seed) {
        double[] known = believed(3_000, seed);
        boolean[] outcomes = happened(known, 0, seed + 1);
        boolean[] moved = happened(known, move, seed + 2);
        System.arraycopy(moved, 3_000 - movedSince, outcomes, 3_000 - movedSince, movedSince);
        double[] next = believed(2_000, seed + 3);
        return new LevelCorrection.Block(known, outcomes, next, happened(next, move, seed + 4));
    }

    @Test
    void followsALevelThatHasMovedAndStayed() {
        LevelCorrection correction = LevelCorrection.choose(List.of(block(1.5, 400, 1), block(-1.2, 400, 20)));
        assertThat(correction.window()).isEqualTo(300);
        LevelCorrection.Block now = block(1.5, 400, 50);
        Calibration calibration = correction.learn(now.knownLogOdds(), now.known());
        double stated = Arrays.stream(now.logOdds())
                .map(calibration::probability)
                .average()
                .orElseThrow();
        double uncorrected = Arrays.stream(now.logOdds())
                .map(odds -> Calibration.none().probability(odds))
                .average()
                .orElseThrow();
        double real = (double) countOf(now.outcomes()) / now.outcomes().length;
        assertThat(uncorrected).isLessThan(real - 0.15);
        assertThat(stated).isCloseTo(real, within(0.05));
    }

    @Test
    void leavesALevelThatSwingsBackAndForthAlone() {
        LevelCorrection.Block swing = block(1.5, 400, 3);
        LevelCorrection.Block back = new LevelCorrection.Block(
                swing.knownLogOdds(), swing.known(), swing.logOdds(), happened(swing.logOdds(), 0, 9));
        LevelCorrection correction = LevelCorrection.choose(List.of(back));
        assertThat(correction.window()).isZero();
        assertThat(correction.reason()).contains("stays as learned");
        assertThat(correction.learn(new double[0], new boolean[0]).probability(0))
                .isEqualTo(0.5);
    }

    @Test
    void makesTheNewestOutcomesComeOutAtTheirRealRateButForTheirFewness() {
        double[] logOdds = believed(5_000, 4);
        boolean[] outcomes = happened(logOdds, 1, 5);
        double shift = LevelCorrection.shift(logOdds, outcomes, 5_000);
        double stated = Arrays.stream(logOdds)
                .map(odds -> 1 / (1 + Math.exp(-odds - shift)))
                .sum();
        // Zero gradient: the gap is what the prior pulls, the shift over the squared usual move.
        assertThat(countOf(outcomes) - stated).isCloseTo(shift / 0.25, within(1e-6));
        double ofFew = LevelCorrection.shift(logOdds, outcomes, 10);
        assertThat(Math.abs(ofFew)).isLessThan(1.5);
    }

    @Test
    void looksBackNoFurtherThanHalfOfTheRows() {
        assertThat(LevelCorrection.longestWindow(150)).isZero();
        assertThat(LevelCorrection.longestWindow(250)).isEqualTo(100);
        assertThat(LevelCorrection.longestWindow(20_000)).isEqualTo(3_000);
    }

    private static int countOf(boolean[] outcomes) {
        int count = 0;
        for (boolean outcome : outcomes) {
            count += outcome ? 1 : 0;
        }
        return count;
    }
}
