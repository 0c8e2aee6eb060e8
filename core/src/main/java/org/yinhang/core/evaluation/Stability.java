package org.yinhang.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.yinhang.core.table.NumericColumn;

/**
 * Whether a model holds from period to period.
 *
 * @param periods in the order given
 */
public record Stability(List<Period> periods) {

    private static final int SCORE_RANGES = 10;

    /**
     * The scored rows of one period, step or fold.
     *
     * @param name what it is called
     * @param rows scored
     * @param rate share that succeeded, 0 to 1
     * @param stated mean probability stated, 0 to 1
     * @param auc inside the period, NaN when one outcome is absent
     * @param scores PSI of its scores against those of all other periods, NaN where there is no other
     */
    public record Period(String name, int rows, double rate, double stated, AucEstimate auc, StabilityIndex scores) {}

    public Stability {
        periods = List.copyOf(periods);
    }

    /**
     * Looks at each period by itself; periods without rows are left out.
     *
     * @param periods the period of each row, from 0
     * @param names one a period
     */
    public static Stability of(double[] probabilities, boolean[] outcomes, int[] periods, List<String> names) {
        ColumnGroups groups = ColumnGroups.of(NumericColumn.of("score", probabilities), SCORE_RANGES, SCORE_RANGES, 0);
        int[] all = groups.counts(NumericColumn.of("score", probabilities));
        List<Period> found = new ArrayList<>();
        for (int period = 0; period < names.size(); period++) {
            int wanted = period;
            int[] rows = IntStream.range(0, periods.length)
                    .filter(row -> periods[row] == wanted)
                    .toArray();
            if (rows.length > 0) {
                found.add(period(names.get(period), rows, probabilities, outcomes, groups, all));
            }
        }
        return new Stability(found);
    }

    private static Period period(
            String name, int[] rows, double[] probabilities, boolean[] outcomes, ColumnGroups groups, int[] all) {
        double[] scores =
                Arrays.stream(rows).mapToDouble(row -> probabilities[row]).toArray();
        boolean[] happened = new boolean[rows.length];
        int successes = 0;
        for (int i = 0; i < rows.length; i++) {
            happened[i] = outcomes[rows[i]];
            successes += happened[i] ? 1 : 0;
        }
        int[] here = groups.counts(NumericColumn.of("score", scores));
        int[] others = IntStream.range(0, all.length).map(i -> all[i] - here[i]).toArray();
        boolean alone = rows.length == probabilities.length;
        return new Period(
                name,
                rows.length,
                (double) successes / rows.length,
                Arrays.stream(scores).average().orElse(Double.NaN),
                DeLong.estimate(scores, happened),
                alone ? new StabilityIndex(Double.NaN, Double.NaN) : StabilityIndex.of(others, here));
    }
}
