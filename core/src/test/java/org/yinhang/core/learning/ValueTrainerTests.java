package org.yinhang.core.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;

class ValueTrainerTests {

    private record World(Table table, double[] truth, double[] values) {

        static World of(int rows, long seed) {
            Random random = new Random(seed);
            double[] size = new double[rows];
            List<String> kind = new ArrayList<>();
            double[] truth = new double[rows];
            double[] values = new double[rows];
            for (int row = 0; row < rows; row++) {
                size[row] = random.nextInt(15) == 0 ? Double.NaN : 10 * random.nextDouble();
                kind.add(random.nextInt(3) == 0 ? "special" : "plain");
                truth[row] = (Double.isNaN(size[row]) ? -2 : size[row] > 5 ? 3 : 0)
                        + (kind.get(row).equals("special") ? 2 : 0);
                values[row] = truth[row] + 2 * random.nextGaussian();
            }
            return new World(
                    Table.of("w", List.of(NumericColumn.of("size", size), CategoryColumn.of("kind", kind))),
                    truth,
                    values);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LOGISTIC", "BOOSTED", "AUTO"})
    void learnsAStepAWordAndTheMissing(ModelKind kind) {
        World past = World.of(4_000, 1);
        World now = World.of(1_000, 2);
        TrainingSettings settings = TrainingSettings.unordered(kind, 7);
        ValueModel model = ValueTrainer.train(past.table, past.values, settings);
        double[] predicted = model.values(now.table);
        double error = 0;
        for (int row = 0; row < predicted.length; row++) {
            error += Math.pow(predicted[row] - now.truth[row], 2) / predicted.length;
        }
        // The truth varies by 3.4; broken lines cannot quite follow the step.
        assertThat(error).isLessThan(0.35);
        ValueModel.Explained explained = model.explain(now.table.slice(0, 50));
        for (int row = 0; row < 50; row++) {
            double sum = explained.baseline()
                    + Arrays.stream(explained.contributions()[row]).sum();
            assertThat(sum).isCloseTo(predicted[row], within(1e-4));
            assertThat(model.values(now.table.select(new int[] {row}))[0]).isEqualTo(predicted[row]);
        }
        assertThat(ValueTrainer.train(past.table, past.values, settings.withThreads(1))
                        .values(now.table))
                .containsExactly(predicted);
        assertThat(model.choice()).contains("regression");
    }
}
