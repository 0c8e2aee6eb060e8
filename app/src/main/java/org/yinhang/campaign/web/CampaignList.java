package org.yinhang.campaign.web;

import java.util.Arrays;
import java.util.List;
import org.yinhang.campaign.Campaign;
import org.yinhang.campaign.CampaignState;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListFilter;
import org.yinhang.shared.list.Meaning;

/** Campaigns as a list. */
final class CampaignList {

    private CampaignList() {}

    static ListDefinition<Campaign> of(List<ListFilter.Option> products) {
        List<Column<Campaign>> columns = List.of(
                Column.<Campaign>of("code", "campaign.column.code", c -> new Cell.Code(c.code()))
                        .sortable(),
                Column.of(
                        "name",
                        "campaign.column.name",
                        c -> new Cell.Words(c.plan().name())),
                Column.of(
                        "state",
                        "campaign.column.state",
                        (c, page) -> new Cell.Mark(
                                meaning(c.state()), page.t(c.state().messageKey()))),
                Column.of(
                        "product",
                        "campaign.column.product",
                        c -> new Cell.Words(c.plan().product())),
                Column.<Campaign>of(
                                "starts",
                                "campaign.column.starts",
                                c -> new Cell.Day(c.plan().startsOn()))
                        .sortable(),
                Column.of(
                        "ends",
                        "campaign.column.ends",
                        c -> new Cell.Day(c.plan().endsOn())),
                Column.number(
                        "target",
                        "campaign.column.target",
                        c -> new Cell.Count(c.plan().target())),
                Column.of("owner", "campaign.column.owner", c -> new Cell.Words(c.owner())),
                Column.<Campaign>of("changed", "campaign.column.changed", c -> new Cell.Moment(c.changedAt()))
                        .sortable(),
                Column.<Campaign>of(
                                "goal",
                                "campaign.column.goal",
                                c -> new Cell.Words(c.plan().goal()))
                        .whenChosen());
        List<ListFilter> filters = List.of(
                new ListFilter.OneOf(
                        "state",
                        "campaign.column.state",
                        Arrays.stream(CampaignState.values())
                                .map(state -> new ListFilter.Option(state.key(), state.messageKey()))
                                .toList()),
                new ListFilter.OneOf("product", "campaign.column.product", products));
        return ListDefinition.of("campaigns", columns, filters, true).leadingTo(c -> "/campaigns/" + c.code());
    }

    static Meaning meaning(CampaignState state) {
        return switch (state) {
            case DRAFT, FINISHED -> Meaning.PLAIN;
            case IN_APPROVAL, PAUSED -> Meaning.WATCH;
            case APPROVED, RUNNING -> Meaning.GOOD;
            case KILLED -> Meaning.BLOCKED;
        };
    }
}
