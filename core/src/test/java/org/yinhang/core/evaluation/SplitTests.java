package org.yinhang.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;

class SplitTests {

    private static Table table(int rows) {
        return Table.of(
                "t",
                List.of(NumericColumn.of(
                        "x", IntStream.range(0, rows).mapToDouble(i -> i % 2).toArray())));
    }

    private static boolean[] outcomes(int rows) {
        boolean[] outcomes = new boolean[rows];
        for (int i = 0; i < rows; i += 4) {
            outcomes[i] = true;
        }
        return outcomes;
    }

    @Test
    void rollsOverEveryRowAfterTheFirstWindowOnce() {
        List<SplitStep> steps = Split.parse("rolling:10:4").steps(table(21), outcomes(21));
        assertThat(steps).hasSize(3);
        assertThat(steps.get(1).train()).containsExactly(IntStream.range(4, 14).toArray());
        assertThat(steps.get(1).test()).containsExactly(14, 15, 16, 17);
        assertThat(steps.get(2).test()).containsExactly(18, 19, 20);
    }

    @Test
    void foldsScoreEveryRowOnceWithEqualSharesOfSuccesses() {
        boolean[] outcomes = outcomes(103);
        List<SplitStep> steps = Split.parse("kfold:5:3").steps(table(103), outcomes);
        int[] scored = steps.stream()
                .flatMapToInt(step -> Arrays.stream(step.test()))
                .sorted()
                .toArray();
        assertThat(scored).containsExactly(IntStream.range(0, 103).toArray());
        for (SplitStep step : steps) {
            assertThat(Arrays.stream(step.test()).filter(row -> outcomes[row]).count())
                    .isBetween(5L, 6L);
            assertThat(step.train().length + step.test().length).isEqualTo(103);
        }
    }

    @Test
    void learnsFromTheRowsWhereAColumnHoldsAValue() {
        SplitStep step = Split.parse("column:x=1").steps(table(6), outcomes(6)).getFirst();
        assertThat(step.train()).containsExactly(1, 3, 5);
        assertThat(step.test()).containsExactly(0, 2, 4);
    }

    @Test
    void cutsInTime() {
        SplitStep step = Split.parse("time:0.7").steps(table(10), outcomes(10)).getFirst();
        assertThat(step.train()).hasSize(7);
        assertThat(step.test()).containsExactly(7, 8, 9);
    }

    @Test
    void saysHowToWriteASplit() {
        for (String wrong : List.of("rolling:5", "kfold:x:1", "kfold:1:1", "time:2", "month", "column:x")) {
            assertThatThrownBy(() -> Split.parse(wrong)).as(wrong).hasMessageContaining("-100");
        }
        assertThatThrownBy(() -> Split.parse("rolling:10:4").steps(table(10), outcomes(10)))
                .hasMessageContaining("EVA-1002");
    }
}
