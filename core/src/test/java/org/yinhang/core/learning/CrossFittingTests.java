package org.yinhang.core.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;

class CrossFittingTests {

    private static final int ROWS = 6_000;

    private final double[] seen = new Random(1).doubles(ROWS, 0, 10).toArray();
    private final int[] subjects = IntStream.range(0, ROWS).map(row -> row / 2).toArray();
    private final Table features = Table.of("w", List.of(NumericColumn.of("seen", seen), numbered()));

    /** Which subject a row is about: what a model could remember a subject by. */
    private NumericColumn numbered() {
        return NumericColumn.of(
                "subject", Arrays.stream(subjects).asDoubleStream().toArray());
    }

    @Test
    void valuesFollowWhatOtherSubjectsShow() {
        double[] truth = Arrays.stream(seen).map(x -> x > 5 ? 3 : 0).toArray();
        double[] learned = CrossFitting.values(features, truth, subjects, 2_000);
        double error = IntStream.range(0, ROWS)
                .mapToDouble(row -> Math.abs(learned[row] - truth[row]))
                .average()
                .orElseThrow();
        assertThat(error).isLessThan(0.2);
    }

    /** Both rows of a subject have the same value by lot; whoever had seen one would know the other. */
    @Test
    void whatOnlyASubjectsOwnRowsShowIsNotLearned() {
        Random random = new Random(2);
        double[] lots = random.doubles(ROWS / 2, -1, 1).toArray();
        double[] values =
                Arrays.stream(subjects).mapToDouble(subject -> lots[subject]).toArray();
        double[] learned = CrossFitting.values(features, values, subjects, ROWS);
        double together = IntStream.range(0, ROWS)
                .mapToDouble(row -> learned[row] * values[row])
                .average()
                .orElseThrow();
        assertThat(together).isLessThan(0.03);
    }
}
