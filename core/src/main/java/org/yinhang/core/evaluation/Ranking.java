package org.yinhang.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scored rows from best to worst with what became of them. Equal scores keep the order of their row numbers wherever a
 * list has to be cut; AUC and KS treat them as equal.
 */
public final class Ranking {

    private final double[] scores;
    private final boolean[] outcomes;
    private final int[] order;
    private final int positives;

    private Ranking(double[] scores, boolean[] outcomes, int[] order, int positives) {
        this.scores = scores;
        this.outcomes = outcomes;
        this.order = order;
        this.positives = positives;
    }

    /**
     * Ranks rows.
     *
     * @param scores one a row, higher is better, never NaN
     * @param outcomes one a row, true for a success
     */
    public static Ranking of(double[] scores, boolean[] outcomes) {
        if (scores.length != outcomes.length) {
            throw new IllegalArgumentException(
                    "scores: %d (expected: one a row, %d)".formatted(scores.length, outcomes.length));
        }
        int positives = 0;
        for (int i = 0; i < scores.length; i++) {
            if (Double.isNaN(scores[i])) {
                throw new IllegalArgumentException("score of row %d: NaN (expected: a number)".formatted(i));
            }
            positives += outcomes[i] ? 1 : 0;
        }
        int[] order = ScoreOrder.of(scores).rows();
        return new Ranking(scores.clone(), outcomes.clone(), order, positives);
    }

    /**
     * One ranking a group of rows, of the groups that have both outcomes.
     *
     * @param groups the group of each row, from 0
     */
    public static List<Ranking> within(double[] scores, boolean[] outcomes, int[] groups) {
        int last = Arrays.stream(groups).max().orElse(-1);
        List<Ranking> rankings = new ArrayList<>();
        for (int group = 0; group <= last; group++) {
            int wanted = group;
            int[] rows = IntStream.range(0, groups.length)
                    .filter(row -> groups[row] == wanted)
                    .toArray();
            double[] within = new double[rows.length];
            boolean[] happened = new boolean[rows.length];
            for (int i = 0; i < rows.length; i++) {
                within[i] = scores[rows[i]];
                happened[i] = outcomes[rows[i]];
            }
            Ranking ranking = of(within, happened);
            if (ranking.hasBothOutcomes()) {
                rankings.add(ranking);
            }
        }
        return rankings;
    }

    public int size() {
        return order.length;
    }

    public int positives() {
        return positives;
    }

    /** Whether both successes and failures are there, without which nothing can be told apart. */
    public boolean hasBothOutcomes() {
        return positives > 0 && positives < order.length;
    }

    /** How many successes stand among the best {@code depth} rows. */
    public int foundInTop(int depth) {
        int found = 0;
        for (int i = 0; i < Math.min(depth, order.length); i++) {
            found += outcomes[order[i]] ? 1 : 0;
        }
        return found;
    }

    /**
     * The chance that a random success scores above a random failure, ties counting half: the Mann–Whitney statistic
     * (Hanley and McNeil 1982, doi 10.1148/radiology.143.1.7063747).
     *
     * @return 0 to 1, NaN when one outcome is absent
     */
    public double auc() {
        double wins = 0;
        long failuresBelow = (long) order.length - positives;
        for (int start = 0; start < order.length; ) {
            int end = endOfTie(start);
            int tiedPositives = positivesBetween(start, end);
            int tiedFailures = end - start - tiedPositives;
            failuresBelow -= tiedFailures;
            wins += tiedPositives * (failuresBelow + tiedFailures / 2.0);
            start = end;
        }
        return wins / ((double) positives * (order.length - positives));
    }

    /**
     * Kolmogorov–Smirnov: the widest gap between the shares of successes and of failures above any cut-off.
     *
     * @return 0 to 1, NaN when one outcome is absent
     */
    public double ks() {
        if (!hasBothOutcomes()) {
            return Double.NaN;
        }
        double widest = 0;
        int above = 0;
        for (int start = 0; start < order.length; ) {
            int end = endOfTie(start);
            above += positivesBetween(start, end);
            double successes = (double) above / positives;
            double failures = (double) (end - above) / (order.length - positives);
            widest = Math.max(widest, Math.abs(successes - failures));
            start = end;
        }
        return widest;
    }

    /**
     * ALIFT: the area under the cumulative gains curve, by trapezoids over the share of rows approached (Moro, Cortez and
     * Rita 2014, doi 10.1016/j.dss.2014.03.001). 0.5 is a random order.
     *
     * @return NaN when there is no success
     */
    public double alift() {
        double area = 0;
        int found = 0;
        for (int row : order) {
            area += found;
            found += outcomes[row] ? 1 : 0;
            area += found;
        }
        return area / (2.0 * positives * order.length);
    }

    /** The share of all successes that stand in the better half of the rows; NaN when there is no success. */
    public double topHalfShare() {
        return (double) foundInTop(order.length / 2) / positives;
    }

    /** The gains curve at {@code points} evenly spaced depths, the empty and the full list included. */
    public GainsCurve gains(int points) {
        List<GainsCurve.Point> curve = new ArrayList<>();
        int found = 0;
        int row = 0;
        for (int point = 0; point <= points; point++) {
            int until = (int) ((long) order.length * point / points);
            for (; row < until; row++) {
                found += outcomes[order[row]] ? 1 : 0;
            }
            curve.add(new GainsCurve.Point((double) until / order.length, (double) found / positives));
        }
        return new GainsCurve(curve);
    }

    private int endOfTie(int start) {
        int end = start + 1;
        while (end < order.length && scores[order[end]] == scores[order[start]]) {
            end++;
        }
        return end;
    }

    private int positivesBetween(int start, int end) {
        int count = 0;
        for (int i = start; i < end; i++) {
            count += outcomes[order[i]] ? 1 : 0;
        }
        return count;
    }
}
