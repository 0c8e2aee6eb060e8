package org.yinhang.reach.web;

import java.util.Arrays;
import java.util.List;
import org.yinhang.reach.Channel;
import org.yinhang.reach.Dispatch;
import org.yinhang.reach.DispatchState;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListFilter;
import org.yinhang.shared.list.Meaning;

/** What is on its way as a list. */
final class DispatchList {

    private DispatchList() {}

    static ListDefinition<Dispatch> of() {
        List<Column<Dispatch>> columns = List.of(
                Column.number("id", "reach.column.id", d -> new Cell.Code(Long.toString(d.id()))),
                Column.of(
                        "campaign",
                        "reach.column.campaign",
                        d -> new Cell.Words(d.terms().campaign())),
                Column.of(
                        "wave",
                        "reach.column.wave",
                        d -> new Cell.Words(d.terms().wave())),
                Column.of(
                        "channel",
                        "reach.column.channel",
                        (d, page) -> new Cell.Words(
                                page.t("reach.channel." + d.terms().channel()))),
                Column.of(
                        "state",
                        "reach.column.state",
                        (d, page) -> new Cell.Mark(
                                meaning(d.state()), page.t(d.state().messageKey()))),
                Column.number("planned", "reach.column.planned", d -> new Cell.Count(d.planned())),
                Column.number("begun", "reach.column.begun", d -> new Cell.Count(d.begun())),
                Column.of(
                        "copy",
                        "reach.column.copy",
                        d -> new Cell.Words(d.terms().creative().copy().code())),
                Column.of("made", "reach.column.made", d -> new Cell.Moment(d.madeAt())),
                Column.<Dispatch>of("by", "reach.column.by", d -> new Cell.Words(d.madeBy()))
                        .whenChosen());
        List<ListFilter> filters = List.of(
                new ListFilter.OneOf(
                        "state",
                        "reach.column.state",
                        Arrays.stream(DispatchState.values())
                                .map(state -> new ListFilter.Option(state.key(), state.messageKey()))
                                .toList()),
                new ListFilter.OneOf(
                        "channel",
                        "reach.column.channel",
                        Channel.CODES.stream()
                                .map(code -> new ListFilter.Option(code, "reach.channel." + code))
                                .toList()));
        return ListDefinition.of("dispatches", columns, filters, true).leadingTo(d -> "/dispatches/" + d.id());
    }

    private static Meaning meaning(DispatchState state) {
        return switch (state) {
            case PREPARING -> Meaning.PLAIN;
            case RUNNING -> Meaning.GOOD;
            case PAUSED -> Meaning.WATCH;
            case KILLED -> Meaning.BLOCKED;
            case FINISHED -> Meaning.PLAIN;
        };
    }
}
