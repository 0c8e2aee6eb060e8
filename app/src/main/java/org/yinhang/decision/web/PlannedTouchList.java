package org.yinhang.decision.web;

import java.util.List;
import java.util.Map;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Probability;
import org.yinhang.core.unit.Rate;
import org.yinhang.decision.outreach.OutreachSummary;
import org.yinhang.decision.outreach.PlannedTouch;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListFilter;

/** The contacts of a day's plan as a list. */
final class PlannedTouchList {

    private PlannedTouchList() {}

    /**
     * The list of a plan.
     *
     * @param names masked names by customer number, of those the page shows
     */
    static ListDefinition<PlannedTouch> of(OutreachSummary plan, boolean chinese, Map<Integer, String> names) {
        List<Column<PlannedTouch>> columns = List.of(
                Column.<PlannedTouch>number("rank", "plans.column.rank", touch -> new Cell.Count(touch.rank()))
                        .sortable(),
                Column.<PlannedTouch>of("name", "plans.column.name", touch -> {
                    String name = names.getOrDefault(touch.customer(), "");
                    return name.isEmpty() ? new Cell.Nothing() : new Cell.Words(name);
                }),
                Column.<PlannedTouch>of(
                        "customer",
                        "plans.column.customer",
                        touch -> new Cell.Code(Integer.toString(touch.customer()))),
                Column.<PlannedTouch>of(
                        "product",
                        "outreach.column.product",
                        touch -> new Cell.Words(name(plan.products(), touch.product(), chinese))),
                Column.<PlannedTouch>of(
                        "channel",
                        "plans.column.channel",
                        touch -> new Cell.Words(name(plan.channels(), touch.channel(), chinese))),
                Column.<PlannedTouch>of(
                        "slot",
                        "outreach.column.slot",
                        (touch, page) ->
                                new Cell.Words(page.texts().orElse("outreach.slot." + touch.slot(), touch.slot()))),
                Column.<PlannedTouch>number("lift", "outreach.column.lift", touch -> new Cell.Share(touch.lift()))
                        .sortable(),
                Column.<PlannedTouch>number(
                        "approval",
                        "outreach.column.approval",
                        touch -> new Cell.Chance(Probability.of(touch.approval()))),
                Column.<PlannedTouch>number(
                                "rate", "outreach.column.rate", touch -> new Cell.Annual(new Rate(touch.ratePpm())))
                        .sortable(),
                Column.<PlannedTouch>number(
                        "limit", "outreach.column.limit", touch -> new Cell.Amount(Money.ofFen(touch.limitFen()))),
                Column.<PlannedTouch>number(
                                "value", "plans.column.value", touch -> new Cell.Amount(Money.ofFen(touch.valueFen())))
                        .sortable());
        List<ListFilter> filters = List.of(
                new ListFilter.OneOf("product", "outreach.column.product", options(plan.products(), chinese)),
                new ListFilter.OneOf("channel", "plans.column.channel", options(plan.channels(), chinese)));
        return ListDefinition.of("outreach", columns, filters, false)
                .leadingTo(touch -> "/customers/" + touch.customer());
    }

    private static List<ListFilter.Option> options(List<OutreachSummary.Count> counts, boolean chinese) {
        return counts.stream()
                .map(count -> new ListFilter.Option(count.code(), chinese ? count.zh() : count.en()))
                .toList();
    }

    private static String name(List<OutreachSummary.Count> counts, String code, boolean chinese) {
        return counts.stream()
                .filter(count -> count.code().equals(code))
                .findFirst()
                .map(count -> chinese ? count.zh() : count.en())
                .orElse(code);
    }
}
