package org.yinhang.core.uplift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.yinhang.core.evaluation.ColumnGroups;
import org.yinhang.core.evaluation.Significance;
import org.yinhang.core.evaluation.StabilityIndex;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.Table;

/**
 * Whether treated and untreated customers are alike, as they must be where lot decided; otherwise no figure of this package means
 * what it says.
 *
 * @param treatedShare share of the rows treated, 0 to 1
 * @param halves the chance of a share at least as far from a half if halves were planned (sample ratio mismatch)
 * @param columns the least alike first
 */
public record Balance(double treatedShare, double halves, List<OfColumn> columns) {

    private static final int RANGES = 10;
    private static final int LEVELS = 20;
    private static final int WORDS = 30;

    /** Groups with fewer rows are left out of the test, whose chi-square distribution needs some in each. */
    private static final int LEAST_ROWS = 20;

    private static final double ALARM = 0.001;

    /**
     * One column.
     *
     * @param column its name
     * @param index PSI between the untreated and the treated
     * @param pValue of a chi-square test of its groups, for one column by itself
     */
    public record OfColumn(String column, StabilityIndex index, double pValue) {}

    public Balance {
        columns = List.copyOf(columns);
    }

    /** Compares the arms column by column. */
    static Balance of(Table features, boolean[] treated) {
        int all = 0;
        for (boolean each : treated) {
            all += each ? 1 : 0;
        }
        double z = (2.0 * all - treated.length) / Math.sqrt(treated.length);
        List<OfColumn> columns = new ArrayList<>();
        for (Column column : features.columns()) {
            columns.add(ofColumn(column, treated));
        }
        columns.sort(Comparator.comparingDouble(OfColumn::pValue).thenComparing(OfColumn::column));
        return new Balance((double) all / treated.length, Significance.twoSided(z), columns);
    }

    private static OfColumn ofColumn(Column column, boolean[] treated) {
        ColumnGroups groups = ColumnGroups.of(column, RANGES, LEVELS, WORDS);
        IntUnaryOperator groupOf = groups.bind(column);
        int[] with = new int[groups.count()];
        int[] without = new int[groups.count()];
        for (int row = 0; row < treated.length; row++) {
            (treated[row] ? with : without)[groupOf.applyAsInt(row)]++;
        }
        return new OfColumn(column.name(), StabilityIndex.of(without, with), pValue(without, with));
    }

    /** Pearson's chi-square test of two rows of counts. */
    private static double pValue(int[] without, int[] with) {
        double treated = 0;
        double control = 0;
        int used = 0;
        for (int group = 0; group < with.length; group++) {
            if (with[group] + without[group] >= LEAST_ROWS) {
                treated += with[group];
                control += without[group];
                used++;
            }
        }
        double chiSquare = 0;
        for (int group = 0; group < with.length; group++) {
            double rows = (double) with[group] + without[group];
            if (rows >= LEAST_ROWS) {
                double expected = rows * treated / (treated + control);
                double gap = with[group] - expected;
                chiSquare += gap * gap / expected + gap * gap / (rows - expected);
            }
        }
        return used < 2 ? 1 : Significance.chiSquare(chiSquare, used - 1);
    }

    /** Whether some column differs by more than chance would in one of a thousand trials, all columns considered (Bonferroni). */
    public boolean isDoubtful() {
        return !columns.isEmpty() && columns.getFirst().pValue() * columns.size() < ALARM;
    }
}
