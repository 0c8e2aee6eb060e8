package org.yinhang.opportunity.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.yinhang.opportunity.Opportunity;
import org.yinhang.opportunity.OpportunityPlace;
import org.yinhang.opportunity.OpportunityStage;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListFilter;
import org.yinhang.shared.list.Meaning;
import org.yinhang.shared.web.PageFrame;

/** Opportunities as a list. */
final class OpportunityColumns {

    /** Ways an opportunity comes to somebody. */
    private static final List<String> WAYS = List.of(
            "own-manager",
            "skill",
            "team",
            "credit-centre",
            "other-team",
            "passed-on",
            "passed-on-skill",
            "passed-back",
            "claimed",
            "given",
            "stepped-in");

    private OpportunityColumns() {}

    /**
     * The list.
     *
     * @param names masked, by customer
     * @param now decides what is overdue
     */
    static ListDefinition<Opportunity> of(
            OpportunityWords.Words words, Map<Integer, String> names, Instant now, PageFrame page) {
        List<Column<Opportunity>> columns = List.of(
                Column.of(
                        "customer",
                        "opportunity.column.customer",
                        one -> new Cell.Words(names.getOrDefault(one.customer(), "") + " " + one.customer())),
                Column.of(
                        "product",
                        "opportunity.column.product",
                        (one, frame) -> new Cell.Words(words.product(one.product(), frame))),
                Column.of("why", "opportunity.column.why", (one, frame) -> new Cell.Words(words.why(one, frame))),
                Column.of("stage", "opportunity.column.stage", (one, frame) -> stage(one, frame)),
                Column.<Opportunity>number("value", "opportunity.column.value", one -> one.value()
                                .<Cell>map(Cell.Amount::new)
                                .orElseGet(Cell.Nothing::new))
                        .sortable(),
                Column.of("owner", "opportunity.column.owner", (one, frame) -> owner(one, frame)),
                Column.<Opportunity>of("team", "opportunity.column.team", (one, frame) -> team(one, frame))
                        .whenChosen(),
                Column.<Opportunity>of("given", "opportunity.column.given", (one, frame) -> given(one, frame))
                        .whenChosen(),
                Column.<Opportunity>of("due", "opportunity.column.due", (one, frame) -> due(one, now, frame))
                        .sortable(),
                Column.<Opportunity>of("expires", "opportunity.column.expires", one -> new Cell.Day(one.expiresOn()))
                        .sortable(),
                Column.<Opportunity>number(
                                "attempts", "opportunity.column.attempts", one -> new Cell.Count(one.attempts()))
                        .sortable()
                        .whenChosen(),
                Column.<Opportunity>of("found", "opportunity.column.found", one -> new Cell.Moment(one.foundAt()))
                        .sortable()
                        .whenChosen());
        return ListDefinition.of("opportunities", columns, filters(words, page), false)
                .leadingTo(one -> "/opportunities/" + one.id())
                .chosenBy(one -> Long.toString(one.id()));
    }

    private static List<ListFilter> filters(OpportunityWords.Words words, PageFrame page) {
        return List.of(
                new ListFilter.OneOf(
                        "stage",
                        "opportunity.column.stage",
                        Arrays.stream(OpportunityStage.values())
                                .map(stage -> new ListFilter.Option(stage.key(), stage.messageKey()))
                                .toList()),
                new ListFilter.OneOf(
                        "place",
                        "opportunity.column.place",
                        Arrays.stream(OpportunityPlace.values())
                                .map(place -> new ListFilter.Option(place.key(), place.messageKey()))
                                .toList()),
                new ListFilter.OneOf("product", "opportunity.column.product", words.productOptions(page)),
                new ListFilter.OneOf("reason", "opportunity.column.why", words.reasonOptions(page)),
                new ListFilter.OneOf("team", "opportunity.column.team", WorkerColumns.teams()),
                new ListFilter.OneOf(
                        "given",
                        "opportunity.column.given",
                        WAYS.stream()
                                .map(way -> new ListFilter.Option(way, "opportunity.assigned." + way))
                                .toList()),
                new ListFilter.OneOf(
                        "clock",
                        "opportunity.column.due",
                        List.of(new ListFilter.Option("overdue", "opportunity.overdue"))));
    }

    private static Cell stage(Opportunity one, PageFrame page) {
        Meaning meaning =
                switch (one.stage()) {
                    case NEW, CONTACTED -> Meaning.PLAIN;
                    case INTERESTED, APPOINTED, APPLIED, WON -> Meaning.GOOD;
                    case LOST, EXPIRED -> Meaning.BLOCKED;
                };
        return new Cell.Mark(meaning, page.t(one.stage().messageKey()));
    }

    private static Cell owner(Opportunity one, PageFrame page) {
        return switch (one.place()) {
            case PRIVATE ->
                new Cell.Words(one.owner().map(Opportunity.Owner::name).orElse(""));
            case UNASSIGNED -> new Cell.Mark(Meaning.WATCH, page.t(one.place().messageKey()));
            case PUBLIC -> new Cell.Mark(Meaning.PLAIN, page.t(one.place().messageKey()));
        };
    }

    private static Cell team(Opportunity one, PageFrame page) {
        return one.team()
                .<Cell>map(team -> new Cell.Words(page.t(team.messageKey())))
                .orElseGet(Cell.Nothing::new);
    }

    private static Cell given(Opportunity one, PageFrame page) {
        return one.assignedWhy().isEmpty()
                ? new Cell.Nothing()
                : new Cell.Words(page.t("opportunity.assigned." + one.assignedWhy()));
    }

    private static Cell due(Opportunity one, Instant now, PageFrame page) {
        if (one.isOverdue(now)) {
            return new Cell.Mark(Meaning.BAD, page.t("opportunity.overdue"));
        }
        return one.nextAt().<Cell>map(Cell.Moment::new).orElseGet(() -> new Cell.Moment(one.dueAt()));
    }
}
