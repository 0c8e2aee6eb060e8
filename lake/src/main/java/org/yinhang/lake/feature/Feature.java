package org.yinhang.lake.feature;

import org.yinhang.lake.schema.ColumnSchema;
import org.yinhang.lake.schema.ColumnType;
import org.yinhang.lake.schema.DataClass;

/**
 * One column of a feature set.
 *
 * @param column its name, type, names in two languages and known values
 * @param origin where its value comes from
 */
public record Feature(ColumnSchema column, Origin origin) {

    /** Where a feature's value comes from. */
    public sealed interface Origin {}

    /** A column of the contact itself that is known before it takes place. */
    public record OfContact() implements Origin {}

    /** A column of the newest state of the customer before the contact. */
    public record OfCustomer() implements Origin {}

    /**
     * An aggregate over the rows of a table that lie before the contact; of a state table, over the newest row of
     * each thing.
     *
     * @param table the canonical table
     * @param days how many days to look back, or 0 for all the past
     * @param value the aggregate, in SQL over the table's columns
     */
    public record Derived(String table, int days, String value) implements Origin {}

    public String name() {
        return column.name();
    }

    /** Whether its values are magnitudes; otherwise they are names. */
    public boolean isNumeric() {
        return column.type().isNumeric() || column.type() == ColumnType.DATE;
    }

    /** Whether it comes from a credit bureau and so needs its own purpose. */
    public boolean isFromBureau() {
        return column.dataClass() == DataClass.BUREAU
                || (origin instanceof Derived derived && derived.table().equals("bureau"));
    }
}
