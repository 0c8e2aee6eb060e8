package org.yinhang.lake.ingest.mapping;

import java.util.List;
import java.util.Optional;
import org.yinhang.lake.schema.ColumnSchema;
import org.yinhang.lake.schema.TableSchema;

/**
 * How one source fills one canonical table.
 *
 * @param schema the table, with the columns this mapping adds
 * @param extra the columns this mapping adds
 * @param mode whether new rows join the earlier ones or take their place
 * @param rows which of the source's rows belong to the table; all when empty
 * @param key the bank's own customer identifier; empty in a reference table
 * @param columns the columns it fills
 */
public record TableMapping(
        TableSchema schema,
        List<ColumnSchema> extra,
        Mode mode,
        Optional<Expression> rows,
        Optional<Expression> key,
        List<ColumnMapping> columns) {

    /** What becomes of rows loaded earlier. */
    public enum Mode {
        /** They stay. */
        APPEND,
        /** The new rows take their place. */
        REPLACE
    }

    public String name() {
        return schema.name();
    }

    /** How a column is filled, if it is. */
    public Optional<ColumnMapping> column(String name) {
        return columns.stream().filter(c -> c.column().equals(name)).findFirst();
    }
}
