package org.yinhang.core.uplift;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.table.Table;

/** Customers treated and left alone, with what became of them: what effects of one treatment are learned from. */
final class Trial {

    private static final int LEAST_OUTCOMES = 10;

    private final Table features;
    private final boolean[] outcomes;
    private final boolean[] treated;

    Trial(Table features, boolean[] outcomes, boolean[] treated) {
        this.features = features;
        this.outcomes = outcomes;
        this.treated = treated;
    }

    /** Refuses a trial in which an arm has too few rows of either outcome to learn from. */
    Trial checked(String name) {
        for (boolean arm : new boolean[] {true, false}) {
            long rows = count(row -> treated[row] == arm);
            long successes = count(row -> treated[row] == arm && outcomes[row]);
            if (Math.min(successes, rows - successes) < LEAST_OUTCOMES) {
                throw new FaultException(Fault.of(
                        "UPL-1004",
                        "The %s of %s have %d successes and %d failures to learn from."
                                .formatted(arm ? "treated" : "untreated", name, successes, rows - successes),
                        features.name(),
                        "An effect needs at least %d of each in both groups; give more rows."
                                .formatted(LEAST_OUTCOMES)));
            }
        }
        return this;
    }

    int size() {
        return outcomes.length;
    }

    Table features() {
        return features;
    }

    boolean outcome(int row) {
        return outcomes[row];
    }

    boolean[] outcomes() {
        return outcomes;
    }

    boolean treated(int row) {
        return treated[row];
    }

    boolean[] treated() {
        return treated;
    }

    /** The share of rows treated. */
    double treatedShare() {
        return (double) count(row -> treated[row]) / size();
    }

    int[] rowsWhere(IntPredicate condition) {
        return IntStream.range(0, size()).filter(condition).toArray();
    }

    private long count(IntPredicate condition) {
        return IntStream.range(0, size()).filter(condition).count();
    }

    Trial select(int[] rows) {
        return new Trial(features.select(rows), chosen(outcomes, rows), chosen(treated, rows));
    }

    static boolean[] chosen(boolean[] flags, int[] rows) {
        boolean[] chosen = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = flags[rows[i]];
        }
        return chosen;
    }

    /** Shuffles rows into folds with equal shares of each arm and outcome; the rows of each fold in rising order. */
    List<int[]> folds(int count, long seed) {
        int[] fold = new int[size()];
        Random random = new Random(seed);
        int next = 0;
        for (int stratum = 0; stratum < 4; stratum++) {
            int wanted = stratum;
            int[] rows = rowsWhere(row -> (treated[row] ? 2 : 0) + (outcomes[row] ? 1 : 0) == wanted);
            for (int i = rows.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swap = rows[i];
                rows[i] = rows[j];
                rows[j] = swap;
            }
            for (int row : rows) {
                fold[row] = next++ % count;
            }
        }
        return IntStream.range(0, count)
                .mapToObj(k -> rowsWhere(row -> fold[row] == k))
                .toList();
    }

    /** The rows outside some others. */
    int[] outside(int[] rows) {
        boolean[] inside = new boolean[size()];
        Arrays.stream(rows).forEach(row -> inside[row] = true);
        return rowsWhere(row -> !inside[row]);
    }
}
