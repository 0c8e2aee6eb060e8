package org.yinhang.lake.schema;

import java.util.Map;

/**
 * One canonical column.
 *
 * @param name identifier in the lake
 * @param type what it holds
 * @param dataClass how sensitive it is
 * @param zh Chinese name
 * @param en English name
 * @param unit unit of the value where the type alone does not say it, or empty
 * @param required whether a row without it is rejected
 * @param knownAfter whether it is known only once the event has ended, so never a feature of that event
 * @param values known codes with their Chinese names, in order; empty when open
 */
public record ColumnSchema(
        String name,
        ColumnType type,
        DataClass dataClass,
        String zh,
        String en,
        String unit,
        boolean required,
        boolean knownAfter,
        Map<String, String> values) {

    /** Whether the column may be stored in the lake at all. */
    public boolean isStored() {
        return dataClass != DataClass.PERSONAL;
    }
}
