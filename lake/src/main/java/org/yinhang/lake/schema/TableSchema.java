package org.yinhang.lake.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One canonical table.
 *
 * @param name identifier in the lake
 * @param kind how rows relate to customers and time
 * @param zh Chinese name
 * @param en English name
 * @param key the columns whose values tell the rows of a reference table apart; empty in a bucketed table
 * @param columns every column in storage order; bucketed tables begin with customer, occurred_at, recorded_at, id
 */
public record TableSchema(
        String name, TableKind kind, String zh, String en, List<String> key, List<ColumnSchema> columns) {

    public TableSchema {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
    }

    /** The column of that name, if the table has it. */
    public Optional<ColumnSchema> column(String column) {
        return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }

    /** The columns the lake stores: all but personal data. */
    public List<ColumnSchema> stored() {
        return columns.stream().filter(ColumnSchema::isStored).toList();
    }

    /** The columns that are personal data and go to the encrypted store instead. */
    public List<ColumnSchema> personal() {
        return columns.stream().filter(c -> !c.isStored()).toList();
    }

    /** This table with columns a bank's mapping added; a column already there is kept as it is. */
    public TableSchema with(List<ColumnSchema> extra) {
        List<ColumnSchema> all = new ArrayList<>(columns);
        extra.stream().filter(e -> column(e.name()).isEmpty()).forEach(all::add);
        return new TableSchema(name, kind, zh, en, key, all);
    }
}
