package org.yinhang.core.evaluation;

import java.util.Arrays;

/** Figures of one list of scored rows of which each counts as often as it was drawn; ordered once, for many draws. */
final class WeightedFigures {

    /** Positions of the figures computed. */
    static final int KS = 0;

    static final int ALIFT = 1;
    static final int TOP_HALF_SHARE = 2;
    static final int BRIER = 3;
    static final int LOG_LOSS = 4;

    private final ScoreOrder order;
    private final double[] probabilities;
    private final boolean[] outcomes;
    private final double[] losses;

    WeightedFigures(double[] probabilities, boolean[] outcomes) {
        this.order = ScoreOrder.of(probabilities);
        this.probabilities = probabilities;
        this.outcomes = outcomes;
        this.losses = new double[probabilities.length];
        for (int row = 0; row < losses.length; row++) {
            losses[row] = LogScore.of(probabilities[row], outcomes[row]);
        }
    }

    /** The figures of the rows as they are, each counting once. */
    double[] ofAll() {
        int[] once = new int[outcomes.length];
        Arrays.fill(once, 1);
        return of(once);
    }

    /** One value a figure, by the positions above; NaN where it cannot be computed. */
    double[] of(int[] counts) {
        long rows = 0;
        long positives = 0;
        double squares = 0;
        double loss = 0;
        for (int row = 0; row < counts.length; row++) {
            double gap = probabilities[row] - (outcomes[row] ? 1 : 0);
            rows += counts[row];
            positives += outcomes[row] ? counts[row] : 0;
            squares += counts[row] * gap * gap;
            loss += counts[row] * losses[row];
        }
        double[] figures = new double[LOG_LOSS + 1];
        figures[BRIER] = squares / rows;
        figures[LOG_LOSS] = loss / rows;
        order(counts, rows, positives, figures);
        return figures;
    }

    private void order(int[] counts, long rows, long positives, double[] figures) {
        long seen = 0;
        long found = 0;
        double area = 0;
        double widest = 0;
        double inBetterHalf = 0;
        long half = rows / 2;
        int place = 0;
        for (int tie = 0; tie < order.ties(); tie++) {
            for (; place < order.endOfTie(tie); place++) {
                int row = order.row(place);
                int count = counts[row];
                if (outcomes[row]) {
                    area += (double) count * found + count * (double) count / 2;
                    inBetterHalf += Math.clamp(half - seen, 0, count);
                    found += count;
                } else {
                    area += (double) count * found;
                }
                seen += count;
            }
            double gap = (double) found / positives - (double) (seen - found) / (rows - positives);
            widest = Math.max(widest, Math.abs(gap));
        }
        boolean both = positives > 0 && positives < rows;
        figures[KS] = both ? widest : Double.NaN;
        figures[ALIFT] = positives > 0 ? area / ((double) positives * rows) : Double.NaN;
        figures[TOP_HALF_SHARE] = positives > 0 ? inBetterHalf / positives : Double.NaN;
    }
}
