package org.yinhang.core.scorecard.merging;

/**
 * Weight of rows and of events by fine bin of one column.
 *
 * @param rows by fine bin
 * @param events by fine bin, at most {@code rows}
 */
record BinCounts(double[] rows, double[] events) {

    /**
     * Counts the rows of a column.
     *
     * @param codes the fine bin of each row, as an unsigned byte
     * @param weights how much each row counts
     */
    static BinCounts of(byte[] codes, int bins, boolean[] outcomes, double[] weights) {
        double[] rows = new double[bins];
        double[] events = new double[bins];
        for (int row = 0; row < codes.length; row++) {
            int bin = codes[row] & 0xff;
            rows[bin] += weights[row];
            events[bin] += outcomes[row] ? weights[row] : 0;
        }
        return new BinCounts(rows, events);
    }

    double allRows() {
        return sum(rows);
    }

    double allEvents() {
        return sum(events);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
