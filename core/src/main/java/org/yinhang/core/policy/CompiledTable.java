package org.yinhang.core.policy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Leaves;

/**
 * A table whose every text has been read and checked.
 *
 * @param table as written
 * @param rows its rules, in order
 * @param unknown what it says where a rule cannot be judged
 */
public record CompiledTable(DecisionTable table, List<CompiledRow> rows, Optional<CompiledRow> unknown) {

    public CompiledTable {
        rows = List.copyOf(rows);
    }

    /**
     * Reads a table.
     *
     * @throws org.yinhang.core.fault.FaultException with everything that is wrong: POL-1001 to POL-1008
     */
    public static CompiledTable compile(DecisionTable table, Catalogue catalogue) {
        return new TableCompiler(table, catalogue).compile();
    }

    /** Every field the table reads, once, in order of first use. */
    public Set<Leaf> fields() {
        Set<Leaf> fields = new LinkedHashSet<>();
        for (CompiledRow row : rows) {
            fields.addAll(Leaves.of(row.condition()));
            row.outcomes().values().forEach(outcome -> fields.addAll(Leaves.of(outcome)));
        }
        return fields;
    }
}
