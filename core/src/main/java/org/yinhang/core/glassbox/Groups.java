package org.yinhang.core.glassbox;

import org.yinhang.core.binning.Bins;
import org.yinhang.core.binning.NumberBins;
import org.yinhang.core.binning.WordBins;

/**
 * A column's fine bins gathered into at most {@value #MOST} groups, as one axis of a pair of columns.
 *
 * @param ordered how many of the last groups have an order; those before stand each by itself
 * @param of the group of each fine bin
 * @param count how many groups there are
 */
record Groups(int[] of, int count, int ordered) {

    /** Two axes of so many groups fit a byte. */
    static final int MOST = 16;

    static Groups of(Bins bins, int[] rows) {
        return switch (bins) {
            case NumberBins numbers -> ofNumbers(numbers, rows);
            case WordBins words -> ofWords(words);
        };
    }

    private static Groups ofNumbers(NumberBins bins, int[] rows) {
        int[] of = new int[bins.count()];
        int alone = Math.min(bins.firstInterval(), MOST / 2);
        for (int bin = 0; bin < bins.firstInterval(); bin++) {
            of[bin] = Math.min(bin, alone - 1);
        }
        long left = 0;
        for (int bin = bins.firstInterval(); bin < of.length; bin++) {
            left += rows[bin];
        }
        int group = alone;
        long filled = 0;
        for (int bin = bins.firstInterval(); bin < of.length; bin++) {
            double share = (double) left / (MOST - group);
            if (filled > 0 && filled + rows[bin] / 2.0 > share && group < MOST - 1) {
                group++;
                left -= filled;
                filled = 0;
            }
            of[bin] = group;
            filled += rows[bin];
        }
        return new Groups(of, group + 1, group + 1 - alone);
    }

    /** Words stand in order of frequency, so the frequent ones keep a group each and the rest share the last. */
    private static Groups ofWords(WordBins bins) {
        int[] of = new int[bins.count()];
        for (int bin = 0; bin < of.length; bin++) {
            of[bin] = Math.min(bin, MOST - 1);
        }
        return new Groups(of, Math.min(of.length, MOST), 0);
    }
}
