package org.yinhang.decision.web;

import java.util.List;
import java.util.Map;
import org.yinhang.decision.PlanSummary;
import org.yinhang.decision.PlannedContact;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListFilter;

/** The list of a plan: whom first, how, and why. */
final class PlannedContactList {

    private PlannedContactList() {}

    /**
     * The list.
     *
     * @param names masked names by customer number, of those the page shows
     */
    static ListDefinition<PlannedContact> of(PlanSummary plan, boolean chinese, Map<Integer, String> names) {
        List<Column<PlannedContact>> columns = List.of(
                Column.<PlannedContact>number("rank", "plans.column.rank", contact -> new Cell.Count(contact.rank()))
                        .sortable(),
                Column.<PlannedContact>of(
                        "name", "plans.column.name", contact -> words(names.getOrDefault(contact.customer(), ""))),
                Column.<PlannedContact>of(
                        "customer",
                        "plans.column.customer",
                        contact -> new Cell.Code(Integer.toString(contact.customer()))),
                Column.<PlannedContact>of("grade", "plans.column.grade", contact -> new Cell.Words(contact.grade()))
                        .sortable(),
                Column.<PlannedContact>of(
                        "channel",
                        "plans.column.channel",
                        (contact, page) ->
                                new Cell.Words(page.texts().isChinese() ? contact.channelZh() : contact.channelEn())),
                Column.<PlannedContact>number(
                                "probability",
                                "plans.column.probability",
                                contact -> new Cell.Chance(contact.probability()))
                        .sortable(),
                Column.<PlannedContact>number(
                                "value", "plans.column.value", contact -> new Cell.Amount(contact.expectedValue()))
                        .sortable(),
                reason(0),
                reason(1),
                reason(2).whenChosen(),
                Column.<PlannedContact>of(
                                "script",
                                "plans.column.script",
                                (contact, page) ->
                                        words(contact.script().in(page.texts().isChinese())))
                        .whenChosen());
        List<ListFilter> filters = List.of(
                new ListFilter.OneOf(
                        "grade",
                        "plans.column.grade",
                        plan.grades().stream()
                                .map(g -> new ListFilter.Option(g.grade(), g.grade()))
                                .toList()),
                new ListFilter.OneOf(
                        "channel",
                        "plans.column.channel",
                        plan.capacities().stream()
                                .map(c -> new ListFilter.Option(c.channel(), chinese ? c.zh() : c.en()))
                                .toList()));
        return ListDefinition.of("plan", columns, filters, false)
                .leadingTo(contact -> "/customers/" + contact.customer())
                .chosenBy(contact -> Integer.toString(contact.rank()));
    }

    private static Column<PlannedContact> reason(int place) {
        return Column.of(
                "reason" + (place + 1),
                "plans.column.reason" + (place + 1),
                (contact, page) -> place < contact.reasons().size()
                        ? words(contact.reasons().get(place).in(page.texts().isChinese()))
                        : new Cell.Nothing());
    }

    private static Cell words(String words) {
        return words.isEmpty() ? new Cell.Nothing() : new Cell.Words(words);
    }
}
