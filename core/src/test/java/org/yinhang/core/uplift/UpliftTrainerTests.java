package org.yinhang.core.uplift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yinhang.core.evaluation.Split;
import org.yinhang.core.learning.ModelKind;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;

class UpliftTrainerTests {

    private static final SimulatedTrial HISTORY = SimulatedTrial.of(18_000, 1);
    private static final SimulatedTrial NEW = SimulatedTrial.of(3_000, 2);

    private static EffectModel train(UpliftKind kind, ModelKind base) {
        return train(UpliftSettings.byLot(kind, base, 7));
    }

    private static EffectModel train(UpliftSettings settings) {
        int[] rows = HISTORY.called();
        int[] arms = SimulatedTrial.CALL.arms(HISTORY.table());
        return UpliftTrainer.train(
                        HISTORY.features().select(rows),
                        Trial.chosen(HISTORY.outcomes(), rows),
                        IntStream.of(rows).map(row -> arms[row]).toArray(),
                        SimulatedTrial.CALL,
                        settings)
                .effects()
                .getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "S, LOGISTIC, 0.8",
        "T, LOGISTIC, 0.8",
        "X, LOGISTIC, 0.8",
        "DR, LOGISTIC, 0.8",
        "CLASS, LOGISTIC, 0.75",
        "S, BOOSTED, 0.7",
        "X, BOOSTED, 0.75",
        "DR, AUTO, 0.75"
    })
    void recoversTheEffectItWasMadeWith(UpliftKind kind, ModelKind base, double correlation) {
        double[] predicted = train(kind, base).effects(NEW.features());
        double[] truth = NEW.effectOfCall();
        assertThat(SimulatedTrial.correlation(predicted, truth)).isGreaterThan(correlation);
        assertThat(Arrays.stream(predicted).average().orElseThrow())
                .isCloseTo(Arrays.stream(truth).average().orElseThrow(), within(0.03));
    }

    @ParameterizedTest
    @CsvSource({"T", "S", "X", "DR", "CLASS"})
    void contributionsAddUpToTheEffectAndARowAloneIsAsAmongOthers(UpliftKind kind) {
        EffectModel model = train(kind, ModelKind.LOGISTIC);
        Table rows = NEW.features().slice(0, 40);
        Effects explained = model.explain(rows);
        assertThat(explained.effects()).containsExactly(model.effects(rows));
        for (int row = 0; row < rows.size(); row++) {
            double sum = explained.baseline()
                    + Arrays.stream(explained.contributions()[row]).sum();
            assertThat(sum).isCloseTo(explained.effects()[row], within(1e-6));
            assertThat(model.effects(rows.select(new int[] {row}))[0])
                    .isEqualTo(explained.effects()[row]);
        }
        assertThat(explained.columns()).containsExactly("need", "age", "income", "town", EffectModel.APPROACH);
    }

    @Test
    void creditsTheEffectToTheColumnThatMakesIt() {
        Effects explained = train(UpliftKind.DR, ModelKind.LOGISTIC).explain(NEW.features());
        double[] byColumn = new double[explained.columns().size()];
        for (double[] contributions : explained.contributions()) {
            for (int column = 0; column < byColumn.length; column++) {
                byColumn[column] += Math.abs(contributions[column]);
            }
        }
        assertThat(byColumn[0]).isGreaterThan(3 * byColumn[2]).isGreaterThan(3 * byColumn[3]);
    }

    @Test
    void autoKeepsWhatProvesItselfAndSaysWhy() {
        EffectModel model = train(UpliftKind.AUTO, ModelKind.LOGISTIC);
        assertThat(model.choice()).contains("s on logistic", "rows not learned from");
        assertThat(SimulatedTrial.correlation(model.effects(NEW.features()), NEW.effectOfCall()))
                .isGreaterThan(0.85);
    }

    @Test
    void equalSeedsGiveEqualBitsWhateverTheProcessors() {
        UpliftSettings settings = UpliftSettings.byLot(UpliftKind.X, ModelKind.BOOSTED, 3);
        double[] once = train(settings.withThreads(1)).effects(NEW.features());
        assertThat(train(settings.withThreads(2)).effects(NEW.features())).containsExactly(once);
    }

    @Test
    void theDoublyRobustLearnerCorrectsForHowCustomersWereChosen() {
        Random random = new Random(6);
        int rows = 20_000;
        double[] need = new double[rows];
        boolean[] outcomes = new boolean[rows];
        int[] arms = new int[rows];
        for (int row = 0; row < rows; row++) {
            need[row] = random.nextDouble();
            // Those in need are called, and would have succeeded anyhow: the plain difference of rates says 0.3 more.
            arms[row] = random.nextDouble() < 0.1 + 0.8 * need[row] ? 1 : 0;
            outcomes[row] = random.nextDouble() < 0.1 + 0.7 * need[row] + 0.05 * arms[row];
        }
        EffectModel model = UpliftTrainer.train(
                        Table.of("t", List.of(NumericColumn.of("need", need))),
                        outcomes,
                        arms,
                        SimulatedTrial.CALL,
                        new UpliftSettings(UpliftKind.DR, ModelKind.LOGISTIC, UpliftSettings.Propensity.LEARNED, 7, 1))
                .effects()
                .getFirst();
        double mean = Arrays.stream(model.effects(Table.of("t", List.of(NumericColumn.of("need", need)))))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(0.05, within(0.025));
        assertThatThrownBy(() -> train(new UpliftSettings(
                        UpliftKind.CLASS, ModelKind.LOGISTIC, UpliftSettings.Propensity.LEARNED, 7, 1)))
                .hasMessageContaining("UPL-1005");
    }

    @Test
    void severalTreatmentsHaveAnEffectEachAndABestOne() {
        UpliftReport report = UpliftBacktest.run(
                HISTORY.table(),
                SimulatedTrial.SUCCESS,
                SimulatedTrial.BOTH,
                List.of(),
                Split.parse("kfold:3:0"),
                UpliftSettings.byLot(UpliftKind.T, ModelKind.LOGISTIC, 7),
                Progress.SILENT);
        assertThat(report.leftOut()).isZero();
        assertThat(report.evaluation(1, 0.3).ate().value()).isCloseTo(0.09, within(0.02));
        assertThat(report.evaluation(2, 0.3).ate().value()).isCloseTo(0.05, within(0.02));
        BestTreatment best = report.best();
        assertThat(best.rate())
                .isGreaterThan(best.rates().get(1))
                .isGreaterThan(best.rates().get(2));
        assertThat(best.shares().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(report.choices()).hasSize(6);
    }

    @Test
    void aTreatmentThatDoesNothingHasNoQini() {
        Random random = new Random(9);
        List<String> group = IntStream.range(0, HISTORY.table().size())
                .mapToObj(row -> random.nextBoolean() ? "called" : "not")
                .toList();
        List<org.yinhang.core.table.Column> columns = new java.util.ArrayList<>(
                HISTORY.table().without(List.of("group")).columns());
        columns.add(CategoryColumn.of("dealt", group));
        UpliftReport report = UpliftBacktest.run(
                Table.of("placebo", columns),
                SimulatedTrial.SUCCESS,
                new Treatments(List.of(new Target("dealt", "called")), Optional.empty()),
                List.of(),
                Split.parse("kfold:3:0"),
                UpliftSettings.byLot(UpliftKind.T, ModelKind.LOGISTIC, 7),
                Progress.SILENT);
        UpliftEvaluation evaluation = report.evaluation(1, 0.3);
        assertThat(evaluation.qini().interval().contains(0)).isTrue();
        assertThat(evaluation.ate().interval().contains(0)).isTrue();
        assertThat(evaluation.placebo().pValue()).isGreaterThan(0.05);
    }
}
