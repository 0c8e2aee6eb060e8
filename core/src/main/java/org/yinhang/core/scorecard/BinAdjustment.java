package org.yinhang.core.scorecard;

import java.util.Arrays;
import java.util.List;
import org.yinhang.core.binning.BinnedTable;
import org.yinhang.core.scorecard.merging.MergedBin;
import org.yinhang.core.scorecard.merging.MergedBins;

/**
 * Lets each bin find its own part of the log odds beside all other columns, pulled towards what its column's coefficient
 * gives it: the penalised likelihood with a squared penalty on the difference, maximised by one Newton step a column in turn
 * until nothing moves. Neutral bins stay where they are.
 */
final class BinAdjustment {

    private static final int MOST_ROUNDS = 40;
    private static final double SMALL_STEP = 1e-5;

    private final BinnedTable table;
    private final boolean[] outcomes;
    private final double[] weights;
    private final int[] columns;
    private final int[][] merged;
    private final boolean[][] isFixed;
    private final double[][] wanted;
    private final double[][] effects;
    private final double[] logOdds;
    private final double penalty;

    /**
     * Prepares the adjustment.
     *
     * @param columns positions of the columns in the table
     * @param bins of each of them
     * @param wanted by column and merged bin, the part of the log odds to be pulled towards
     * @param pull how many rows of average rate speak for it
     */
    BinAdjustment(
            BinnedTable table,
            boolean[] outcomes,
            double[] weights,
            int[] columns,
            List<MergedBins> bins,
            double[][] wanted,
            double pull) {
        this.table = table;
        this.outcomes = outcomes;
        this.weights = weights;
        this.columns = columns;
        this.wanted = wanted;
        this.effects = LogisticFit.copy(wanted);
        this.merged = bins.stream().map(BinAdjustment::mergedByFine).toArray(int[][]::new);
        this.isFixed = bins.stream().map(BinAdjustment::fixed).toArray(boolean[][]::new);
        double all = 0;
        double events = 0;
        for (int row = 0; row < weights.length; row++) {
            all += weights[row];
            events += outcomes[row] ? weights[row] : 0;
        }
        this.penalty = pull * events / all * (1 - events / all);
        this.logOdds = new double[table.size()];
    }

    private static int[] mergedByFine(MergedBins bins) {
        int[] merged = new int[bins.fine().count()];
        Arrays.setAll(merged, bins::merged);
        return merged;
    }

    private static boolean[] fixed(MergedBins bins) {
        boolean[] fixed = new boolean[bins.bins().size()];
        for (int bin = 0; bin < fixed.length; bin++) {
            MergedBin of = bins.bins().get(bin);
            fixed[bin] = of.isNeutral();
        }
        return fixed;
    }

    /**
     * Adjusts.
     *
     * @param start the intercept to begin with
     * @return the intercept that goes with {@link #effects}
     */
    double run(double start) {
        Arrays.fill(logOdds, start);
        for (int i = 0; i < columns.length; i++) {
            add(i, effects[i]);
        }
        double intercept = start;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double move = moveAll();
            intercept += move;
            double largest = Math.abs(move);
            for (int i = 0; i < columns.length; i++) {
                largest = Math.max(largest, adjust(i));
            }
            if (largest < SMALL_STEP) {
                break;
            }
        }
        return intercept + moveAll();
    }

    /** By column and merged bin, the part of the log odds found. */
    double[][] effects() {
        return effects;
    }

    private void add(int position, double[] change) {
        byte[] codes = table.codes(columns[position]);
        int[] bins = merged[position];
        for (int row = 0; row < codes.length; row++) {
            logOdds[row] += change[bins[codes[row] & 0xff]];
        }
    }

    private double moveAll() {
        double gap = 0;
        double curvature = 0;
        for (int row = 0; row < logOdds.length; row++) {
            double probability = 1 / (1 + Math.exp(-logOdds[row]));
            gap += weights[row] * ((outcomes[row] ? 1 : 0) - probability);
            curvature += weights[row] * probability * (1 - probability);
        }
        double move = Math.clamp(gap / curvature, -1, 1);
        for (int row = 0; row < logOdds.length; row++) {
            logOdds[row] += move;
        }
        return move;
    }

    /** Takes a Newton step with the bins of one column and returns its largest part. */
    private double adjust(int position) {
        byte[] codes = table.codes(columns[position]);
        int[] bins = merged[position];
        double[] gaps = new double[effects[position].length];
        double[] curvatures = new double[gaps.length];
        for (int row = 0; row < codes.length; row++) {
            double probability = 1 / (1 + Math.exp(-logOdds[row]));
            int bin = bins[codes[row] & 0xff];
            gaps[bin] += weights[row] * ((outcomes[row] ? 1 : 0) - probability);
            curvatures[bin] += weights[row] * probability * (1 - probability);
        }
        double[] change = new double[gaps.length];
        double largest = 0;
        for (int bin = 0; bin < change.length; bin++) {
            double curvature = curvatures[bin] + penalty;
            if (!isFixed[position][bin] && curvature > 0) {
                double pulled = penalty * (wanted[position][bin] - effects[position][bin]);
                change[bin] = Math.clamp((gaps[bin] + pulled) / curvature, -1, 1);
                effects[position][bin] += change[bin];
                largest = Math.max(largest, Math.abs(change[bin]));
            }
        }
        add(position, change);
        return largest;
    }
}
