package org.yinhang.core.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One rule of a decision table, as people write it.
 *
 * @param id its name within the table; keeps its meaning from version to version
 * @param condition the predicate under which it holds; {@code true} always
 * @param outcomes text by column: a constant or an expression of the column's type
 * @param code stable reason code
 * @param zh the reason in Chinese
 * @param en the reason in English
 */
public record TableRow(String id, String condition, Map<String, String> outcomes, String code, String zh, String en) {

    public TableRow {
        outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    }
}
