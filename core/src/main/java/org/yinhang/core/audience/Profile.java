package org.yinhang.core.audience;

import java.util.List;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;

/**
 * What sets an audience apart from a base.
 *
 * @param audience customers of the audience
 * @param base customers of the base
 * @param columns one a tag, in the order of the index
 */
public record Profile(long audience, long base, List<Column> columns) {

    /** One tag: its values, or bands of them; of a set every label, which then need not add up. */
    public record Column(String name, ValueType type, List<Share> shares) {}

    /**
     * One value or band.
     *
     * @param from the value; of a band what it begins above, missing when it has no beginning
     * @param upTo the value again; of a band the greatest in it, missing when it has no end. Both are missing for the
     *     customers without a value
     * @param audience customers of the audience with it
     * @param base customers of the base with it
     * @param tgi index of over-representation: its share of the audience by its share of the base, times 100; NaN when the
     *     base or the audience has nobody
     */
    public record Share(Value from, Value upTo, long audience, long base, double tgi) {}
}
