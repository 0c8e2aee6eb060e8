package org.yinhang.opportunity.web;

import java.util.List;
import java.util.stream.Collectors;
import org.yinhang.opportunity.Opportunity;
import org.yinhang.opportunity.handover.Handover;
import org.yinhang.opportunity.handover.PackEntry;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListFilter;
import org.yinhang.shared.list.Meaning;
import org.yinhang.shared.web.PageFrame;

/** The list of handovers and the workbook of a pack: their columns. */
final class HandoverColumns {

    private HandoverColumns() {}

    static ListDefinition<Handover> ofHandovers() {
        List<Column<Handover>> columns = List.of(
                Column.of("at", "handover.column.at", one -> new Cell.Moment(one.madeAt())),
                Column.of("from", "handover.column.from", HandoverColumns::from),
                Column.of("to", "handover.column.to", one -> new Cell.Words(one.receivers())),
                Column.number("customers", "handover.column.customers", one -> new Cell.Count(one.customers())),
                Column.number(
                        "opportunities", "handover.column.opportunities", one -> new Cell.Count(one.opportunities())),
                Column.of("until", "handover.column.until", HandoverColumns::until),
                Column.of("reason", "handover.column.reason", one -> new Cell.Words(one.reason())),
                Column.of("read", "handover.column.read", HandoverColumns::read),
                Column.of("state", "handover.column.state", HandoverColumns::state),
                Column.<Handover>of("by", "handover.column.by", one -> new Cell.Words(one.madeBy()))
                        .whenChosen());
        return ListDefinition.of(
                        "handovers",
                        columns,
                        List.of(new ListFilter.OneOf(
                                "state",
                                "handover.column.state",
                                List.of(
                                        new ListFilter.Option("open", "handover.filter.open"),
                                        new ListFilter.Option("over", "handover.filter.over")))),
                        false)
                .leadingTo(one -> "/handovers/" + one.id());
    }

    /** A workbook names nobody: its rows carry customer numbers only, and nothing people wrote. */
    static ListDefinition<PackEntry> ofPack(OpportunityWords.Words words) {
        List<Column<PackEntry>> columns = List.of(
                Column.of(
                        "customer",
                        "handover.pack.customer",
                        one -> new Cell.Code("" + one.row().customer())),
                Column.of(
                        "from",
                        "handover.column.from",
                        one -> new Cell.Words(
                                one.row().from().map(Opportunity.Owner::name).orElse(""))),
                Column.of(
                        "to",
                        "handover.column.to",
                        one -> new Cell.Words(one.row().to().name())),
                Column.of(
                        "promises",
                        "handover.pack.promises",
                        (one, page) -> new Cell.Words(PackWords.promises(one, page))),
                Column.of(
                        "open",
                        "handover.pack.open",
                        (one, page) -> new Cell.Words(one.open().stream()
                                .map(each -> PackWords.opportunity(each, words, page))
                                .collect(Collectors.joining("; ")))),
                Column.of(
                        "contacts",
                        "handover.pack.contacts",
                        (one, page) -> new Cell.Words(one.contacts().stream()
                                .map(each -> PackWords.contact(each, page))
                                .collect(Collectors.joining("; ")))),
                Column.of(
                        "granted",
                        "handover.pack.granted",
                        (one, page) -> new Cell.Words(PackWords.answers(one.granted(), page))),
                Column.of(
                        "limits",
                        "handover.pack.limits",
                        (one, page) -> new Cell.Words(String.join("; ", PackWords.limits(one, page)))),
                Column.of("read", "handover.pack.read-at", (one, page) -> one.row()
                        .readAt()
                        .<Cell>map(Cell.Moment::new)
                        .orElseGet(() -> new Cell.Mark(Meaning.WATCH, page.t("handover.pack.unread")))));
        return ListDefinition.of("handover-pack", columns, List.of(), false);
    }

    private static Cell from(Handover one, PageFrame page) {
        return new Cell.Words(one.from().map(Opportunity.Owner::name).orElse(page.t("handover.from.chosen")));
    }

    private static Cell until(Handover one, PageFrame page) {
        return one.lastDay().<Cell>map(Cell.Day::new).orElseGet(() -> new Cell.Words(page.t("handover.for-good")));
    }

    private static Cell read(Handover one, PageFrame page) {
        String words = page.t(
                "opportunity.day.of",
                page.formats().count(one.read()),
                page.formats().count(one.customers()));
        boolean isMissing = one.state() == Handover.State.IN_FORCE && one.read() < one.customers();
        return isMissing ? new Cell.Mark(Meaning.WATCH, words) : new Cell.Words(words);
    }

    private static Cell state(Handover one, PageFrame page) {
        Meaning meaning =
                switch (one.state()) {
                    case IN_FORCE -> Meaning.GOOD;
                    case RETURNED -> Meaning.PLAIN;
                    case UNDONE -> Meaning.BLOCKED;
                };
        return new Cell.Mark(meaning, page.t(one.state().messageKey()));
    }
}
