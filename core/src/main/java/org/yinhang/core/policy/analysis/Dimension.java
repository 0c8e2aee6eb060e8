package org.yinhang.core.policy.analysis;

import java.util.List;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Value;

/**
 * One thing conditions look at, cut into cells.
 *
 * @param looksAt a field, or what stands for a whole expression
 * @param cells a value of each cell
 * @param reads the fields behind it
 */
record Dimension(Leaf looksAt, List<Value> cells, List<Leaf> reads) {

    /** The cell of nothing known; −1 where there is none. */
    int missing() {
        return cells.getFirst().isMissing() ? 0 : -1;
    }
}
