package org.yinhang.core.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows from best to worst in tenths: what was promised and what came.
 *
 * @param tenths the best first; fewer than ten only with fewer than ten rows
 */
public record LiftTable(List<Tenth> tenths) {

    private static final int COUNT = 10;

    /**
     * A tenth of the rows.
     *
     * @param rows how many
     * @param stated mean probability stated, 0 to 1
     * @param successes how many succeeded
     * @param lift its rate by the rate of all rows
     * @param foundSoFar share of all successes in this tenth and those above, 0 to 1
     * @param liftSoFar the rate of this tenth and those above by the rate of all rows
     */
    public record Tenth(int rows, double stated, int successes, double lift, double foundSoFar, double liftSoFar) {

        /** Share that succeeded, 0 to 1. */
        public double rate() {
            return (double) successes / rows;
        }
    }

    public LiftTable {
        tenths = List.copyOf(tenths);
    }

    /** Cuts rows into tenths by probability, ties by row number. */
    public static LiftTable of(double[] probabilities, boolean[] outcomes) {
        ScoreOrder order = ScoreOrder.of(probabilities);
        int all = 0;
        for (boolean outcome : outcomes) {
            all += outcome ? 1 : 0;
        }
        double rate = (double) all / order.size();
        List<Tenth> tenths = new ArrayList<>();
        int place = 0;
        int found = 0;
        for (int tenth = 1; tenth <= COUNT; tenth++) {
            int from = place;
            int until = (int) ((long) order.size() * tenth / COUNT);
            double stated = 0;
            int successes = 0;
            for (; place < until; place++) {
                stated += probabilities[order.row(place)];
                successes += outcomes[order.row(place)] ? 1 : 0;
            }
            found += successes;
            if (until > from) {
                int rows = until - from;
                tenths.add(new Tenth(
                        rows,
                        stated / rows,
                        successes,
                        successes / (rate * rows),
                        (double) found / all,
                        found / (rate * until)));
            }
        }
        return new LiftTable(tenths);
    }
}
