package org.yinhang.decision.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;

/** Values of fields as columns a model learns from; sets, and fields nothing is known of, take no part. */
public final class ValueTable {

    private ValueTable() {}

    /**
     * A table of one column that is given and of the fields.
     *
     * @param name of the table
     * @param first name of the given column
     * @param words of the given column, by row
     * @param fields in the order of the values of a row
     * @param rows the values
     */
    public static Table of(String name, String first, List<String> words, List<String> fields, List<Value[]> rows) {
        List<Column> columns = new ArrayList<>();
        columns.add(CategoryColumn.of(first, words));
        for (int field = 0; field < fields.size(); field++) {
            column(fields.get(field), field, rows).ifPresent(columns::add);
        }
        return Table.of(name, columns);
    }

    private static Optional<Column> column(String name, int field, List<Value[]> rows) {
        List<@Nullable String> words = new ArrayList<>();
        double[] numbers = new double[rows.size()];
        boolean hasWords = false;
        boolean hasNumbers = false;
        for (int row = 0; row < numbers.length; row++) {
            Value value = rows.get(row)[field];
            numbers[row] = switch (value) {
                case Value.Whole(long whole) -> whole;
                case Value.Real(double real) -> real;
                case Value.Truth(boolean truth) -> truth ? 1 : 0;
                case Value.Text _, Value.Labels _, Value.Missing _ -> Double.NaN;
            };
            hasNumbers |= !Double.isNaN(numbers[row]);
            words.add(value instanceof Value.Text(String text) ? text : null);
            hasWords |= value instanceof Value.Text;
        }
        if (hasWords) {
            return Optional.of(CategoryColumn.of(name, words));
        }
        return hasNumbers ? Optional.of(NumericColumn.of(name, numbers)) : Optional.empty();
    }
}
