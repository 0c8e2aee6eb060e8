package org.yinhang.core.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;

/** An invented campaign whose success depends on job and balance and rises with time. */
final class DriftingCampaign {

    private DriftingCampaign() {}

    /** Columns job, balance (some missing), days (999 for never), town (many words) and y (yes or no). */
    static Table of(int rows, long seed) {
        Random random = new Random(seed);
        List<String> job = new ArrayList<>();
        List<String> town = new ArrayList<>();
        List<String> y = new ArrayList<>();
        double[] balance = new double[rows];
        double[] days = new double[rows];
        for (int i = 0; i < rows; i++) {
            int kind = random.nextInt(4);
            job.add(List.of("clerk", "teacher", "farmer", "student").get(kind));
            town.add("town " + random.nextInt(60));
            balance[i] = random.nextInt(20) == 0 ? Double.NaN : Math.round(Math.exp(6 + random.nextGaussian()));
            days[i] = random.nextInt(3) > 0 ? 999 : random.nextInt(25);
            double logOdds =
                    -3 + 2.5 * i / rows + (kind == 3 ? 1.5 : 0) + (days[i] < 10 ? 1 : 0) + (balance[i] > 800 ? 0.8 : 0);
            y.add(random.nextDouble() < 1 / (1 + Math.exp(-logOdds)) ? "yes" : "no");
        }
        return Table.of(
                "campaign",
                List.of(
                        CategoryColumn.of("job", job),
                        NumericColumn.of("balance", balance),
                        NumericColumn.of("days", days),
                        CategoryColumn.of("town", town),
                        CategoryColumn.of("y", y)));
    }
}
