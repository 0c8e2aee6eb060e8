package org.yinhang.core.uplift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;

class UpliftCurveTests {

    @Test
    void computesTheFiguresOfASmallListByHand() {
        // Best first: treated success, control failure, treated failure, control success.
        UpliftCurve curve = new UpliftCurve(
                new double[] {4, 3, 2, 1},
                new boolean[] {true, false, true, false},
                new boolean[] {true, false, false, true},
                0.5);
        double[] figures = curve.figures();
        assertThat(figures[UpliftCurve.ATE]).isZero();
        assertThat(figures[UpliftCurve.UPLIFT_AT]).isEqualTo(1);
        // Qini curve: 0 at 0, then 1·1/2, 0.5·2/2 and 0 at a half, three quarters and 1; the straight line is 0.
        assertThat(figures[UpliftCurve.QINI]).isCloseTo(0.125 + 0.125 + 0.0625, within(1e-12));
        // Uplift curve: 0.5·1, 0.75·0.5 and 0.
        assertThat(figures[UpliftCurve.AUUC]).isCloseTo(0.125 + 0.25 * 0.4375 + 0.25 * 0.1875, within(1e-12));
        assertThat(curve.points(100))
                .containsExactly(
                        new UpliftCurve.Point(0, 0, 0),
                        new UpliftCurve.Point(0.5, 0.5, 0.5),
                        new UpliftCurve.Point(0.75, 0.5, 0.375),
                        new UpliftCurve.Point(1, 0, 0));
    }

    @Test
    void onePredictionForEverybodyIsAsGoodAsARandomOrder() {
        boolean[] treated = {true, true, false, false, true};
        boolean[] outcomes = {true, false, false, true, true};
        double[] figures = new UpliftCurve(new double[5], treated, outcomes, 0.3).figures();
        double ate = 2 / 3.0 - 0.5;
        assertThat(figures[UpliftCurve.QINI]).isCloseTo(0, within(1e-12));
        assertThat(figures[UpliftCurve.AUUC]).isCloseTo(ate / 2, within(1e-12));
        assertThat(figures[UpliftCurve.UPLIFT_AT]).isCloseTo(ate, within(1e-12));
    }

