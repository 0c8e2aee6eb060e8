package org.yinhang.core.glassbox;

import java.util.stream.IntStream;
import org.yinhang.core.binning.Bins;
import org.yinhang.core.binning.NumberBins;
import org.yinhang.core.binning.WordBins;

/** The bins of one column: intervals are cut in their order, words in the order of their own values. */
final class CurveCells implements Cells {

    /** A word's own value counts in full only beside this many rows of average curvature. */
    private static final double SMOOTHING = 5;

    private final Bins bins;
    private final byte[] codes;
    private final GlassBoxSettings settings;
    private final int[] intervals;

    CurveCells(Bins bins, byte[] codes, GlassBoxSettings settings) {
        this.bins = bins;
        this.codes = codes;
        this.settings = settings;
        this.intervals = switch (bins) {
            case NumberBins numbers ->
                IntStream.range(numbers.firstInterval(), numbers.count()).toArray();
            case WordBins words -> new int[0];
        };
    }

    @Override
    public byte[] codes() {
        return codes;
    }

    @Override
    public int count() {
        return bins.count();
    }

    @Override
    public void correct(double[] sums, int[] rows, double ridge, float[] into) {
        switch (bins) {
            case NumberBins numbers -> {
                for (int cell = 0; cell < numbers.firstInterval(); cell++) {
                    into[cell] = Segments.alone(sums, rows, cell, settings.leafRows(), ridge);
                }
                int direction = settings.monotone().getOrDefault(bins.column(), 0);
                new Segments(settings.leaves(), settings.leafRows(), direction)
                        .cut(sums, rows, intervals, intervals.length, ridge, into);
            }
            case WordBins words -> {
                int[] sorted = Segments.byValue(sums, rows, words.count(), SMOOTHING * ridge);
                new Segments(settings.leaves(), settings.leafRows(), 0)
                        .cut(sums, rows, sorted, sorted.length, ridge, into);
            }
        }
    }
}
