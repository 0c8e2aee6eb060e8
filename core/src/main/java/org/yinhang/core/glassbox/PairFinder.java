package org.yinhang.core.glassbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yinhang.core.binning.BinnedTable;

/** Finds the pairs of columns that act together on what their curves leave unexplained. */
final class PairFinder {

    /** A look at more rows would not change which pairs are strong. */
    private static final int MOST_ROWS = 200_000;

    private final BinnedTable table;
    private final Groups[] groups;
    private final GlassBoxSettings settings;

    PairFinder(BinnedTable table, Groups[] groups, GlassBoxSettings settings) {
        this.table = table;
        this.groups = groups;
        this.settings = settings;
    }

    private record Found(int first, int second, double strength) {}

    /**
     * The strongest pairs, at most as many as the settings say.
     *
     * @param gradients of each row under the curves alone
     * @param curvatures of each row
     */
    List<PairCells> find(float[] gradients, float[] curvatures, double ridge) {
        int step = Math.max(1, table.size() / MOST_ROWS);
        List<Found> found = new ArrayList<>();
        int columns = table.bins().size();
        for (int first = 0; first < columns; first++) {
            for (int second = first + 1; second < columns; second++) {
                if (mayPair(first) && mayPair(second)) {
                    found.add(new Found(first, second, strength(first, second, gradients, curvatures, ridge, step)));
                }
            }
        }
        return found.stream()
                .filter(pair -> pair.strength > 0)
                .sorted(Comparator.comparingDouble((Found pair) -> -pair.strength)
                        .thenComparing(Found::first)
                        .thenComparing(Found::second))
                .limit(settings.pairs())
                .map(pair -> new PairCells(
                        table, pair.first, pair.second, groups[pair.first], groups[pair.second], settings.leafRows()))
                .toList();
    }

    /** A column that may only rise stays out of pairs, which could make it fall; one value alone acts with nothing. */
    private boolean mayPair(int column) {
        return groups[column].count() > 1
                && settings.monotone().getOrDefault(table.bins().get(column).column(), 0) == 0;
    }

    private double strength(int first, int second, float[] gradients, float[] curvatures, double ridge, int step) {
        byte[] a = table.codes(first);
        byte[] b = table.codes(second);
        int[] rowOf = groups[first].of();
        int[] columnOf = groups[second].of();
        int width = groups[second].count();
        double[] sums = new double[2 * Cells.MOST];
        int[] rows = new int[Cells.MOST];
        for (int row = 0; row < a.length; row += step) {
            int cell = rowOf[a[row] & 0xff] * width + columnOf[b[row] & 0xff];
            sums[2 * cell] += gradients[row];
            sums[2 * cell + 1] += curvatures[row];
            rows[cell]++;
        }
        return new PairGrid(groups[first], groups[second], sums, rows, settings.leafRows(), ridge).strength();
    }
}
