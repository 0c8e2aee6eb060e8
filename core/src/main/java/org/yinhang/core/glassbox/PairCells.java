package org.yinhang.core.glassbox;

import org.yinhang.core.binning.BinnedTable;

/** Two columns together: a grid of their groups, corrected by the best few rectangles. */
final class PairCells implements Cells {

    private static final int MOST_RECTANGLES = 4;

    private final int first;
    private final int second;
    private final Groups down;
    private final Groups across;
    private final byte[] codes;
    private final int leafRows;

    /**
     * A grid.
     *
     * @param first position of the column whose groups go down
     * @param second position of the column whose groups go across
     */
    PairCells(BinnedTable table, int first, int second, Groups down, Groups across, int leafRows) {
        this.first = first;
        this.second = second;
        this.down = down;
        this.across = across;
        this.leafRows = leafRows;
        this.codes = new byte[table.size()];
        byte[] a = table.codes(first);
        byte[] b = table.codes(second);
        for (int row = 0; row < codes.length; row++) {
            codes[row] = (byte) (down.of()[a[row] & 0xff] * across.count() + across.of()[b[row] & 0xff]);
        }
    }

    int first() {
        return first;
    }

    int second() {
        return second;
    }

    Groups down() {
        return down;
    }

    Groups across() {
        return across;
    }

    @Override
    public byte[] codes() {
        return codes;
    }

    @Override
    public int count() {
        return down.count() * across.count();
    }

    @Override
    public void correct(double[] sums, int[] rows, double ridge, float[] into) {
        new PairGrid(down, across, sums, rows, leafRows, ridge).correct(MOST_RECTANGLES, into);
    }
}
