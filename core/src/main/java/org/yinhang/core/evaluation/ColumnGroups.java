package org.yinhang.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.ColumnType;
import org.yinhang.core.table.NumericColumn;

/**
 * Divides rows by one column, the way a reference column is divided: few values each by itself, many numbers into ranges of
 * equally many rows, words by word. Group 0 is missing, the last is every word too rare or unseen.
 */
public final class ColumnGroups {

    /** The name of the group of missing values. */
    public static final String MISSING = "";

    /** The name of the group of rare and unseen words. */
    public static final String OTHERS = "*";

    private final List<String> names;
    private final double[] lowest;
    private final Map<String, Integer> words;

    private ColumnGroups(List<String> names, double[] lowest, Map<String, Integer> words) {
        this.names = List.copyOf(names);
        this.lowest = lowest;
        this.words = words;
    }

    /**
     * Groups by what a reference column holds.
     *
     * @param ranges most ranges of a number with many values
     * @param levels most values a number may have to be grouped value by value
     * @param mostWords most words with a group of their own, the most frequent
     */
    public static ColumnGroups of(Column reference, int ranges, int levels, int mostWords) {
        return switch (reference) {
            case NumericColumn numbers -> ofNumbers(numbers, ranges, levels);
            case CategoryColumn words -> ofWords(words, mostWords);
        };
    }

    private static ColumnGroups ofNumbers(NumericColumn numbers, int ranges, int levels) {
        double[] sorted = IntStream.range(0, numbers.size())
                .mapToDouble(numbers::value)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double[] lowest = Arrays.stream(sorted).distinct().limit(levels + 1L).toArray();
        boolean eachValue = lowest.length <= levels;
        if (!eachValue) {
            double[] values = lowest;
            lowest = IntStream.range(0, ranges)
                    .mapToDouble(range -> sorted[(int) ((long) sorted.length * range / ranges)])
                    .distinct()
                    .toArray();
            // Where nearly all rows share the least value, whatever is above it is a group of its own.
            lowest = lowest.length > 1 ? lowest : Arrays.copyOf(values, 2);
        }
        List<String> names = new ArrayList<>();
        names.add(MISSING);
        for (int range = 0; range < lowest.length; range++) {
            String from = text(numbers, lowest[range]);
            if (eachValue) {
                names.add(from);
            } else if (range == 0) {
                names.add("< " + text(numbers, lowest[1]));
            } else {
                names.add(range == lowest.length - 1 ? "≥ " + from : from + " – < " + text(numbers, lowest[range + 1]));
            }
        }
        return new ColumnGroups(names, lowest, Map.of());
    }

    private static String text(NumericColumn numbers, double value) {
        return numbers.type() == ColumnType.DATE
                ? NumericColumn.ofDays(numbers.name(), value).text(0)
                : NumericColumn.plainText(value);
    }

    private static ColumnGroups ofWords(CategoryColumn column, int most) {
        int[] counts = new int[column.labels().size()];
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                counts[column.code(row)]++;
            }
        }
        List<String> frequent = IntStream.range(0, counts.length)
                .filter(code -> counts[code] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer code) -> -counts[code])
                        .thenComparing(code -> column.labels().get(code)))
                .limit(most)
                .map(code -> column.labels().get(code))
                .toList();
        List<String> names = new ArrayList<>();
        names.add(MISSING);
        names.addAll(frequent);
        names.add(OTHERS);
        Map<String, Integer> words = new HashMap<>();
        for (String word : frequent) {
            words.put(word, words.size() + 1);
        }
        return new ColumnGroups(names, new double[0], words);
    }

    /** How many groups there are, empty ones included. */
    public int count() {
        return names.size();
    }

    /** The name of a group, such as {@code student} or {@code 100 – < 250}. */
    public String name(int group) {
        return names.get(group);
    }

    /** The group of each row of a column, which need not be the reference. */
    public IntUnaryOperator bind(Column column) {
        return switch (column) {
            case NumericColumn numbers -> row -> groupOf(numbers.value(row));
            case CategoryColumn other -> {
                int[] groups = other.labels().stream()
                        .mapToInt(word -> words.getOrDefault(word, names.size() - 1))
                        .toArray();
                yield row -> other.isMissing(row) ? 0 : groups[other.code(row)];
            }
        };
    }

    /** How many of a column's rows each group has. */
    public int[] counts(Column column) {
        IntUnaryOperator groups = bind(column);
        int[] counts = new int[count()];
        for (int row = 0; row < column.size(); row++) {
            counts[groups.applyAsInt(row)]++;
        }
        return counts;
    }

    private int groupOf(double value) {
        if (Double.isNaN(value) || lowest.length == 0) {
            return 0;
        }
        int found = Arrays.binarySearch(lowest, value);
        return found >= 0 ? found + 1 : Math.max(1, -found - 1);
    }
}
