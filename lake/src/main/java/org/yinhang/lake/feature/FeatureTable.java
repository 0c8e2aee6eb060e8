package org.yinhang.lake.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;

/**
 * Past contacts and then candidates, in order of time, with every feature as it stood before the contact.
 *
 * @param table the features, one row an observation
 * @param history the first so many rows are past contacts with a known outcome; the rest are candidates
 * @param customers the customer of each row
 * @param success whether each row succeeded; of candidates known only in a replay
 * @param outcomeKnown whether the outcome of each row is known
 * @param attempts which contact of the campaign it is, from 1; 0 when unknown
 * @param previousRefused whether the outcome of the campaign before was a refusal
 * @param daysSincePrevious days since the last contact of an earlier campaign; −1 when unknown
 */
public record FeatureTable(
        Table table,
        int history,
        int[] customers,
        boolean[] success,
        boolean[] outcomeKnown,
        int[] attempts,
        boolean[] previousRefused,
        int[] daysSincePrevious) {

    /** The name of the outcome's column in {@link #training()}: 1 for a success, 0 for none. */
    public static final String SUCCESS = "success";

    /** The past contacts alone, with their outcome as the last column. */
    public Table training() {
        int[] past = IntStream.range(0, history).toArray();
        List<Column> columns = new ArrayList<>(table.select(past).columns());
        columns.add(NumericColumn.of(
                SUCCESS,
                IntStream.of(past).mapToDouble(row -> success[row] ? 1 : 0).toArray()));
        return Table.of(table.name(), columns);
    }

    /** The candidates alone, without an outcome. */
    public Table candidateRows() {
        return table.slice(history, customers.length);
    }

    /** Number of candidates. */
    public int candidates() {
        return customers.length - history;
    }
}
