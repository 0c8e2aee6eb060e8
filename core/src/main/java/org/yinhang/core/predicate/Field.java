package org.yinhang.core.predicate;

import java.util.Map;

/**
 * A field of the catalogue: a tag or attribute of a customer, or a column of a fact.
 *
 * @param name identifier, may have dots ({@code employer.stability})
 * @param type what its values are
 * @param zh Chinese name, which a predicate may use as well
 * @param en English name
 * @param values known codes with their Chinese names, in order; empty when open
 * @param knownLater whether a fact's column is known only once its outcome is, so it is missing until then
 */
public record Field(String name, ValueType type, String zh, String en, Map<String, String> values, boolean knownLater) {

    public static Field of(String name, ValueType type, String zh, String en) {
        return new Field(name, type, zh, en, Map.of(), false);
    }

    public Field withValues(Map<String, String> known) {
        return new Field(name, type, zh, en, known, knownLater);
    }

    public Field asKnownLater() {
        return new Field(name, type, zh, en, values, true);
    }
}
