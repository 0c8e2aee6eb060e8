package org.yinhang.lake.tag;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.yinhang.core.predicate.Expression.Aggregate;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Expression.Member;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.vector.Batch;
import org.yinhang.core.predicate.vector.Vector;

/** What is known of the customers of a block: fields, aggregates, and the tags worked out so far. */
final class BlockValues implements Batch {

    static final int ROWS = 1 << 16;

    private final Map<String, Vector> fields = new HashMap<>();
    private final Map<Aggregate, Vector> aggregates = new HashMap<>();

    void put(String field, Vector values) {
        fields.put(field, values);
    }

    void put(Map<Aggregate, Vector> values) {
        aggregates.putAll(values);
    }

    /** The same for whoever gives a tag. */
    GivenTags.Computed computed(long[] present) {
        return new GivenTags.Computed() {
            @Override
            public Vector column(String id) {
                return Objects.requireNonNull(fields.get(id), id);
            }

            @Override
            public long[] present() {
                return present;
            }
        };
    }

    @Override
    public int size() {
        return ROWS;
    }

    @Override
    public Vector column(Leaf leaf) {
        Vector values =
                switch (leaf) {
                    case Reference(var field) -> fields.get(field.name());
                    case Aggregate aggregate -> aggregates.get(aggregate);
                    case Member member -> throw new IllegalStateException("a tag reads no lists");
                };
        if (values == null) {
            throw new IllegalStateException("not computed yet: " + leaf);
        }
        return values;
    }
}
