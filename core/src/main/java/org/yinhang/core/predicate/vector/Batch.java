package org.yinhang.core.predicate.vector;

import org.yinhang.core.predicate.Expression.Leaf;

/** Some rows, a column at a time. */
public interface Batch {

    /** Number of rows. */
    int size();

    /** The column a leaf stands for, of the leaf's type. The same dictionary each time for the same leaf. */
    Vector column(Leaf leaf);
}
