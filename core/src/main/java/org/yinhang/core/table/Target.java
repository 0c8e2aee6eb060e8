package org.yinhang.core.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/**
 * What counts as success: one value of one column.
 *
 * @param column the outcome's column
 * @param value the value that counts as a success (a positive); every other value is a failure
 */
public record Target(String column, String value) {

    /**
     * Reads {@code COL=VALUE}, such as {@code y=yes}.
     *
     * @throws FaultException TAB-1008 when it is not written so
     */
    public static Target parse(String text) {
        int equals = text.indexOf('=');
        if (equals <= 0 || equals == text.length() - 1) {
            throw new FaultException(Fault.of(
                    "TAB-1008",
                    "The target '%s' cannot be read.".formatted(text),
                    "--target",
                    "Write COLUMN=VALUE, such as y=yes."));
        }
        return new Target(
                text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }

    /** Which rows of the table have a stated outcome; the others teach and prove nothing. */
    public int[] decidedRows(Table table) {
        Column outcomes = table.column(column);
        return java.util.stream.IntStream.range(0, table.size())
                .filter(row -> !outcomes.isMissing(row))
                .toArray();
    }

    /**
     * Which rows are successes.
     *
     * @return one flag a row
     * @throws FaultException when there is no such column (TAB-1004), the value never occurs (TAB-1005) or nothing else
     *     does (TAB-1006)
     */
    public boolean[] outcomes(Table table) {
        boolean[] outcomes = matches(table);
        int positives = 0;
        for (boolean outcome : outcomes) {
            positives += outcome ? 1 : 0;
        }
        String where = table.name() + ", column " + column;
        if (positives == 0) {
            throw new FaultException(Fault.of(
                    "TAB-1005",
                    "No row has the value '%s'.".formatted(value),
                    where,
                    "Its values are: %s.".formatted(String.join(", ", someValues(table)))));
        }
        if (positives == outcomes.length) {
            throw new FaultException(Fault.of(
                    "TAB-1006",
                    "Every row has the value '%s', so there is nothing to tell apart.".formatted(value),
                    where,
                    "Give a table with both outcomes, or another target."));
        }
        return outcomes;
    }

    /** Which rows hold the value, without asking that any or not all do. */
    public boolean[] matches(Table table) {
        Column outcomes = table.column(column);
        double number = outcomes instanceof NumericColumn ? ColumnBuilder.parse(value) : Double.NaN;
        boolean[] matching = new boolean[table.size()];
        for (int row = 0; row < matching.length; row++) {
            matching[row] = Double.isNaN(number)
                    ? outcomes.text(row).equals(value)
                    : ((NumericColumn) outcomes).value(row) == number;
        }
        return matching;
    }

    private List<String> someValues(Table table) {
        Column outcomes = table.column(column);
        Set<String> values = new LinkedHashSet<>();
        for (int row = 0; row < table.size() && values.size() < 10; row++) {
            if (!outcomes.isMissing(row)) {
                values.add(outcomes.text(row));
            }
        }
        return new ArrayList<>(values);
    }

    @Override
    public String toString() {
        return column + "=" + value;
    }
}
