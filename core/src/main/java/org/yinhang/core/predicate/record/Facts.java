package org.yinhang.core.predicate.record;

import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Value;

/** What is known of one customer. */
@FunctionalInterface
public interface Facts {

    /** The value of a field, an aggregate or a membership, of the leaf's type; missing where nothing is known. */
    Value value(Leaf leaf);
}
