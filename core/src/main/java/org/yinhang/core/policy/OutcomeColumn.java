package org.yinhang.core.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yinhang.core.predicate.ValueType;

/**
 * One thing a decision table says.
 *
 * @param name identifier
 * @param type of its values
 * @param zh Chinese name
 * @param en English name
 * @param values the codes a text may be, with their Chinese names, in order; empty when open
 * @param isSingle whether rows that hold together must say the same in it
 */
public record OutcomeColumn(
        String name, ValueType type, String zh, String en, Map<String, String> values, boolean isSingle) {

    public OutcomeColumn {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static OutcomeColumn of(String name, ValueType type, String zh, String en) {
        return new OutcomeColumn(name, type, zh, en, Map.of(), false);
    }
}
