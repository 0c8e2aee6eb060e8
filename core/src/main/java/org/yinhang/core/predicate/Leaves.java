package org.yinhang.core.predicate;

import java.util.LinkedHashSet;
import java.util.Set;
import org.yinhang.core.predicate.Expression.Leaf;

/** What an expression reads. */
public final class Leaves {

    private Leaves() {}

    /** Every leaf of an expression once, in order of first use; aggregates are leaves, their insides are not walked. */
    public static Set<Leaf> of(Expression expression) {
        Set<Leaf> leaves = new LinkedHashSet<>();
        gather(expression, leaves);
        return leaves;
    }

    private static void gather(Expression expression, Set<Leaf> leaves) {
        if (expression instanceof Leaf leaf) {
            leaves.add(leaf);
        }
        expression.children().forEach(child -> gather(child, leaves));
    }
}
