package org.yinhang.ingest.web;

import java.util.Arrays;
import java.util.List;
import org.yinhang.ingest.internal.LoadOutcome;
import org.yinhang.ingest.internal.PastLoad;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListFilter;
import org.yinhang.shared.list.Meaning;

/** The list of loads. */
final class LoadList {

    static final ListDefinition<PastLoad> LIST = ListDefinition.of(
                    "loads",
                    List.of(
                            Column.<PastLoad>of(
                                            "mapping", "ingest.column.mapping", load -> new Cell.Words(load.mapping()))
                                    .sortable(),
                            Column.<PastLoad>of(
                                    "outcome",
                                    "ingest.column.outcome",
                                    (load, page) -> new Cell.Mark(
                                            meaning(load.outcome()),
                                            page.t(load.outcome().messageKey()))),
                            Column.<PastLoad>number("snapshot", "ingest.column.snapshot", load -> load.snapshot()
                                    .<Cell>map(Cell.Count::new)
                                    .orElseGet(Cell.Nothing::new)),
                            Column.<PastLoad>number("rows", "ingest.column.rows", load -> new Cell.Count(load.rows()))
                                    .sortable(),
                            Column.<PastLoad>number(
                                            "rejected",
                                            "ingest.column.rejected",
                                            load -> new Cell.Count(load.rejected()))
                                    .sortable(),
                            Column.<PastLoad>of("by", "ingest.column.by", load -> new Cell.Words(load.requestedBy())),
                            Column.<PastLoad>of(
                                            "requested",
                                            "ingest.column.requested",
                                            load -> new Cell.Moment(load.requestedAt()))
                                    .sortable()),
                    List.of(new ListFilter.OneOf(
                            "outcome",
                            "ingest.column.outcome",
                            Arrays.stream(LoadOutcome.values())
                                    .map(outcome -> new ListFilter.Option(outcome.name(), outcome.messageKey()))
                                    .toList())),
                    false)
            .leadingTo(load -> "/system/data/loads/" + load.run());

    private LoadList() {}

    static Meaning meaning(LoadOutcome outcome) {
        return switch (outcome) {
            case WORKING, UNCHANGED -> Meaning.PLAIN;
            case LOADED -> Meaning.GOOD;
            case STOPPED -> Meaning.BAD;
        };
    }
}
