package org.yinhang.core.uplift;

import java.util.ArrayList;
import java.util.List;
import org.yinhang.core.evaluation.ScoreOrder;

/**
 * Treated and untreated rows from the highest predicted effect to the lowest, ordered once for many draws. Rows with equal
 * predictions are taken together, so that the order of rows never matters.
 *
 * <p>Of the best share φ of all rows, with treated rows n<sub>T</sub> and successes r<sub>T</sub> among them, untreated rows
 * n<sub>C</sub> and successes r<sub>C</sub>:
 *
 * <ul>
 *   <li>the uplift curve is u(φ) = φ (r<sub>T</sub>/n<sub>T</sub> − r<sub>C</sub>/n<sub>C</sub>), successes gained a row of all rows
 *       when only those are treated (Gutierrez and Gérardy 2017); AUUC is the area under it from 0 to 1;
 *   <li>the Qini curve is q(φ) = (r<sub>T</sub> − r<sub>C</sub> n<sub>T</sub>/n<sub>C</sub>) / N<sub>T</sub>, successes gained a treated
 *       row (Radcliffe 2007); the Qini coefficient is the area between it and the straight line from 0 to q(1), not divided by
 *       that of a perfect order, which no data show;
 *   <li>the uplift at k is r<sub>T</sub>/n<sub>T</sub> − r<sub>C</sub>/n<sub>C</sub> of the best share k.
 * </ul>
 *
 * A random order has a Qini coefficient of 0 and an AUUC of half the average effect. Definitions are compared in Devriendt et
 * al. 2020, doi 10.1016/j.ins.2020.04.018. Where the first rows are of one arm only, both curves run straight from 0 to the first
 * place that has both.
 */
public final class UpliftCurve {

    /** Positions of the figures of {@link #figures}. */
    public static final int ATE = 0;

    public static final int UPLIFT_AT = 1;
    public static final int QINI = 2;
    public static final int AUUC = 3;

    private final ScoreOrder order;
    private final boolean[] treated;
    private final boolean[] outcomes;
    private final double share;

    /**
     * One depth of the list.
     *
     * @param depth share of the rows treated, 0 to 1
     * @param qini successes gained a treated row of all treated rows
     * @param gained successes gained a row of all rows
     */
    public record Point(double depth, double qini, double gained) {}

    /**
     * Orders rows.
     *
     * @param effects predicted, one a row, never NaN
     * @param treated whether each row was treated
     * @param outcomes one a row, true for a success
     * @param share the k of uplift at k, above 0 to 1
     */
    public UpliftCurve(double[] effects, boolean[] treated, boolean[] outcomes, double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share: %s (expected: above 0 to 1)".formatted(share));
        }
        this.order = ScoreOrder.of(effects);
        this.treated = treated.clone();
        this.outcomes = outcomes.clone();
        this.share = share;
    }

    /** Rows and successes of both arms, as far as the list was read. */
    private static final class Tally {

        private double treated;
        private double treatedSuccesses;
        private double control;
        private double controlSuccesses;

        void add(boolean isTreated, boolean success, double count) {
            if (isTreated) {
                treated += count;
                treatedSuccesses += success ? count : 0;
            } else {
                control += count;
                controlSuccesses += success ? count : 0;
            }
        }

        void set(Tally other) {
            treated = other.treated;
            treatedSuccesses = other.treatedSuccesses;
            control = other.control;
            controlSuccesses = other.controlSuccesses;
        }

        double rows() {
            return treated + control;
        }

        double uplift() {
            return treatedSuccesses / treated - controlSuccesses / control;
        }

        /** The uplift part of the way from one tally to the next. */
        static double upliftBetween(Tally from, Tally to, double part) {
            double treated = from.treated + part * (to.treated - from.treated);
            double control = from.control + part * (to.control - from.control);
            return (from.treatedSuccesses + part * (to.treatedSuccesses - from.treatedSuccesses)) / treated
                    - (from.controlSuccesses + part * (to.controlSuccesses - from.controlSuccesses)) / control;
        }
    }

    /** The figures when every row counts once. */
    public double[] figures() {
        return figures(once(), treated);
    }

    /** The figures when each row counts as often as it was drawn: ATE, uplift at k, Qini, AUUC; NaN where an arm is empty. */
    public double[] figures(int[] counts) {
        return figures(counts, treated);
    }

    /** The Qini coefficient if others had been treated. */
    double qiniOf(boolean[] others) {
        return figures(once(), others)[QINI];
    }

    private int[] once() {
        int[] counts = new int[outcomes.length];
        java.util.Arrays.fill(counts, 1);
        return counts;
    }

    private double[] figures(int[] counts, boolean[] arms) {
        Tally all = new Tally();
        for (int row = 0; row < counts.length; row++) {
            all.add(arms[row], outcomes[row], counts[row]);
        }
        double[] figures = new double[AUUC + 1];
        figures[ATE] = all.uplift();
        figures[UPLIFT_AT] = Double.NaN;
        Tally before = new Tally();
        Tally now = new Tally();
        Area area = new Area(all);
        int place = 0;
        for (int tie = 0; tie < order.ties(); tie++) {
            before.set(now);
            for (; place < order.endOfTie(tie); place++) {
                int row = order.row(place);
                now.add(arms[row], outcomes[row], counts[row]);
            }
            double wanted = share * all.rows();
            if (before.rows() < wanted && now.rows() >= wanted) {
                double part = (wanted - before.rows()) / (now.rows() - before.rows());
                figures[UPLIFT_AT] = Tally.upliftBetween(before, now, part);
            }
            area.add(now);
        }
        figures[QINI] = area.qini - figures[ATE] / 2;
        figures[AUUC] = area.gained;
        return figures;
    }

    /** Areas under both curves, by trapezoids between the ends of ties. */
    private static final class Area {

        private final Tally all;
        private double depth;
        private double qiniHere;
        private double gainedHere;
        private double qini;
        private double gained;

        Area(Tally all) {
            this.all = all;
        }

        void add(Tally tally) {
            if (tally.treated > 0 && tally.control > 0) {
                double next = tally.rows() / all.rows();
                double qiniNext = tally.uplift() * tally.treated / all.treated;
                double gainedNext = tally.uplift() * next;
                qini += (next - depth) * (qiniHere + qiniNext) / 2;
                gained += (next - depth) * (gainedHere + gainedNext) / 2;
                depth = next;
                qiniHere = qiniNext;
                gainedHere = gainedNext;
            }
        }
    }

    /** Both curves at no more than {@code most} depths, ends included. */
    public List<Point> points(int most) {
        Tally all = new Tally();
        for (int row = 0; row < outcomes.length; row++) {
            all.add(treated[row], outcomes[row], 1);
        }
        List<Point> points = new ArrayList<>();
        points.add(new Point(0, 0, 0));
        Tally now = new Tally();
        int place = 0;
        double shown = 0;
        for (int tie = 0; tie < order.ties(); tie++) {
            for (; place < order.endOfTie(tie); place++) {
                now.add(treated[order.row(place)], outcomes[order.row(place)], 1);
            }
            double depth = now.rows() / all.rows();
            boolean due = depth >= shown || place == outcomes.length;
            if (due && now.treated > 0 && now.control > 0) {
                points.add(new Point(depth, now.uplift() * now.treated / all.treated, now.uplift() * depth));
                shown = depth + 1.0 / most;
            }
        }
        return points;
    }
}
