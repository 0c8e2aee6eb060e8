package org.yinhang.core.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.yinhang.core.archive.Archived;
import org.yinhang.core.binning.SpecialCodes;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.RowSource;

/**
 * A number as a broken line for a linear learner: the value, its excess over each knot, and one feature each for missing
 * and for every special code. Values beyond the outer hundredths of the training rows are held at them.
 */
final class SplinePart implements Encoding.Part, Archived.Archivable {

    private static final double[] KNOT_QUANTILES = {0.1, 0.3, 0.5, 0.7, 0.9};
    private static final int FEW_LEVELS = 10;

    private final String column;
    private final double[] specials;
    private final double[] knots;
    private final double low;
    private final double high;
    private final double centre;
    private final double scale;
    private final List<Feature> features = new ArrayList<>();

    private SplinePart(
            String column, int source, double[] specials, double[] knots, double low, double high, double centre) {
        this.column = column;
        this.specials = specials;
        this.knots = knots;
        this.low = low;
        this.high = high;
        this.centre = centre;
        this.scale = high > low ? high - low : 1;
        features.add(new Feature(column, source));
        for (double knot : knots) {
            features.add(new Feature(column + " above " + NumericColumn.plainText(knot), source));
        }
        features.add(new Feature(column + " missing", source));
        for (double special : specials) {
            features.add(new Feature(column + "=" + NumericColumn.plainText(special), source));
        }
    }

    static SplinePart fit(NumericColumn column, int source) {
        double[] specials = SpecialCodes.of(column);
        double[] sorted = IntStream.range(0, column.size())
                .mapToDouble(column::value)
                .filter(value -> !Double.isNaN(value) && Arrays.binarySearch(specials, value) < 0)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return new SplinePart(column.name(), source, specials, new double[0], 0, 0, 0);
        }
        double low = quantile(sorted, 0.01);
        double high = quantile(sorted, 0.99);
        double[] levels = Arrays.stream(sorted).distinct().toArray();
        DoubleStream candidates = levels.length <= FEW_LEVELS
                ? Arrays.stream(levels)
                : Arrays.stream(KNOT_QUANTILES).map(share -> quantile(sorted, share));
        double[] knots =
                candidates.filter(knot -> knot > low && knot < high).distinct().toArray();
        return new SplinePart(column.name(), source, specials, knots, low, high, quantile(sorted, 0.5));
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round((sorted.length - 1) * share)];
    }

    @Override
    public List<Feature> features() {
        return List.copyOf(features);
    }

    @Override
    public Encoding.RowWriter bind(RowSource rows) {
        RowSource.Numbers numbers = rows.numbers(column);
        return (row, into, at) -> write(numbers.at(row), into, at);
    }

    private void write(double value, float[] into, int at) {
        Arrays.fill(into, at, at + features.size(), 0f);
        if (Double.isNaN(value)) {
            into[at + 1 + knots.length] = 1f;
            return;
        }
        int special = Arrays.binarySearch(specials, value);
        if (special >= 0) {
            into[at + 2 + knots.length + special] = 1f;
            return;
        }
        double held = Math.clamp(value, low, high);
        into[at] = (float) ((held - centre) / scale);
        for (int i = 0; i < knots.length; i++) {
            into[at + 1 + i] = (float) (Math.max(0, held - knots[i]) / scale);
        }
    }

    @Override
    public Archived<SplinePart> archived() {
        return new Kept(column, features.getFirst().source(), specials, knots, low, high, centre);
    }

    private record Kept(
            String column, int source, double[] specials, double[] knots, double low, double high, double centre)
            implements Archived<SplinePart> {

        @Override
        public SplinePart restore() {
            return new SplinePart(column, source, specials, knots, low, high, centre);
        }
    }
}
