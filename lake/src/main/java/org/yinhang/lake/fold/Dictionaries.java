package org.yinhang.lake.fold;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.lake.schema.ColumnSchema;
import org.yinhang.lake.schema.TableSchema;

/** The dictionary of every text column, one for the whole of a run; columns that join tables share theirs. The schema's values come first. */
public final class Dictionaries {

    private final Map<String, Dictionary> dictionaries = new ConcurrentHashMap<>();

    /** The dictionaries of a table's text columns, by the column's name. */
    public Map<String, Dictionary> of(TableSchema table) {
        Map<String, Dictionary> own = new HashMap<>();
        table.stored().forEach(column -> own.put(column.name(), of(table.name(), column)));
        return own;
    }

    private Dictionary of(String table, ColumnSchema schema) {
        String column = schema.name();
        String joined = table + "." + column;
        for (LakeFields.Owner owner : LakeFields.Owner.values()) {
            if (table.equals(LakeFields.CUSTOMERS) && column.equals(owner.key())) {
                joined = owner.table() + "." + column;
            }
        }
        return dictionaries.computeIfAbsent(
                joined, name -> Dictionary.of(schema.values().keySet()));
    }
}
