package org.yinhang.core.uplift;

import java.util.ArrayList;
import java.util.List;
import org.yinhang.core.evaluation.Interval;
import org.yinhang.core.evaluation.ScoreOrder;

/**
 * A tenth of the rows by predicted effect: what was promised and what came.
 *
 * @param treated rows
 * @param control rows
 * @param predicted mean effect predicted
 * @param observed rate of the treated less rate of the untreated; NaN when one arm is empty
 * @param interval of the observed
 */
public record UpliftTenth(int treated, int control, double predicted, double observed, Interval interval) {

    private static final int COUNT = 10;

    /** The tenths, the highest predictions first; fewer than ten only with fewer than ten rows. */
    public static List<UpliftTenth> of(double[] effects, boolean[] treated, boolean[] outcomes) {
        ScoreOrder order = ScoreOrder.of(effects);
        List<UpliftTenth> tenths = new ArrayList<>();
        int place = 0;
        for (int tenth = 1; tenth <= COUNT; tenth++) {
            int from = place;
            int until = (int) ((long) order.size() * tenth / COUNT);
            int[] rows = new int[2];
            int[] successes = new int[2];
            double predicted = 0;
            for (; place < until; place++) {
                int row = order.row(place);
                int arm = treated[row] ? 1 : 0;
                rows[arm]++;
                successes[arm] += outcomes[row] ? 1 : 0;
                predicted += effects[row];
            }
            if (until > from) {
                Difference observed = new Difference(successes[1], rows[1], successes[0], rows[0]);
                tenths.add(new UpliftTenth(
                        rows[1], rows[0], predicted / (until - from), observed.value(), observed.interval()));
            }
        }
        return tenths;
    }
}
