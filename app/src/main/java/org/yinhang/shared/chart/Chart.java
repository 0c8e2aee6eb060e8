package org.yinhang.shared.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A picture of numbers with its words. The page draws it and also offers it as a table and a PNG.
 *
 * @param kind which picture
 * @param size how tall
 * @param title states the finding, in the viewer's language
 * @param unit of the values, such as 人 or %
 * @param axis what the labels are, the heading of the table's first column
 * @param labels one per point, in order
 * @param series the values, all as long as the labels
 * @param mark a label to mark with a line (the chosen depth, today), or null
 */
public record Chart(
        Kind kind,
        Size size,
        String title,
        String unit,
        String axis,
        List<String> labels,
        List<Series> series,
        @Nullable String mark) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The pictures there are; INTERFACE says which serves what. */
    public enum Kind {
        /** Upright bars. */
        BARS,
        /** Lying bars, for funnels and rankings; the first label on top. */
        ROWS,
        /** One or more lines. */
        LINES,
        /** Step lines, for shape functions. */
        STEPS,
        /** Bars that each start where the last one ended: what was added and taken away; a total is marked by the label. */
        WATERFALL,
        /**
         * One number against another, from 0 to 1 or 100 alike, beside the diagonal: the first series goes across, the second up;
         * a third and fourth are the ends of its interval, and then the points are not joined.
         */
        AGAINST,
        /** A step line with the ends of its interval, and bars of how many there are below: value, low end, high end, share. */
        SHAPE,
        /** A map of two columns: labels across, one series a row, cells coloured by value, from 0 up or around 0; the unit names the rows. */
        HEAT,
        /** Bars of the first series beside a line of the second, in percent, on an axis of its own. */
        BINS,
        /** What is added to a start and taken from it, in order, above or below 0: the first label is the start, the last the sum. */
        SUM
    }

    /** How tall. */
    public enum Size {
        SMALL,
        USUAL,
        TALL
    }

    /**
     * Values that belong together.
     *
     * @param name in the viewer's language
     * @param values one per label; not-a-number where there is none
     */
    public record Series(String name, List<Double> values) {

        public Series {
            values = List.copyOf(values);
        }

        /** Values from a plain array. */
        public static Series of(String name, double... values) {
            return new Series(name, Arrays.stream(values).boxed().toList());
        }
    }

    public Chart {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
        for (Series each : series) {
            if (each.values().size() != labels.size()) {
                throw new IllegalArgumentException("series %s has %d values (expected: %d)"
                        .formatted(each.name(), each.values().size(), labels.size()));
            }
        }
    }

    /** A picture of one series in the usual size. */
    public static Chart of(
            Kind kind, String title, String unit, String axis, List<String> labels, String name, double... values) {
        return new Chart(kind, Size.USUAL, title, unit, axis, labels, List.of(Series.of(name, values)), null);
    }

    /** The same in another size. */
    public Chart sized(Size other) {
        return new Chart(kind, other, title, unit, axis, labels, series, mark);
    }

    /** The same with a line at a label. */
    public Chart marking(String label) {
        return new Chart(kind, size, title, unit, axis, labels, series, label);
    }

    /** What the script draws from; safe inside a script element. */
    public String json() {
        return JSON.writeValueAsString(this).replace("<", "\\u003c").replace("\"NaN\"", "null");
    }

    /** A value as the table writes it: whole numbers without decimals, others with up to four. */
    public static String words(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%,.4f", value).replaceAll("0+$", "");
    }
}
