package org.yinhang.lake.fold;

import java.util.Map;
import java.util.Objects;
import org.yinhang.core.predicate.vector.Vector;

/**
 * Who the 65,536 customers of a block are, as known on the as-of day.
 *
 * @param number which block: customers from {@code number × 65,536} on
 * @param present bit i of word j says whether row 64 j + i is a customer
 * @param fields the fields asked for, by {@code owner.column}, one row a customer
 */
public record CustomerBlock(int number, long[] present, Map<String, Vector> fields) {

    public CustomerBlock {
        fields = Map.copyOf(fields);
    }

    /** A field, which must have been asked for. */
    public Vector field(String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }
}
