package org.yinhang.core.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/** Reads a column of any table the way the training table had it, whatever type it was inferred to have there. */
public final class ColumnReader {

    private ColumnReader() {}

    /** A number a row. */
    @FunctionalInterface
    public interface Numbers {
        /** The value, NaN when missing or no number. */
        double at(int row);
    }

    /** A dictionary position a row. */
    @FunctionalInterface
    public interface Positions {
        /** The position of the row's word in the dictionary, −1 when missing, −2 when the word is not in it. */
        int at(int row);
    }

    public static final int MISSING = -1;
    public static final int UNKNOWN = -2;

    public static Numbers numbers(Table table, String name) {
        return switch (column(table, name)) {
            case NumericColumn numeric -> numeric::value;
            case CategoryColumn words -> {
                double[] parsed =
                        words.labels().stream().mapToDouble(ColumnReader::parse).toArray();
                yield row -> words.code(row) < 0 ? Double.NaN : parsed[words.code(row)];
            }
        };
    }

    public static Positions positions(Table table, String name, List<String> dictionary) {
        Map<String, Integer> known = new HashMap<>();
        for (String word : dictionary) {
            known.put(word, known.size());
        }
        return switch (column(table, name)) {
            case CategoryColumn words -> {
                int[] translated = words.labels().stream()
                        .mapToInt(word -> known.getOrDefault(word, UNKNOWN))
                        .toArray();
                yield row -> words.code(row) < 0 ? MISSING : translated[words.code(row)];
            }
            case NumericColumn numeric ->
                row -> numeric.isMissing(row) ? MISSING : known.getOrDefault(numeric.text(row), UNKNOWN);
        };
    }

    private static double parse(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static Column column(Table table, String name) {
        return table.find(name)
                .orElseThrow(() -> new FaultException(Fault.of(
                        "LRN-1003",
                        "The model was trained with the column '%s', which is not here.".formatted(name),
                        table.name(),
                        "Give a table with the columns of the training table.")));
    }
}
