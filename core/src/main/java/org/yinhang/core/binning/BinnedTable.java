package org.yinhang.core.binning;

import java.util.ArrayList;
import java.util.List;
import org.yinhang.core.table.Table;

/** The bin of every value of a table, a byte each, column after column; immutable. */
public final class BinnedTable {

    private final List<Bins> bins;
    private final byte[][] codes;
    private final int size;

    private BinnedTable(List<Bins> bins, byte[][] codes, int size) {
        this.bins = List.copyOf(bins);
        this.codes = codes;
        this.size = size;
    }

    /**
     * Bins the columns of training rows by themselves; outcomes play no part.
     *
     * @param most how many bins at most for ordinary values of a column
     */
    public static BinnedTable fit(Table table, int most) {
        return of(
                table,
                table.columns().stream().map(column -> Bins.fit(column, most)).toList());
    }

    /**
     * Puts the rows of a table into given bins.
     *
     * @throws org.yinhang.core.fault.FaultException LRN-1003 when a column is missing
     */
    public static BinnedTable of(Table table, List<? extends Bins> bins) {
        byte[][] codes = new byte[bins.size()][];
        for (int column = 0; column < codes.length; column++) {
            Bins.RowBins rows = bins.get(column).bind(table);
            byte[] of = new byte[table.size()];
            for (int row = 0; row < of.length; row++) {
                of[row] = (byte) rows.at(row);
            }
            codes[column] = of;
        }
        return new BinnedTable(new ArrayList<>(bins), codes, table.size());
    }

    /** The number of rows. */
    public int size() {
        return size;
    }

    /** The bins of each column, in the order of the columns. */
    public List<Bins> bins() {
        return bins;
    }

    /** The bin of a value. */
    public int bin(int column, int row) {
        return codes[column][row] & 0xff;
    }

    /** The bins of a column's rows as unsigned bytes; shared, not to be written. */
    public byte[] codes(int column) {
        return codes[column];
    }

    /** Some rows, in the order given. */
    public BinnedTable select(int[] rows) {
        byte[][] chosen = new byte[codes.length][rows.length];
        for (int column = 0; column < codes.length; column++) {
            for (int i = 0; i < rows.length; i++) {
                chosen[column][i] = codes[column][rows[i]];
            }
        }
        return new BinnedTable(bins, chosen, rows.length);
    }
}
