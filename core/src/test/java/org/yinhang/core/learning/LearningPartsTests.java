package org.yinhang.core.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yinhang.core.algebra.Cholesky;
import org.yinhang.core.binning.SpecialCodes;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.RowSource;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;

class LearningPartsTests {

    private static final Table CAMPAIGN = DriftingCampaign.of(1_000, 4);
    private static final Table FEATURES = CAMPAIGN.without(List.of("y"));

    @Test
    void recentOutcomesOfARowComeOnlyFromBlocksBeforeItsOwn() {
        boolean[] outcomes = new Target("y", "yes").outcomes(CAMPAIGN);
        float[] before = new OutcomeHistory(FEATURES, outcomes, 100).training();
        boolean[] changed = outcomes.clone();
        for (int row = 500; row < 600; row++) {
            changed[row] = !changed[row];
        }
        float[] after = new OutcomeHistory(FEATURES, changed, 100).training();
        int width = before.length / 1_000;
        assertThat(Arrays.copyOf(after, 600 * width)).containsExactly(Arrays.copyOf(before, 600 * width));
        assertThat(Arrays.copyOfRange(after, 600 * width, after.length))
                .isNotEqualTo(Arrays.copyOfRange(before, 600 * width, before.length));
    }

    @Test
    void aColumnThatWasAllMissingInTrainingHasOneKeyForWhateverComesLater() {
        double[] nothing = new double[10];
        Arrays.fill(nothing, Double.NaN);
        Keys keys = Keys.fit(NumericColumn.of("days", nothing));
        RowSource.Positions later = keys.bind(Table.of("later", List.of(NumericColumn.of("days", 3, Double.NaN))));

        assertThat(later.at(0)).isLessThan(keys.count());
        assertThat(later.at(1)).isLessThan(keys.count());
    }

    @Test
    void aTrainingRowsOwnOutcomeIsNotInItsTargetRate() {
        boolean[] outcomes = new Target("y", "yes").outcomes(CAMPAIGN);
        var town = (org.yinhang.core.table.CategoryColumn) CAMPAIGN.column("town");
        float[] before = TargetRates.training(town, outcomes, 1);
        for (int row = 0; row < 1_000; row += 97) {
            boolean[] changed = outcomes.clone();
            changed[row] = !changed[row];
            assertThat(TargetRates.training(town, changed, 1)[row]).isEqualTo(before[row]);
        }
    }

    @Test
    void findsNumbersThatAreWordsInDisguise() {
        assertThat(SpecialCodes.of((NumericColumn) CAMPAIGN.column("days"))).containsExactly(999);
        double[] income = IntStream.range(0, 500)
                .mapToDouble(i -> i % 10 == 0 ? -1 : 1_000 + i)
                .toArray();
        assertThat(SpecialCodes.of(NumericColumn.of("income", income))).containsExactly(-1);
        double[] levels = IntStream.range(0, 500)
                .mapToDouble(i -> i % 3 == 0 ? 5_099 : 5_191 + i % 4)
                .toArray();
        assertThat(SpecialCodes.of(NumericColumn.of("levels", levels))).isEmpty();
        double[] even = IntStream.range(0, 500).asDoubleStream().toArray();
        assertThat(SpecialCodes.of(NumericColumn.of("even", even))).isEmpty();
    }

    @Test
    void calibrationsRiseStrictlyAndComeTrue() {
        Random random = new Random(6);
        double[] logOdds = random.doubles(8_000, -3, 3).toArray();
        boolean[] outcomes = new boolean[logOdds.length];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = random.nextDouble() < 0.1 + 0.6 / (1 + Math.exp(-3 * logOdds[i]));
        }
        assertThat(Calibration.fit(logOdds, outcomes)).isInstanceOf(IsotonicCurve.class);
        for (Calibration calibration :
                List.of(IsotonicCurve.fit(logOdds, outcomes), PlattScaling.fit(logOdds, outcomes))) {
            double[] sorted = Arrays.stream(logOdds).sorted().toArray();
            double last = -1;
            for (double score : sorted) {
                assertThat(calibration.probability(score)).isGreaterThan(last);
                last = calibration.probability(score);
            }
        }
        assertThat(IsotonicCurve.fit(logOdds, outcomes).probability(2.5)).isCloseTo(0.7, within(0.05));
    }

    @Test
    void plattFindsTheLineThatMadeTheOutcomes() {
        Random random = new Random(8);
        double[] logOdds = random.doubles(40_000, -3, 3).toArray();
        boolean[] outcomes = new boolean[logOdds.length];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = random.nextDouble() < 1 / (1 + Math.exp(-(0.5 * logOdds[i] - 1)));
        }
        PlattScaling line = PlattScaling.fit(logOdds, outcomes);
        assertThat(line.slope()).isCloseTo(0.5, within(0.04));
        assertThat(line.intercept()).isCloseTo(-1, within(0.04));
    }

    @Test
    void aMixIsBelievedAsFarAsItsGainIsSure() {
        Random random = new Random(9);
        double[] good = random.doubles(2_000, -2, 2).toArray();
        double[] noise = random.doubles(2_000, -2, 2).toArray();
        boolean[] outcomes = new boolean[2_000];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = random.nextDouble() < 1 / (1 + Math.exp(-2 * good[i]));
        }
        Blend sure = Blend.choose(List.of("good", "noise"), List.of(good, noise), outcomes);
        assertThat(sure.weight(0)).isBetween(0.95, 1.0);
        Blend doubtful = Blend.choose(
                List.of("good", "noise"),
                List.of(Arrays.copyOf(good, 60), Arrays.copyOf(noise, 60)),
                Arrays.copyOf(outcomes, 60));
        assertThat(doubtful.weight(0))
                .as("sixty rows say the same with less right")
                .isBetween(0.5, sure.weight(0) - 0.02);
        Blend equal = Blend.choose(List.of("good", "twin"), List.of(good, good), outcomes);
        assertThat(equal.weight(0)).isEqualTo(0.5);
    }

    @Test
    void solvesSymmetricEquations() {
        double[][] matrix = {{4, 0}, {2, 3}};
        assertThat(Cholesky.solve(matrix, new double[] {8, 7}))
                .containsExactly(new double[] {1.25, 1.5}, within(1e-12));
    }

    @Test
    void saysWhichModelsThereAre() {
        assertThat(ModelKind.named("Scorecard")).isEqualTo(ModelKind.SCORECARD);
        assertThatThrownBy(() -> ModelKind.named("bosted")).hasMessageContaining("Did you mean 'boosted'");
    }
}
