package org.yinhang.core.scorecard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.binning.BinnedTable;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;

/**
 * Loans whose default depends on income (missing or 999999 for some), late payments (upwards) and job; the colour of the form
 * says nothing and {@code income_again} says what income says.
 */
record SampleLoans(Table table, boolean[] defaults) {

    private static final List<String> JOBS = List.of("teacher", "trader", "driver", "clerk");

    static SampleLoans of(int rows, long seed) {
        Random random = new Random(seed);
        double[] income = new double[rows];
        double[] again = new double[rows];
        double[] late = new double[rows];
        List<@Nullable String> job = new ArrayList<>();
        List<String> colour = new ArrayList<>();
        boolean[] defaults = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            double real = Math.exp(9 + 0.6 * random.nextGaussian());
            boolean isSecret = random.nextInt(20) == 0;
            income[row] = isSecret ? Double.NaN : random.nextInt(25) == 0 ? 999_999 : Math.rint(real);
            again[row] = income[row] * 2;
            late[row] = Math.floor(-1.5 * Math.log(random.nextDouble()));
            int position = random.nextInt(JOBS.size() + 1);
            job.add(position < JOBS.size() ? JOBS.get(position) : null);
            colour.add(random.nextBoolean() ? "blue" : "white");
            double logOdds = -2.2
                    - 0.9 * (Math.log(real) - 9)
                    + 0.6 * late[row]
                    + (position == 0 ? -0.7 : position == 1 ? 0.7 : 0)
                    + (isSecret ? 0.8 : 0);
            defaults[row] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
        }
        return new SampleLoans(
                Table.of(
                        "loans",
                        List.of(
                                NumericColumn.of("income", income),
                                NumericColumn.of("income_again", again),
                                NumericColumn.of("late", late),
                                CategoryColumn.of("job", job),
                                CategoryColumn.of("colour", colour))),
                defaults);
    }

    BinnedTable binned() {
        return BinnedTable.fit(table, 64);
    }

    double[] weights() {
        double[] weights = new double[defaults.length];
        Arrays.fill(weights, 1);
        return weights;
    }

    Scorecard card(ScorecardSettings settings) {
        return ScorecardTrainer.train(binned(), defaults, weights(), settings);
    }
}
