package org.yinhang.campaign.web;

import java.util.Arrays;
import java.util.List;
import org.yinhang.campaign.onsite.EventState;
import org.yinhang.campaign.onsite.OnsiteEvent;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListFilter;
import org.yinhang.shared.list.Meaning;

/** Events on site as a list. */
final class OnsiteList {

    private static final int TASKS = 9;

    private OnsiteList() {}

    static ListDefinition<OnsiteEvent> of() {
        List<Column<OnsiteEvent>> columns = List.of(
                Column.<OnsiteEvent>of(
                                "theme",
                                "onsite.theme",
                                e -> new Cell.Words(e.plan().theme()))
                        .sortable(),
                Column.<OnsiteEvent>of(
                                "day", "onsite.day", e -> new Cell.Day(e.plan().day()))
                        .sortable(),
                Column.of("branch", "onsite.branch", e -> new Cell.Words(e.branchName())),
                Column.of("place", "onsite.place", e -> new Cell.Words(e.plan().place())),
                Column.of(
                        "state",
                        "onsite.state",
                        (e, page) -> new Cell.Mark(
                                meaning(e.state()), page.t(e.state().messageKey()))),
                Column.<OnsiteEvent>of("tasks", "onsite.checklist", e -> new Cell.Words(e.tasksDone() + " / " + TASKS)),
                Column.<OnsiteEvent>number("guests", "onsite.guests", e -> new Cell.Count(e.guests())),
                Column.<OnsiteEvent>number("came", "onsite.came", e -> new Cell.Count(e.came()))
                        .sortable(),
                Column.<OnsiteEvent>number(
                        "interested", "onsite.outcome.interested", e -> new Cell.Count(e.interested())),
                Column.<OnsiteEvent>number("applied", "onsite.outcome.applied", e -> new Cell.Count(e.applied())));
        List<ListFilter> filters = List.of(new ListFilter.OneOf(
                "state",
                "onsite.state",
                Arrays.stream(EventState.values())
                        .map(state -> new ListFilter.Option(state.key(), state.messageKey()))
                        .toList()));
        return ListDefinition.of("onsite-events", columns, filters, true).leadingTo(e -> "/events/" + e.id());
    }

    static Meaning meaning(EventState state) {
        return switch (state) {
            case PLANNED -> Meaning.PLAIN;
            case RUNNING -> Meaning.GOOD;
            case FOLLOWED_UP -> Meaning.WATCH;
            case CLOSED -> Meaning.PLAIN;
            case CANCELLED -> Meaning.BLOCKED;
        };
    }
}