    @Property(tries = 60)
    void theOrderOfRowsNeverMatters(@ForAll long seed, @ForAll @IntRange(min = 10, max = 80) int size) {
        Random random = new Random(seed);
        double[] effects = random.ints(size, 0, 6).asDoubleStream().toArray();
        boolean[] treated = flags(random, size);
        boolean[] outcomes = flags(random, size);
        double[] figures = new UpliftCurve(effects, treated, outcomes, 0.3).figures();
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double effect = effects[i];
            effects[i] = effects[j];
            effects[j] = effect;
            swap(treated, i, j);
            swap(outcomes, i, j);
        }
        assertThat(new UpliftCurve(effects, treated, outcomes, 0.3).figures()).containsExactly(figures);
    }

    @Property(tries = 40)
    void rowsDrawnTwiceCountAsTwoRows(@ForAll long seed) {
        Random random = new Random(seed);
        double[] effects = random.doubles(30).toArray();
        boolean[] treated = flags(random, 30);
        boolean[] outcomes = flags(random, 30);
        double[] twice = new double[60];
        boolean[] treatedTwice = new boolean[60];
        boolean[] outcomesTwice = new boolean[60];
        for (int i = 0; i < 60; i++) {
            twice[i] = effects[i / 2];
            treatedTwice[i] = treated[i / 2];
            outcomesTwice[i] = outcomes[i / 2];
        }
        int[] counts = new int[30];
        Arrays.fill(counts, 2);
        assertThat(new UpliftCurve(effects, treated, outcomes, 0.4).figures(counts))
                .containsExactly(new UpliftCurve(twice, treatedTwice, outcomesTwice, 0.4).figures());
    }

    @Test
    void theBetterTheOrderTheLargerTheQini() {
        SimulatedTrial trial = SimulatedTrial.of(60_000, 3);
        int[] rows = trial.called();
        double[] truth = SimulatedTrial.chosen(trial.effectOfCall(), rows);
        boolean[] outcomes = Trial.chosen(trial.outcomes(), rows);
        boolean[] treated = treated(trial, rows);
        Random random = new Random(4);
        double[] blurred = Arrays.stream(truth)
                .map(effect -> effect + 0.08 * random.nextGaussian())
                .toArray();
        double[] lot = random.doubles(rows.length).toArray();
        double[] opposite = Arrays.stream(truth).map(effect -> -effect).toArray();
        double oracle = qini(truth, treated, outcomes);
        assertThat(oracle).isGreaterThan(qini(blurred, treated, outcomes)).isGreaterThan(0.008);
        assertThat(qini(blurred, treated, outcomes)).isGreaterThan(0.003);
        assertThat(qini(lot, treated, outcomes)).isCloseTo(0, within(0.003));
        assertThat(qini(opposite, treated, outcomes)).isCloseTo(-oracle, within(0.001));
    }

    @Test
    void intervalsHoldTheFigureAndPlacebosLieAroundZero() {
        SimulatedTrial trial = SimulatedTrial.of(12_000, 6);
        int[] rows = trial.called();
        double[] truth = SimulatedTrial.chosen(trial.effectOfCall(), rows);
        boolean[] outcomes = Trial.chosen(trial.outcomes(), rows);
        boolean[] treated = treated(trial, rows);
        Table features = trial.features().select(rows);
        UpliftEvaluation evaluation = UpliftEvaluation.of(truth, treated, outcomes, features, 0.3, 7);
        assertThat(evaluation.ate().interval().contains(0.09)).isTrue();
        assertThat(evaluation.upliftAt().interval().contains(0.165)).isTrue();
        assertThat(evaluation.qini().interval().contains(evaluation.qini().value()))
                .isTrue();
        assertThat(evaluation.qini().interval().low()).isPositive();
        assertThat(evaluation.placebo().interval().contains(0)).isTrue();
        assertThat(evaluation.placebo().mean()).isCloseTo(0, within(0.0015));
        assertThat(evaluation.placebo().pValue()).isLessThan(0.01);
        assertThat(evaluation.balance().isDoubtful()).isFalse();
        assertThat(evaluation.tenths()).hasSize(10);
        assertThat(evaluation.tenths().getFirst().observed())
                .isGreaterThan(evaluation.tenths().getLast().observed());
        assertThat(UpliftEvaluation.of(truth, treated, outcomes, features, 0.3, 7))
                .isEqualTo(evaluation);
    }

    @Test
    void saysWhenTheArmsAreNotAlike() {
        Random random = new Random(1);
        double[] age = new double[4_000];
        boolean[] treated = new boolean[4_000];
        for (int row = 0; row < age.length; row++) {
            age[row] = random.nextInt(60);
            treated[row] = random.nextInt(80) < 20 + age[row];
        }
        double[] noise = random.doubles(4_000).toArray();
        Table table = Table.of("t", List.of(NumericColumn.of("noise", noise), NumericColumn.of("age", age)));
        Balance balance = Balance.of(table, treated);
        assertThat(balance.isDoubtful()).isTrue();
        assertThat(balance.columns().getFirst().column()).isEqualTo("age");
        assertThat(balance.columns().getLast().pValue()).isGreaterThan(0.001);
        assertThat(balance.halves()).isLessThan(0.001);
    }

    private static boolean[] treated(SimulatedTrial trial, int[] rows) {
        int[] arms = SimulatedTrial.CALL.arms(trial.table());
        boolean[] treated = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            treated[i] = arms[rows[i]] == 1;
        }
        return treated;
    }

    private static double qini(double[] effects, boolean[] treated, boolean[] outcomes) {
        return new UpliftCurve(effects, treated, outcomes, 0.3).figures()[UpliftCurve.QINI];
    }

    private static boolean[] flags(Random random, int size) {
        boolean[] flags = new boolean[size];
        for (int i = 0; i < size; i++) {
            flags[i] = random.nextBoolean();
        }
        flags[0] = true;
        flags[1] = false;
        return flags;
    }

    private static void swap(boolean[] flags, int i, int j) {
        boolean kept = flags[i];
        flags[i] = flags[j];
        flags[j] = kept;
    }
}
