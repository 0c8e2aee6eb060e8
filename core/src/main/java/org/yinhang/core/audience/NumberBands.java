package org.yinhang.core.audience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yinhang.core.audience.index.BlockColumn;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.audience.index.IndexColumn;
import org.yinhang.core.predicate.ValueType;

/**
 * A number over an audience: how many have it, and what it comes to, below and above some bounds.
 *
 * @param missing customers without it
 * @param bands the first without a lower bound, each up to but not including where the next begins
 */
public record NumberBands(long missing, List<Band> bands) {

    public NumberBands {
        bands = List.copyOf(bands);
    }

    /**
     * One band.
     *
     * @param from the least value in it; negative infinity for the first
     * @param customers how many have a value in it
     * @param sum of their values
     */
    public record Band(double from, long customers, double sum) {}

    /**
     * Reads a column once. The sums are the same whatever the number of threads.
     *
     * @param column name of a column of real numbers
     * @param bounds rising
     * @throws IllegalArgumentException when the index has no such column of real numbers
     */
    public static NumberBands of(Index index, Audience audience, String column, Workers workers, double... bounds) {
        IndexColumn numbers = index.column(column)
                .filter(found -> found.type() == ValueType.NUMBER)
                .orElseThrow(() -> new IllegalArgumentException(column + " (expected: a column of real numbers)"));
        int missing = bounds.length + 1;
        long[][] counts = new long[index.blocks()][missing + 1];
        double[][] sums = new double[index.blocks()][missing];
        MemberRows.forEach(index, audience, workers, (block, words, rows, size) -> {
            BlockColumn values = numbers.block(block);
            for (int i = 0; i < size; i++) {
                double value = Double.longBitsToDouble(values.at(rows[i]));
                if (Double.isNaN(value)) {
                    counts[block][missing]++;
                } else {
                    int band = band(bounds, value);
                    counts[block][band]++;
                    sums[block][band] += value;
                }
            }
        });
        return gathered(counts, sums, bounds);
    }

    private static int band(double[] bounds, double value) {
        int at = Arrays.binarySearch(bounds, value);
        return at < 0 ? -at - 1 : at + 1;
    }

    private static NumberBands gathered(long[][] counts, double[][] sums, double[] bounds) {
        List<Band> bands = new ArrayList<>();
        for (int band = 0; band <= bounds.length; band++) {
            long customers = 0;
            double sum = 0;
            for (int block = 0; block < counts.length; block++) {
                customers += counts[block][band];
                sum += sums[block][band];
            }
            bands.add(new Band(band == 0 ? Double.NEGATIVE_INFINITY : bounds[band - 1], customers, sum));
        }
        return new NumberBands(
                Arrays.stream(counts)
                        .mapToLong(block -> block[bounds.length + 1])
                        .sum(),
                bands);
    }

    /** Customers who have the number. */
    public long known() {
        return knownFrom(Double.NEGATIVE_INFINITY);
    }

    /** Customers whose number is at least a bound. */
    public long knownFrom(double bound) {
        return bands.stream()
                .filter(band -> band.from() >= bound)
                .mapToLong(Band::customers)
                .sum();
    }

    /** The mean of those who have the number; NaN when nobody has. */
    public double mean() {
        return meanFrom(Double.NEGATIVE_INFINITY);
    }

    /** The mean of those whose number is at least a bound; NaN when there is nobody. */
    public double meanFrom(double bound) {
        double sum = bands.stream()
                .filter(band -> band.from() >= bound)
                .mapToDouble(Band::sum)
                .sum();
        long known = knownFrom(bound);
        return known == 0 ? Double.NaN : sum / known;
    }
}
