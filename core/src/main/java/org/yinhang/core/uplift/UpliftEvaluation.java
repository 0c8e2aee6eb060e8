package org.yinhang.core.uplift;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.yinhang.core.evaluation.Assessment;
import org.yinhang.core.evaluation.Bootstrap;
import org.yinhang.core.evaluation.Interval;
import org.yinhang.core.table.Table;

/**
 * How well predicted effects order customers, on rows no model has learned from. Definitions are those of {@link UpliftCurve}.
 *
 * @param treated rows treated
 * @param control rows left alone
 * @param treatedRate share of the treated that succeeded, 0 to 1
 * @param controlRate share of the untreated that succeeded, 0 to 1
 * @param ate average treatment effect: the difference of both
 * @param share the k of uplift at k
 * @param upliftAt uplift in the best share
 * @param qini Qini coefficient, successes a treated row
 * @param auuc area under the uplift curve, successes a row
 * @param curve points of both curves
 * @param tenths by predicted effect
 * @param placebo the same with treatment dealt out anew
 * @param balance whether the arms are alike
 */
public record UpliftEvaluation(
        int treated,
        int control,
        double treatedRate,
        double controlRate,
        Estimate ate,
        double share,
        Estimate upliftAt,
        Estimate qini,
        Estimate auuc,
        List<UpliftCurve.Point> curve,
        List<UpliftTenth> tenths,
        Placebo placebo,
        Balance balance) {

    /** The k of uplift at k, unless said. */
    public static final double USUAL_SHARE = 0.3;

    private static final int CURVE_POINTS = 100;
    private static final int PLACEBOS = 200;

    /** A figure and its 95 % interval, by drawing rows of each arm again. */
    public record Estimate(double value, Interval interval) {}

    public UpliftEvaluation {
        curve = List.copyOf(curve);
        tenths = List.copyOf(tenths);
    }

    /**
     * Evaluates predicted effects.
     *
     * @param effects one a row
     * @param treated whether each row was treated; both must occur
     * @param outcomes one a row
     * @param features for the comparison of the arms
     * @param seed of the draws
     */
    public static UpliftEvaluation of(
            double[] effects, boolean[] treated, boolean[] outcomes, Table features, double share, long seed) {
        UpliftCurve curve = new UpliftCurve(effects, treated, outcomes, share);
        double[] figures = curve.figures();
        List<Interval> intervals =
                new Bootstrap(Assessment.draws(effects.length), seed).intervals(strata(treated), curve::figures);
        Difference average = difference(treated, outcomes);
        return new UpliftEvaluation(
                average.rows(),
                average.otherRows(),
                average.rate(),
                average.otherRate(),
                new Estimate(average.value(), average.interval()),
                share,
                new Estimate(figures[UpliftCurve.UPLIFT_AT], intervals.get(UpliftCurve.UPLIFT_AT)),
                new Estimate(figures[UpliftCurve.QINI], intervals.get(UpliftCurve.QINI)),
                new Estimate(figures[UpliftCurve.AUUC], intervals.get(UpliftCurve.AUUC)),
                curve.points(CURVE_POINTS),
                UpliftTenth.of(effects, treated, outcomes),
                Placebo.of(curve, treated, figures[UpliftCurve.QINI], PLACEBOS, seed),
                Balance.of(features, treated));
    }

    /**
     * How much more Qini one prediction has than another on the same rows, drawn together so that what both share cancels.
     *
     * @return first less second
     */
    public static Estimate qiniGap(double[] first, double[] second, boolean[] treated, boolean[] outcomes, long seed) {
        UpliftCurve one = new UpliftCurve(first, treated, outcomes, USUAL_SHARE);
        UpliftCurve other = new UpliftCurve(second, treated, outcomes, USUAL_SHARE);
        double[][] draws = new Bootstrap(Assessment.draws(first.length), seed).draw(strata(treated), counts ->
                new double[] {one.figures(counts)[UpliftCurve.QINI] - other.figures(counts)[UpliftCurve.QINI]});
        double gap = one.figures()[UpliftCurve.QINI] - other.figures()[UpliftCurve.QINI];
        return new Estimate(
                gap,
                Interval.ofDraws(
                        Arrays.stream(draws).mapToDouble(draw -> draw[0]).toArray()));
    }

    private static int[] strata(boolean[] treated) {
        return IntStream.range(0, treated.length)
                .map(row -> treated[row] ? 1 : 0)
                .toArray();
    }

    private static Difference difference(boolean[] treated, boolean[] outcomes) {
        int[] rows = new int[2];
        int[] successes = new int[2];
        for (int row = 0; row < treated.length; row++) {
            int arm = treated[row] ? 1 : 0;
            rows[arm]++;
            successes[arm] += outcomes[row] ? 1 : 0;
        }
        return new Difference(successes[1], rows[1], successes[0], rows[0]);
    }
}
