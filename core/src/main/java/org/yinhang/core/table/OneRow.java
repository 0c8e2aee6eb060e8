package org.yinhang.core.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.fault.FaultException;

/** One record, filled anew for each customer and read as row 0: for scoring one at a time. Not for sharing by threads. */
public final class OneRow implements RowSource {

    private final Map<String, Integer> positions = new HashMap<>();
    private final double[] numbers;
    private final @Nullable String[] words;

    /** An empty record of these columns. */
    public OneRow(List<String> columns) {
        for (String column : columns) {
            positions.put(column, positions.size());
        }
        this.numbers = new double[columns.size()];
        this.words = new String[columns.size()];
        clear();
    }

    /** Makes every value missing. */
    public void clear() {
        Arrays.fill(numbers, Double.NaN);
        Arrays.fill(words, null);
    }

    /** Where a column stands, for the setters. */
    public int position(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new FaultException(ColumnReader.missing(column, "record"));
        }
        return position;
    }

    /** Sets a number; NaN is missing. */
    public void set(int position, double number) {
        numbers[position] = number;
        words[position] = Double.isNaN(number) ? null : "";
    }

    /** Sets a word; null or blank is missing. */
    public void set(int position, @Nullable String word) {
        words[position] = word == null || word.isBlank() ? null : word;
        numbers[position] = Double.NaN;
    }

    @Override
    public Numbers numbers(String column) {
        int position = position(column);
        return row -> {
            String word = words[position];
            return word == null || word.isEmpty() ? numbers[position] : ColumnReader.parse(word);
        };
    }

    @Override
    public Positions positions(String column, List<String> dictionary) {
        int position = position(column);
        Map<String, Integer> known = ColumnReader.known(dictionary);
        return row -> {
            String word = words[position];
            if (word == null) {
                return MISSING;
            }
            Integer found = known.get(word.isEmpty() ? NumericColumn.plainText(numbers[position]) : word);
            return found == null ? UNKNOWN : found;
        };
    }

    @Override
    public Texts texts(String column) {
        int position = position(column);
        return row -> {
            String word = words[position];
            return word == null ? "" : word.isEmpty() ? NumericColumn.plainText(numbers[position]) : word;
        };
    }
}
