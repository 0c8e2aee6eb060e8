package org.yinhang.product.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.yinhang.product.Credit;
import org.yinhang.product.ProductFamily;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListFilter;
import org.yinhang.shared.web.PageFrame;

/** The shelf as a list. */
final class ProductList {

    private ProductList() {}

    static ListDefinition<ProductRow> of() {
        List<Column<ProductRow>> columns = List.of(
                Column.of(
                        "id",
                        "product.column.id",
                        r -> new Cell.Code(r.product().id())),
                Column.of(
                        "name",
                        "product.column.name",
                        (r, page) -> new Cell.Words(new ProductWords(page).name(r.product()))),
                Column.of(
                        "family",
                        "product.column.family",
                        (r, page) -> new Cell.Words(page.t(r.product().family().messageKey()))),
                Column.<ProductRow>number("price", "product.column.price", r -> r.price()
                                .<Cell>map(p -> new Cell.Annual(p.rate()))
                                .orElseGet(Cell.Nothing::new))
                        .sortable(),
                Column.of("rates", "product.column.rates", (r, page) -> credit(r, new ProductWords(page)::rates)),
                Column.of("limits", "product.column.limits", (r, page) -> credit(r, new ProductWords(page)::limits)),
                Column.of("terms", "product.column.terms", (r, page) -> credit(r, new ProductWords(page)::months)),
                Column.of("repayment", "product.column.repayment", (r, page) -> credit(r, c -> repayment(c, page))),
                Column.of(
                        "risk",
                        "product.column.risk",
                        r -> new Cell.Words(r.product().risk().name())),
                Column.<ProductRow>of(
                                "for",
                                "product.column.for",
                                (r, page) -> new Cell.Words(new ProductWords(page).isFor(r.product())))
                        .whenChosen());
        List<ListFilter> filters = List.of(new ListFilter.OneOf(
                "family",
                "product.column.family",
                Arrays.stream(ProductFamily.values())
                        .map(f -> new ListFilter.Option(f.name().toLowerCase(Locale.ROOT), f.messageKey()))
                        .toList()));
        return ListDefinition.of("products", columns, filters, true)
                .leadingTo(r -> "/products/" + r.product().id());
    }

    private static String repayment(Credit credit, PageFrame page) {
        return page.t(credit.repayments().getFirst().messageKey());
    }

    private static Cell credit(ProductRow row, Function<Credit, String> words) {
        return row.product()
                .credit()
                .<Cell>map(c -> new Cell.Words(words.apply(c)))
                .orElseGet(Cell.Nothing::new);
    }
}
