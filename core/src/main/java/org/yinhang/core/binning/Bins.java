package org.yinhang.core.binning;

import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.RowSource;

/**
 * How the values of one column fall into numbered bins. Bin 0 is for missing values; what the others are for depends on
 * the column. Fixed once fitted: a value falls into the same bin alone as among others.
 */
public sealed interface Bins permits NumberBins, WordBins {

    /** The most bins a column may have, so that a bin fits a byte. */
    int MOST = 256;

    /** The bin of missing values. */
    int MISSING = 0;

    /** The column whose values these are. */
    String column();

    /** How many bins there are, the one for missing values included; at most {@value #MOST}. */
    int count();

    /** The bins of a table's rows, whatever type the column was read as there. */
    RowBins bind(RowSource rows);

    /** What a bin holds, in words: {@code [20, 35)}, {@code student}, {@code missing}. */
    String label(int bin);

    /** The bin of each row of a table. */
    @FunctionalInterface
    interface RowBins {

        /** The bin of a row, 0 to {@link Bins#count()} − 1. */
        int at(int row);
    }

    /**
     * Bins for a column as the training rows have it.
     *
     * @param most how many bins at most for ordinary values, at least 2; special codes, missing and other words come on top
     */
    static Bins fit(Column column, int most) {
        return switch (column) {
            case NumericColumn numbers -> NumberBins.fit(numbers, most);
            case CategoryColumn words -> WordBins.fit(words, most);
        };
    }
}
