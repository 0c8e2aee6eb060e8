package org.yinhang.core.policy.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yinhang.core.policy.CompiledRow;
import org.yinhang.core.policy.CompiledTable;
import org.yinhang.core.policy.TableRow;
import org.yinhang.core.policy.analysis.CellSearch.Goal;
import org.yinhang.core.predicate.AsOf;

/**
 * What one row became from one version of a table to another.
 *
 * @param before the row as it was; empty when it is new
 * @param after the row as it is; empty when it is gone
 * @param gained a customer it holds for now and did not before
 * @param lost a customer it held for and does no more
 */
public record TableChange(
        Optional<TableRow> before, Optional<TableRow> after, Optional<Example> gained, Optional<Example> lost) {

    /** Rows that are new, gone or no longer what they were, in the order of the later version, gone ones last. */
    public static List<TableChange> between(CompiledTable before, CompiledTable after, AsOf asOf) {
        Map<String, CompiledRow> old = new LinkedHashMap<>();
        before.rows().forEach(row -> old.put(row.row().id(), row));
        List<TableChange> changes = new ArrayList<>();
        for (CompiledRow row : after.rows()) {
            CompiledRow was = old.remove(row.row().id());
            if (was == null) {
                changes.add(
                        new TableChange(Optional.empty(), Optional.of(row.row()), Optional.empty(), Optional.empty()));
            } else if (!was.row().equals(row.row())) {
                changes.add(changed(was, row, asOf));
            }
        }
        old.values()
                .forEach(gone -> changes.add(new TableChange(
                        Optional.of(gone.row()), Optional.empty(), Optional.empty(), Optional.empty())));
        return changes;
    }

    private static TableChange changed(CompiledRow was, CompiledRow is, AsOf asOf) {
        CellSpace space = CellSpace.of(List.of(was.condition(), is.condition()), asOf);
        CellSearch search = new CellSearch(space);
        Formula then = space.formulas().getFirst();
        Formula now = space.formulas().getLast();
        return new TableChange(
                Optional.of(was.row()),
                Optional.of(is.row()),
                search.any(List.of(new Goal(then, Masks.NOT_TRUE), new Goal(now, Masks.TRUE))),
                search.any(List.of(new Goal(then, Masks.TRUE), new Goal(now, Masks.NOT_TRUE))));
    }
}
