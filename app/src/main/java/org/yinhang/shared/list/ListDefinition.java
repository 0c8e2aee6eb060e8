package org.yinhang.shared.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import org.yinhang.shared.web.PageFrame;

/**
 * A list as its module declares it, once: the page, the column choice and the workbook all follow from it.
 *
 * @param key its name, unique in the application, such as {@code audit}
 * @param columns from left to right
 * @param filters above the list
 * @param isSearchable whether a field for free text stands above it
 * @param address the page of a row; empty text where a row leads nowhere
 * @param rowKey what a row is known by when it is chosen; empty text where rows cannot be chosen
 */
public record ListDefinition<T>(
        String key,
        List<Column<T>> columns,
        List<ListFilter> filters,
        boolean isSearchable,
        Function<T, String> address,
        Function<T, String> rowKey) {

    public ListDefinition {
        columns = List.copyOf(columns);
        filters = List.copyOf(filters);
    }

    /** A list whose rows lead nowhere. */
    public static <T> ListDefinition<T> of(
            String key, List<Column<T>> columns, List<ListFilter> filters, boolean isSearchable) {
        return new ListDefinition<>(key, columns, filters, isSearchable, row -> "", row -> "");
    }

    /** The same with a page for each row. */
    public ListDefinition<T> leadingTo(Function<T, String> page) {
        return new ListDefinition<>(key, columns, filters, isSearchable, page, rowKey);
    }

    /**
     * The same with rows that can be chosen, where there is a {@link ListAction} for them; the module's repository
     * understands the filter {@link ListAction#CHOSEN}.
     */
    public ListDefinition<T> chosenBy(Function<T, String> key) {
        return new ListDefinition<>(this.key, columns, filters, isSearchable, address, key);
    }

    /** The columns this viewer wants to see, in the order of the definition; never none. */
    public List<Column<T>> shown(PageFrame page) {
        Optional<List<String>> chosen = page.columnsOf(key);
        List<Column<T>> shown = columns.stream()
                .filter(column ->
                        chosen.map(keys -> keys.contains(column.key())).orElse(column.isShownAtFirst()))
                .toList();
        return shown.isEmpty() ? columns : shown;
    }

    /** One page of the list, ready for its template. */
    public ListPage fill(ListQuery query, Slice<T> slice, PageFrame page) {
        List<Column<T>> shown = shown(page);
        List<ListAction> actions = slice.items().isEmpty()
                        || rowKey.apply(slice.items().getFirst()).isEmpty()
                ? List.of()
                : page.lists().actions(key, page.signedIn());
        List<ListPage.Row> rows = new ArrayList<>();
        for (T item : slice.items()) {
            List<Cell> cells = shown.stream()
                    .map(column -> column.cell().apply(item, page))
                    .toList();
            rows.add(new ListPage.Row(rowKey.apply(item), address.apply(item), cells));
        }
        ListLinks links = new ListLinks(page.path(), query, page.lists().sealed(query.text()));
        List<ListPage.Heading> headings = shown.stream()
                .map(column -> new ListPage.Heading(
                        page.t(column.titleKey()),
                        column.isNumber(),
                        column.isSortable() ? column.key() : "",
                        column.isSortable() ? links.sortedBy(column.key()) : "",
                        column.key().equals(query.sort()) ? (query.isDescending() ? "descending" : "ascending") : ""))
                .toList();
        List<ListPage.Choice> choices = columns.stream()
                .map(column -> new ListPage.Choice(column.key(), page.t(column.titleKey()), shown.contains(column)))
                .toList();
        return new ListPage(
                key,
                isSearchable,
                query,
                headings,
                rows,
                slice.total(),
                filters,
                choices,
                links,
                actions,
                page.lists().views(key, page.signedIn()));
    }
}
