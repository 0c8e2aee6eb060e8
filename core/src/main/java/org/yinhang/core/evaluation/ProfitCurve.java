package org.yinhang.core.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.yinhang.core.unit.Money;

/**
 * What a list earns by its length, when a success is worth so much and an approach costs so much.
 *
 * @param value of a success
 * @param cost of an approach
 * @param points profit at 101 evenly spaced depths, the empty and the full list included
 * @param best the cut-off that would have earned most on these very rows; a little flattering, for it was chosen by them
 * @param stated the cut-off at cost by value, which needs no outcome: what probabilities that come true would choose
 */
public record ProfitCurve(Money value, Money cost, List<Point> points, CutOff best, CutOff stated) {

    private static final int STEPS = 100;

    /**
     * One length of the list.
     *
     * @param depth share of the rows approached, 0 to 1
     */
    public record Point(double depth, Money profit) {}

    /**
     * Everybody at or above a score.
     *
     * @param score the lowest score approached, 0 to 1; above every score when nobody is
     * @param rows approached
     * @param successes among them
     * @param profit of the list
     */
    public record CutOff(double score, int rows, int successes, Money profit) {}

    public ProfitCurve {
        points = List.copyOf(points);
    }

    /**
     * Draws the curve.
     *
     * @param probabilities one a row, 0 to 1
     * @param value of a success, above 0
     * @param cost of an approach, not below 0
     */
    public static ProfitCurve of(double[] probabilities, boolean[] outcomes, Money value, Money cost) {
        ScoreOrder order = ScoreOrder.of(probabilities);
        List<Point> points = new ArrayList<>();
        int found = 0;
        int place = 0;
        for (int step = 0; step <= STEPS; step++) {
            int until = (int) ((long) order.size() * step / STEPS);
            for (; place < until; place++) {
                found += outcomes[order.row(place)] ? 1 : 0;
            }
            points.add(new Point((double) until / Math.max(1, order.size()), profit(until, found, value, cost)));
        }
        double asked = (double) cost.fen() / value.fen();
        CutOff best = new CutOff(Double.POSITIVE_INFINITY, 0, 0, Money.ZERO);
        CutOff stated = best;
        int successes = 0;
        int from = 0;
        for (int tie = 0; tie < order.ties(); tie++) {
            int end = order.endOfTie(tie);
            for (; from < end; from++) {
                successes += outcomes[order.row(from)] ? 1 : 0;
            }
            double score = probabilities[order.row(end - 1)];
            CutOff here = new CutOff(score, end, successes, profit(end, successes, value, cost));
            best = here.profit.compareTo(best.profit) > 0 ? here : best;
            stated = score >= asked ? here : stated;
        }
        return new ProfitCurve(value, cost, points, best, stated);
    }

    private static Money profit(int rows, int successes, Money value, Money cost) {
        return value.times(successes).minus(cost.times(rows));
    }
}
