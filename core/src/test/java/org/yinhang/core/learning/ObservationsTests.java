package org.yinhang.core.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ObservationsTests {

    private static final int ROWS = 4_000;
    private static final TrainingSettings SETTINGS = TrainingSettings.unordered(ModelKind.GLASSBOX, 3);

    private static Observations observations(int days) {
        Random random = new Random(1);
        return new Observations(
                IntStream.range(0, ROWS).map(row -> random.nextInt(ROWS / 5)).toArray(),
                IntStream.range(0, ROWS).map(row -> row * days / ROWS).toArray());
    }

    private static boolean[] outcomes() {
        Random random = new Random(2);
        boolean[] outcomes = new boolean[ROWS];
        for (int row = 0; row < ROWS; row++) {
            outcomes[row] = random.nextInt(12) == 0;
        }
        return outcomes;
    }

    @Test
    void modelsAreChosenByOtherCustomersOnNewerDays() {
        Observations seen = observations(10);
        InnerFolds folds = InnerFolds.of(outcomes(), Optional.of(seen), SETTINGS);

        for (int fold = 0; fold < folds.count(); fold++) {
            int[] learned = folds.learn(fold);
            int[] checked = folds.check(fold);
            Set<Integer> customers = Arrays.stream(learned)
                    .mapToObj(row -> seen.customers()[row])
                    .collect(Collectors.toSet());
            int newest =
                    Arrays.stream(learned).map(row -> seen.days()[row]).max().orElseThrow();
            assertThat(Arrays.stream(checked)).isNotEmpty().allMatch(row -> !customers.contains(seen.customers()[row]));
            assertThat(Arrays.stream(checked)).allMatch(row -> seen.days()[row] > newest);
        }
        int[] newest =
                IntStream.range(0, ROWS).filter(row -> seen.days()[row] >= 6).toArray();
        assertThat(folds.checked()).as("each row of the newest days once").containsExactlyInAnyOrder(newest);
    }

    @Test
    void rowsOfOneDayAreCheckedByOtherCustomers() {
        Observations seen = observations(1);
        InnerFolds folds = InnerFolds.of(outcomes(), Optional.of(seen), SETTINGS);

        assertThat(folds.checked()).hasSize(ROWS);
        for (int fold = 0; fold < folds.count(); fold++) {
            Set<Integer> customers = Arrays.stream(folds.learn(fold))
                    .mapToObj(row -> seen.customers()[row])
                    .collect(Collectors.toSet());
            assertThat(customers).isNotEmpty();
            assertThat(Arrays.stream(folds.check(fold))).allMatch(row -> !customers.contains(seen.customers()[row]));
        }
    }

    @Test
    void foldsShareThoseWhoEverSucceed() {
        boolean[] outcomes = outcomes();
        Observations seen = observations(10);
        int[] fold = seen.folds(outcomes, 5, 3);

        long[] succeeding = new long[5];
        IntStream.range(0, ROWS)
                .filter(row -> outcomes[row])
                .mapToObj(row -> seen.customers()[row])
                .distinct()
                .forEach(customer -> succeeding[
                        fold[
                                IntStream.range(0, ROWS)
                                        .filter(row -> seen.customers()[row] == customer)
                                        .findFirst()
                                        .orElseThrow()]]++);
        assertThat(Arrays.stream(succeeding).max().orElseThrow()
                        - Arrays.stream(succeeding).min().orElseThrow())
                .isLessThanOrEqualTo(1);
    }
}
