package org.yinhang.core.binning;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.yinhang.core.archive.Archived;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.RowSource;

/**
 * Bins of a number: 0 for missing, then one for each special code (such as 999 for "never"), then intervals
 * {@code [cut, next cut)} from the lowest to the highest, the first and the last open.
 */
public final class NumberBins implements Bins, Archived.Archivable {

    private final String column;
    private final double[] specials;
    private final double[] cuts;

    private NumberBins(String column, double[] specials, double[] cuts) {
        this.column = column;
        this.specials = specials;
        this.cuts = cuts;
    }

    /**
     * Bins between given cuts.
     *
     * @param specials values with a bin of their own, rising
     * @param cuts where one interval ends and the next begins, rising
     * @throws IllegalArgumentException when they do not rise or are too many
     */
    public static NumberBins of(String column, double[] specials, double[] cuts) {
        requireRising(column, specials);
        requireRising(column, cuts);
        if (specials.length + cuts.length + 2 > MOST) {
            throw new IllegalArgumentException(
                    "bins of %s: %d (expected: at most %d)".formatted(column, specials.length + cuts.length + 2, MOST));
        }
        return new NumberBins(column, specials.clone(), cuts.clone());
    }

    private static void requireRising(String column, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i]) || (i > 0 && values[i] <= values[i - 1])) {
                throw new IllegalArgumentException(
                        "bins of %s: %s (expected: rising numbers)".formatted(column, Arrays.toString(values)));
            }
        }
    }

    /**
     * Bins of about equal number; a value that fills a bin has one to itself. Cuts are the plainest numbers that divide the
     * rows as wanted: 30 rather than 29.53.
     */
    static NumberBins fit(NumericColumn numbers, int most) {
        double[] specials = SpecialCodes.of(numbers);
        double[] sorted = IntStream.range(0, numbers.size())
                .mapToDouble(numbers::value)
                .filter(value -> !Double.isNaN(value) && Arrays.binarySearch(specials, value) < 0)
                .sorted()
                .toArray();
        return new NumberBins(numbers.name(), specials, cuts(sorted, Math.min(most, MOST - 1 - specials.length)));
    }

    private static double[] cuts(double[] sorted, int most) {
        double[] cuts = new double[Math.max(0, most - 1)];
        int found = 0;
        int begun = 0;
        int from = 0;
        while (from < sorted.length && found < cuts.length) {
            int end = from;
            while (end < sorted.length && sorted[end] == sorted[from]) {
                end++;
            }
            double share = (double) (sorted.length - begun) / (most - found);
            boolean isFull = end - begun >= share;
            boolean nextIsBig = end < sorted.length && fills(sorted, end, share);
            if (end < sorted.length && (isFull || nextIsBig)) {
                cuts[found++] = between(sorted[end - 1], sorted[end]);
                begun = end;
            }
            from = end;
        }
        return Arrays.copyOf(cuts, found);
    }

    /** Whether the value at a position has enough rows for a bin of its own. */
    private static boolean fills(double[] sorted, int from, double share) {
        int needed = from + (int) Math.ceil(share) - 1;
        return needed < sorted.length && sorted[needed] == sorted[from];
    }

    /** The plainest number above {@code low} and not above {@code high}. */
    static double between(double low, double high) {
        for (int power = 15; power >= -12; power--) {
            double candidate = power >= 0
                    ? (Math.floor(low / Math.pow(10, power)) + 1) * Math.pow(10, power)
                    : (Math.floor(low * Math.pow(10, -power)) + 1) / Math.pow(10, -power);
            if (candidate > low && candidate <= high) {
                return candidate == 0 ? 0.0 : candidate;
            }
        }
        return high;
    }

    @Override
    public String column() {
        return column;
    }

    @Override
    public int count() {
        return 1 + specials.length + cuts.length + 1;
    }

    /** The bin of the lowest interval; bins before it are for missing and special values. */
    public int firstInterval() {
        return 1 + specials.length;
    }

    /** Values with a bin of their own, rising. */
    public double[] specials() {
        return specials.clone();
    }

    /** Where one interval ends and the next begins, rising. */
    public double[] cuts() {
        return cuts.clone();
    }

    /** The bin of a value; NaN is missing. */
    public int bin(double value) {
        if (Double.isNaN(value)) {
            return MISSING;
        }
        for (int i = 0; i < specials.length; i++) {
            if (value == specials[i]) {
                return 1 + i;
            }
        }
        int low = 0;
        int length = cuts.length;
        while (length > 0) {
            int half = (length + 1) >>> 1;
            low = value >= cuts[low + half - 1] ? low + half : low;
            length -= half;
        }
        return 1 + specials.length + low;
    }

    @Override
    public RowBins bind(RowSource rows) {
        RowSource.Numbers numbers = rows.numbers(column);
        return row -> bin(numbers.at(row));
    }

    @Override
    public String label(int bin) {
        if (bin == MISSING) {
            return "missing";
        }
        if (bin <= specials.length) {
            return NumericColumn.plainText(specials[bin - 1]);
        }
        int interval = bin - firstInterval();
        String from = interval == 0 ? "(-∞" : "[" + NumericColumn.plainText(cuts[interval - 1]);
        String to = interval == cuts.length ? "+∞" : NumericColumn.plainText(cuts[interval]);
        return from + ", " + to + ")";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NumberBins bins
                && column.equals(bins.column)
                && Arrays.equals(specials, bins.specials)
                && Arrays.equals(cuts, bins.cuts);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * column.hashCode() + Arrays.hashCode(specials)) + Arrays.hashCode(cuts);
    }

    @Override
    public Archived<NumberBins> archived() {
        return new Kept(column, specials, cuts);
    }

    private record Kept(String column, double[] specials, double[] cuts) implements Archived<NumberBins> {

        @Override
        public NumberBins restore() {
            return NumberBins.of(column, specials, cuts);
        }
    }
}
