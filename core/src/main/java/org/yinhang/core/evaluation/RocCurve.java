package org.yinhang.core.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * The share of successes caught against the share of failures caught with them, over all cut-offs.
 *
 * @param points from the highest cut-off to the lowest
 */
public record RocCurve(List<Point> points) {

    private static final int MOST_POINTS = 200;

    /**
     * One cut-off.
     *
     * @param falsePositiveRate share of failures above it, 0 to 1
     * @param truePositiveRate share of successes above it, 0 to 1
     */
    public record Point(double falsePositiveRate, double truePositiveRate) {}

    public RocCurve {
        points = List.copyOf(points);
    }

    /** The curve at no more than {@value #MOST_POINTS} cut-offs, ends included; empty when one outcome is absent. */
    public static RocCurve of(double[] scores, boolean[] outcomes) {
        ScoreOrder order = ScoreOrder.of(scores);
        int positives = 0;
        for (boolean outcome : outcomes) {
            positives += outcome ? 1 : 0;
        }
        int negatives = outcomes.length - positives;
        if (positives == 0 || negatives == 0) {
            return new RocCurve(List.of());
        }
        List<Point> points = new ArrayList<>();
        points.add(new Point(0, 0));
        int found = 0;
        int place = 0;
        int nextShown = 0;
        for (int tie = 0; tie < order.ties(); tie++) {
            for (; place < order.endOfTie(tie); place++) {
                found += outcomes[order.row(place)] ? 1 : 0;
            }
            if (place >= nextShown || place == outcomes.length) {
                points.add(new Point((double) (place - found) / negatives, (double) found / positives));
                nextShown = place + outcomes.length / MOST_POINTS;
            }
        }
        return new RocCurve(points);
    }
}
