package org.yinhang.lake.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.lake.training.CompiledModel.ModelFeature;

/**
 * Collects the values of one feature and gives them as columns to learn from or to score: money in yuan, rates as
 * fractions, truths as 0 and 1, texts as words, a set as one column of 0 and 1 for each label. Training, batch and single
 * scores all come through here, so they see the same numbers.
 */
public final class FeatureColumns {

    private static final double FEN = 100;
    private static final double MILLIONTHS = 1_000_000;

    private final ModelFeature feature;
    private final List<@Nullable String> words = new ArrayList<>();
    private final double[][] numbers;
    private int size;

    public FeatureColumns(ModelFeature feature) {
        this.feature = feature;
        this.numbers = new double[feature.columnNames().size()][1024];
    }

    /** Adds the first values of a vector. */
    public void add(Vector vector, int count) {
        for (int row = 0; row < count; row++) {
            add1(vector, row);
        }
    }

    /** Adds one value of a vector. */
    public void add1(Vector vector, int row) {
        switch (vector) {
            case Vector.Wholes(long[] values) ->
                number(values[row] == Vector.MISSING ? Double.NaN : scaled(values[row]));
            case Vector.Reals(double[] values) -> number(values[row]);
            case Vector.Truths(byte[] values) -> number(values[row] == Vector.UNKNOWN ? Double.NaN : values[row]);
            case Vector.Codes(int[] codes, var dictionary) ->
                words.add(codes[row] < 0 ? null : dictionary.text(codes[row]));
            case Vector.Sets(long[] masks, var dictionary) -> {
                reserve();
                for (int label = 0; label < numbers.length; label++) {
                    int bit = dictionary.find(feature.labels().get(label));
                    numbers[label][size] = masks[row] == Vector.MISSING
                            ? Double.NaN
                            : bit >= 0 && (masks[row] >>> bit & 1) == 1 ? 1 : 0;
                }
                size++;
            }
        }
    }

    private double scaled(long value) {
        return switch (feature.type()) {
            case MONEY -> value / FEN;
            case RATE -> value / MILLIONTHS;
            case INTEGER, NUMBER, TRUTH, TEXT, DATE, MOMENT, SET, NOTHING -> value;
        };
    }

    private void number(double value) {
        reserve();
        numbers[0][size++] = value;
    }

    private void reserve() {
        if (size == numbers[0].length) {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Arrays.copyOf(numbers[i], size * 2);
            }
        }
    }

    /** Everything added so far. */
    public List<Column> columns() {
        if (feature.type() == ValueType.TEXT) {
            return List.of(CategoryColumn.of(feature.id(), words));
        }
        List<Column> columns = new ArrayList<>();
        List<String> names = feature.columnNames();
        for (int i = 0; i < names.size(); i++) {
            columns.add(NumericColumn.of(names.get(i), Arrays.copyOf(numbers[i], size)));
        }
        return columns;
    }
}
