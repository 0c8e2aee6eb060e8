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
 * @param isDeclared whether the bank has declared the known codes itself, so that what is nearly one of them is a mistake
 * @param knownLater whether a fact's column is known only once its outcome is, so it is missing until then
 */
public record Field(
        String name,
        ValueType type,
        String zh,
        String en,
        Map<String, String> values,
        boolean isDeclared,
        boolean knownLater) {

    public static Field of(String name, ValueType type, String zh, String en) {
        return new Field(name, type, zh, en, Map.of(), false, false);
    }

    public Field withValues(Map<String, String> known) {
        return new Field(name, type, zh, en, known, isDeclared, knownLater);
    }

    /** The same with codes a bank has declared, if any. */
    public Field withDeclared(Map<String, String> known) {
        return new Field(name, type, zh, en, known, !known.isEmpty(), knownLater);
    }

    public Field asKnownLater() {
        return new Field(name, type, zh, en, values, isDeclared, true);
    }
}
