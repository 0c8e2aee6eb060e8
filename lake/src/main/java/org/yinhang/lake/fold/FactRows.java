package org.yinhang.lake.fold;

import java.util.Map;
import java.util.Objects;
import org.yinhang.core.predicate.FactTable;
import org.yinhang.core.predicate.vector.Vector;

/**
 * The rows of one table that belong to one block of customers, sorted by customer, instant and id. Read-only, and valid
 * until its reader reads the next block.
 *
 * @param size number of rows
 * @param customers per row, the customer's place in the block, 0 to 65,535, never falling
 * @param columns the columns asked for, by name
 */
public record FactRows(int size, int[] customers, Map<String, Vector> columns) {

    /** No rows. */
    public static final FactRows NONE =
            new FactRows(0, new int[0], Map.of(FactTable.OCCURRED_AT, new Vector.Wholes(new long[0])));

    /** The column of that name, which must have been asked for. */
    public Vector column(String name) {
        return Objects.requireNonNull(columns.get(name), name);
    }

    /** A column of whole numbers, such as the instants. */
    public long[] wholes(String name) {
        return ((Vector.Wholes) column(name)).values();
    }
}
