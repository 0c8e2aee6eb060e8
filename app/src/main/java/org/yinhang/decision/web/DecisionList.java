package org.yinhang.decision.web;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;
import org.yinhang.decision.live.Decision;
import org.yinhang.decision.live.Decisions;
import org.yinhang.decision.live.OfferEntry;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListFilter;
import org.yinhang.shared.list.Meaning;
import org.yinhang.shared.web.PageFrame;

/** The ledger of decisions as a list, the newest first. */
final class DecisionList {

    private DecisionList() {}

    /**
     * The list.
     *
     * @param names masked names by customer number, of those the page shows
     * @param products names by code, of those that may be filtered by
     * @param product the name of any product
     */
    static ListDefinition<Decision> of(
            Map<Integer, String> names, Map<String, String> products, UnaryOperator<String> product) {
        List<Column<Decision>> columns = List.of(
                Column.<Decision>of("id", "decisions.column.id", one -> new Cell.Code(Long.toString(one.id()))),
                Column.<Decision>of("at", "decisions.column.at", one -> new Cell.Moment(one.recordedAt())),
                Column.<Decision>of(
                        "customer",
                        "decisions.column.customer",
                        one -> new Cell.Code(
                                Integer.toString(one.record().input().customer()))),
                Column.<Decision>of(
                        "name",
                        "decisions.column.name",
                        one -> words(names.getOrDefault(one.record().input().customer(), ""))),
                Column.<Decision>of(
                        "channel",
                        "decisions.column.channel",
                        (one, page) ->
                                new Cell.Words(channel(one.record().input().channel(), page))),
                Column.<Decision>of(
                        "state",
                        "decisions.column.state",
                        (one, page) -> one.record().offered().isEmpty()
                                ? new Cell.Mark(Meaning.BLOCKED, page.t("decisions.none"))
                                : new Cell.Mark(
                                        Meaning.GOOD,
                                        page.t(
                                                "decisions.some",
                                                one.record().offered().size(),
                                                one.record().offers().size()))),
                Column.<Decision>of("first", "decisions.column.first", one -> first(one, product)),
                Column.<Decision>number("rate", "decisions.column.rate", DecisionList::rate),
                Column.<Decision>number("limit", "decisions.column.limit", DecisionList::limit),
                Column.<Decision>of(
                                "offered",
                                "decisions.column.offered",
                                one -> words(one.record().offered().stream()
                                        .map(offer -> product.apply(offer.product()))
                                        .collect(Collectors.joining(" · "))))
                        .whenChosen(),
                Column.<Decision>of(
                                "neutral",
                                "decisions.column.neutral",
                                (one, page) -> one.record().isNeutral()
                                        ? new Cell.Words(page.t("decisions.neutral"))
                                        : new Cell.Nothing())
                        .whenChosen(),
                Column.<Decision>of("by", "decisions.column.by", one -> words(one.askedBy()))
                        .whenChosen(),
                Column.<Decision>of(
                                "request",
                                "decisions.column.request",
                                one -> new Cell.Code(one.record().input().request()))
                        .whenChosen());
        List<ListFilter> filters = List.of(
                new ListFilter.OneOf(
                        "channel",
                        "decisions.column.channel",
                        Decisions.CHANNELS.stream()
                                .sorted()
                                .map(code -> new ListFilter.Option(code, "decisions.channel." + code))
                                .toList()),
                new ListFilter.OneOf(
                        "product",
                        "decisions.filter.product",
                        products.entrySet().stream()
                                .map(one -> new ListFilter.Option(one.getKey(), one.getValue()))
                                .toList()));
        return ListDefinition.of("decisions", columns, filters, true).leadingTo(one -> "/decisions/" + one.id());
    }

    static String channel(String code, PageFrame page) {
        return page.t("decisions.channel." + code);
    }

    private static Cell first(Decision decision, UnaryOperator<String> product) {
        return decision.record().offered().stream()
                .findFirst()
                .map(offer -> words(product.apply(offer.product())))
                .orElseGet(Cell.Nothing::new);
    }

    private static Cell rate(Decision decision) {
        return decision.record().offered().stream()
                .map(OfferEntry::ratePpm)
                .findFirst()
                .<Cell>map(ppm -> new Cell.Annual(new Rate(ppm)))
                .orElseGet(Cell.Nothing::new);
    }

    private static Cell limit(Decision decision) {
        return decision.record().offered().stream()
                .map(OfferEntry::limitFen)
                .findFirst()
                .<Cell>map(fen -> new Cell.Amount(Money.ofFen(fen)))
                .orElseGet(Cell.Nothing::new);
    }

    private static Cell words(String words) {
        return words.isEmpty() ? new Cell.Nothing() : new Cell.Words(words);
    }
}
