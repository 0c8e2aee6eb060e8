package org.yinhang.core.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinhang.core.learning.TrainingSettings.Direction;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;

/** A column bound to one direction: whatever the rows say, more of it never lowers, or never raises, what is foretold. */
class MonotoneTests {

    private static final int ROWS = 3_000;
    private static final Target TARGET = Target.parse("y=1");

    /** Success falls in the middle third of income and age pulls with it, so that every free learner dips there. */
    private static Table bank() {
        Random random = new Random(3);
        double[] income = new double[ROWS];
        double[] age = new double[ROWS];
        String[] job = new String[ROWS];
        double[] outcome = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            income[row] = 30 * random.nextDouble();
            age[row] = 18 + 50 * random.nextDouble();
            job[row] = random.nextBoolean() ? "a" : "b";
            double dip = income[row] > 12 && income[row] < 18 ? -1.5 : 0;
            double score = 0.08 * income[row] + dip - 0.02 * age[row] + (job[row].equals("a") ? 0.4 : 0);
            outcome[row] = random.nextDouble() < 1 / (1 + Math.exp(-score)) ? 1 : 0;
        }
        return Table.of(
                "bank",
                List.of(
                        NumericColumn.of("income", income),
                        NumericColumn.of("age", age),
                        CategoryColumn.of("job", Arrays.asList(job)),
                        NumericColumn.of("y", outcome)));
    }

    private static ResponseModel train(ModelKind kind, Map<String, Direction> monotone) {
        return ResponseTrainer.train(
                bank(), TARGET, List.of(), TrainingSettings.unordered(kind, 1).withMonotone(monotone), Progress.SILENT);
    }

    /** The largest fall of the probability while income grows and all else stays, over some customers. */
    private static double largestFall(ResponseModel model) {
        Table bank = bank();
        double fall = 0;
        for (int row = 0; row < 40; row++) {
            int who = row;
            Table sweep = bank.select(IntStream.range(0, 61).map(i -> who).toArray());
            double[] rising = IntStream.range(0, 61).mapToDouble(i -> i / 2.0).toArray();
            List<Column> columns = new ArrayList<>(sweep.columns());
            columns.set(0, NumericColumn.of("income", rising));
            Table changed = Table.of("sweep", columns);
            double[] foretold = model.probabilities(changed);
            for (int i = 1; i < foretold.length; i++) {
                fall = Math.max(fall, foretold[i - 1] - foretold[i]);
            }
        }
        return fall;
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "GLASSBOX", "SCORECARD", "BOOSTED"})
    void moreNeverLowersWhatIsForetold(ModelKind kind) {
        assertThat(largestFall(train(kind, Map.of()))).as("free").isGreaterThan(0.05);
        ResponseModel bound = train(kind, Map.of("income", Direction.RISES, "age", Direction.FALLS));
        assertThat(largestFall(bound)).as("bound").isLessThan(1e-9);
        assertThat(bound.provenance().settings().monotone()).containsEntry("income", Direction.RISES);
    }

    @Test
    void whatCannotBeBoundIsRefusedByName() {
        assertThatThrownBy(() -> train(ModelKind.GLASSBOX, Map.of("incom", Direction.RISES)))
                .hasMessageContaining("LRN-1015")
                .hasMessageContaining("income");
        assertThatThrownBy(() -> train(ModelKind.BOOSTED, Map.of("job", Direction.FALLS)))
                .hasMessageContaining("LRN-1015");
        assertThatThrownBy(() -> train(ModelKind.LOGISTIC, Map.of("income", Direction.RISES)))
                .hasMessageContaining("LRN-1016");
    }
}
