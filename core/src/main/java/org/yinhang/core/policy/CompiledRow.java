package org.yinhang.core.policy;

import java.util.Map;
import org.yinhang.core.predicate.Expression;

/**
 * A rule whose texts have been read.
 *
 * @param row as written
 * @param condition under which it holds
 * @param outcomes what it says, by column
 */
public record CompiledRow(TableRow row, Expression condition, Map<String, Expression> outcomes) {

    public CompiledRow {
        outcomes = Map.copyOf(outcomes);
    }
}
