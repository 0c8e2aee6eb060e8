package org.yinhang.benefit.web;

import java.util.Arrays;
import java.util.List;
import org.yinhang.benefit.Benefit;
import org.yinhang.benefit.BenefitKind;
import org.yinhang.benefit.BenefitState;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListFilter;
import org.yinhang.shared.list.Meaning;

/** Benefits as a list. */
final class BenefitList {

    private BenefitList() {}

    static ListDefinition<Benefit> of() {
        List<Column<Benefit>> columns = List.of(
                Column.<Benefit>of(
                                "code",
                                "benefit.code",
                                b -> new Cell.Code(b.terms().code()))
                        .sortable(),
                Column.of("name", "benefit.name", b -> new Cell.Words(b.terms().name())),
                Column.of(
                        "kind",
                        "benefit.kind",
                        (b, page) -> new Cell.Words(page.t(b.terms().kind().messageKey()))),
                Column.of(
                        "state",
                        "benefit.state",
                        (b, page) -> new Cell.Mark(
                                meaning(b.state()), page.t(b.state().messageKey()))),
                Column.of(
                        "product",
                        "benefit.product",
                        b -> new Cell.Words(b.terms().product())),
                Column.<Benefit>number(
                                "stock",
                                "benefit.stock",
                                b -> new Cell.Count(b.terms().stock()))
                        .sortable(),
                Column.<Benefit>number("promised", "benefit.promised", b -> new Cell.Count(b.promised()))
                        .sortable(),
                Column.<Benefit>number("redeemed", "benefit.redeemed", b -> new Cell.Count(b.redeemed()))
                        .sortable(),
                Column.number("left", "benefit.left", b -> new Cell.Count(b.left())),
                Column.number("spent", "benefit.spent", b -> new Cell.Amount(b.spent())),
                Column.number(
                        "budget",
                        "benefit.budget",
                        b -> new Cell.Amount(b.terms().budget())),
                Column.<Benefit>of(
                                "until",
                                "benefit.until",
                                b -> new Cell.Day(b.terms().until()))
                        .sortable(),
                Column.<Benefit>of("maker", "benefit.maker", b -> new Cell.Words(b.madeBy()))
                        .whenChosen());
        List<ListFilter> filters = List.of(
                new ListFilter.OneOf(
                        "state",
                        "benefit.state",
                        Arrays.stream(BenefitState.values())
                                .map(state -> new ListFilter.Option(state.key(), state.messageKey()))
                                .toList()),
                new ListFilter.OneOf(
                        "kind",
                        "benefit.kind",
                        Arrays.stream(BenefitKind.values())
                                .map(kind -> new ListFilter.Option(kind.key(), kind.messageKey()))
                                .toList()));
        return ListDefinition.of("benefits", columns, filters, true)
                .leadingTo(b -> "/benefits/" + b.terms().code());
    }

    static Meaning meaning(BenefitState state) {
        return switch (state) {
            case PROPOSED -> Meaning.WATCH;
            case RETURNED -> Meaning.PLAIN;
            case OPEN -> Meaning.GOOD;
            case STOPPED -> Meaning.BLOCKED;
        };
    }
}
