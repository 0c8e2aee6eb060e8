package org.yinhang.product;

import java.util.HashMap;
import java.util.Map;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.record.Facts;
import org.yinhang.lake.Lake;

/**
 * What the tags in force know of one customer. Each field is read once, when first asked for. For one thread, and only
 * while the index is lent.
 */
public final class SnapshotFacts implements Facts {

    private static final int PLACES = (1 << Lake.BLOCK_BITS) - 1;

    private final Index index;
    private final int customer;
    private final Map<String, Value> read = new HashMap<>();

    private SnapshotFacts(Index index, int customer) {
        this.index = index;
        this.customer = customer;
    }

    /** The facts of a customer of the index. */
    public static SnapshotFacts of(Index index, int customer) {
        return new SnapshotFacts(index, customer);
    }

    /** Takes a value for another than it is, or one no tag knows: what was asked of the customer. */
    public SnapshotFacts assuming(String field, Value value) {
        read.put(field, value);
        return this;
    }

    @Override
    public Value value(Leaf leaf) {
        return leaf instanceof Reference(var field) ? read.computeIfAbsent(field.name(), this::value) : Value.missing();
    }

    /** The value of a field; missing where no tag of the index has it. */
    public Value value(String field) {
        return index.column(field)
                .map(column -> column.read(customer >>> Lake.BLOCK_BITS, new char[] {(char) (customer & PLACES)}, 1)
                        .value(0))
                .orElseGet(Value::missing);
    }
}
