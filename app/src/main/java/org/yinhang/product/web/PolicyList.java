package org.yinhang.product.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.yinhang.product.PolicyKind;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListFilter;
import org.yinhang.shared.list.Meaning;
import org.yinhang.shared.web.PageFrame;

/** The policies in force as a list. */
final class PolicyList {

    private PolicyList() {}

    static ListDefinition<PolicyRow> of() {
        List<Column<PolicyRow>> columns = List.of(
                Column.of(
                        "name",
                        "product.policy.column.name",
                        (r, page) -> new Cell.Words(new ProductWords(page).name(r.table()))),
                Column.of(
                        "id",
                        "product.policy.column.id",
                        r -> new Cell.Code(r.table().id())),
                Column.of(
                        "kind",
                        "product.policy.column.kind",
                        (r, page) -> new Cell.Words(page.t(r.table().kind().messageKey()))),
                Column.of(
                        "products",
                        "product.policy.column.products",
                        (r, page) -> new Cell.Words(new ProductWords(page).products(r.table()))),
                Column.of(
                        "hit",
                        "product.policy.column.hit",
                        (r, page) -> new Cell.Words(page.t(
                                "product.hit." + r.table().table().hit().name().toLowerCase(Locale.ROOT)))),
                Column.number(
                        "rows",
                        "product.policy.column.rows",
                        r -> new Cell.Count(r.table().table().rows().size())),
                Column.number(
                        "version",
                        "product.policy.column.version",
                        r -> new Cell.Count(r.table().table().version())),
                Column.of(
                        "until",
                        "product.policy.column.until",
                        r -> r.table().table().until().<Cell>map(Cell.Day::new).orElseGet(Cell.Nothing::new)),
                Column.of("state", "product.policy.column.state", PolicyList::state));
        List<ListFilter> filters = List.of(new ListFilter.OneOf(
                "kind",
                "product.policy.column.kind",
                Arrays.stream(PolicyKind.values())
                        .map(k -> new ListFilter.Option(k.name().toLowerCase(Locale.ROOT), k.messageKey()))
                        .toList()));
        return ListDefinition.of("policies", columns, filters, true)
                .leadingTo(r -> "/policies/" + r.table().id());
    }

    private static Cell state(PolicyRow row, PageFrame page) {
        if (row.errors() > 0) {
            return new Cell.Mark(Meaning.BAD, page.t("product.policy.errors", row.errors()));
        }
        return row.notes() > 0
                ? new Cell.Mark(Meaning.GOOD, page.t("product.policy.notes", row.notes()))
                : new Cell.Mark(Meaning.GOOD, page.t("product.policy.sound"));
    }
}
