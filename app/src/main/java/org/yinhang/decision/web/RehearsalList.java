package org.yinhang.decision.web;

import java.util.List;
import org.yinhang.decision.rehearsal.KeptRehearsal;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;

/** Rehearsals as a list, the newest first. */
final class RehearsalList {

    private RehearsalList() {}

    static ListDefinition<KeptRehearsal> of() {
        List<Column<KeptRehearsal>> columns = List.of(
                Column.<KeptRehearsal>of("at", "rehearsal.column.at", one -> new Cell.Moment(one.at())),
                Column.<KeptRehearsal>of(
                        "kind",
                        "rehearsal.column.kind",
                        (one, page) -> new Cell.Words(
                                page.t("rehearsal.kind." + one.subject().kind().word()))),
                Column.<KeptRehearsal>of(
                        "definition",
                        "rehearsal.column.definition",
                        one -> new Cell.Code(one.subject().id())),
                Column.<KeptRehearsal>of(
                        "version",
                        "rehearsal.column.version",
                        one -> new Cell.Code("v" + one.subject().version())),
                Column.<KeptRehearsal>number(
                        "applications",
                        "rehearsal.applications",
                        one -> new Cell.Count(one.result().applications())),
                Column.<KeptRehearsal>number(
                        "changed",
                        "rehearsal.changed",
                        one -> new Cell.Count(one.result().changedInAll())),
                Column.<KeptRehearsal>number(
                        "before",
                        "rehearsal.column.before",
                        one -> new Cell.Share(one.result().before().openRate())),
                Column.<KeptRehearsal>number(
                        "after",
                        "rehearsal.column.after",
                        one -> new Cell.Share(one.result().after().openRate())),
                Column.<KeptRehearsal>of("by", "rehearsal.column.by", one -> new Cell.Words(one.askedBy())));
        return ListDefinition.of("rehearsals", columns, List.of(), true)
                .leadingTo(one -> "/rehearsals/" + one.subject().path());
    }
}
