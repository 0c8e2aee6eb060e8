package org.yinhang.core.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/** Reads a column of a table the way another table had it, whatever type it was inferred to have here. */
final class ColumnReader {

    private ColumnReader() {}

    static RowSource.Numbers numbers(Table table, String name) {
        return switch (column(table, name)) {
            case NumericColumn numeric -> numeric::value;
            case CategoryColumn words -> {
                double[] parsed =
                        words.labels().stream().mapToDouble(ColumnReader::parse).toArray();
                yield row -> words.code(row) < 0 ? Double.NaN : parsed[words.code(row)];
            }
        };
    }

    static RowSource.Positions positions(Table table, String name, List<String> dictionary) {
        Map<String, Integer> known = known(dictionary);
        return switch (column(table, name)) {
            case CategoryColumn words -> {
                int[] translated = words.labels().stream()
                        .mapToInt(word -> known.getOrDefault(word, RowSource.UNKNOWN))
                        .toArray();
                yield row -> words.code(row) < 0 ? RowSource.MISSING : translated[words.code(row)];
            }
            case NumericColumn numeric ->
                row -> numeric.isMissing(row)
                        ? RowSource.MISSING
                        : known.getOrDefault(numeric.text(row), RowSource.UNKNOWN);
        };
    }

    static RowSource.Texts texts(Table table, String name) {
        Column column = column(table, name);
        return row -> column.isMissing(row) ? "" : column.text(row);
    }

    /** The position of each word. */
    static Map<String, Integer> known(List<String> dictionary) {
        Map<String, Integer> known = new HashMap<>();
        for (String word : dictionary) {
            known.put(word, known.size());
        }
        return known;
    }

    /** The number a word is, NaN when it is none. */
    static double parse(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static Column column(Table table, String name) {
        return table.find(name).orElseThrow(() -> new FaultException(missing(name, table.name())));
    }

    static Fault missing(String column, String where) {
        return Fault.of(
                "LRN-1003",
                "The model was trained with the column '%s', which is not here.".formatted(column),
                where,
                "Give a table with the columns of the training table.");
    }
}
