package org.yinhang.shared.list;

import java.util.List;
import org.yinhang.shared.ListQuery;

/**
 * One page of a list, ready for its template.
 *
 * @param key the list's name
 * @param isSearchable whether a field for free text stands above it
 * @param query what was asked
 * @param headings of the columns shown
 * @param rows in order
 * @param total rows in all
 * @param filters above the list
 * @param choices every column, and whether it shows
 * @param links where it leads
 * @param actions what can be done with chosen rows; none where rows cannot be chosen
 * @param views the viewer's own views
 */
public record ListPage(
        String key,
        boolean isSearchable,
        ListQuery query,
        List<Heading> headings,
        List<Row> rows,
        long total,
        List<ListFilter> filters,
        List<Choice> choices,
        ListLinks links,
        List<ListAction> actions,
        List<SavedView> views) {

    /**
     * The heading of a column.
     *
     * @param title in the viewer's language
     * @param isNumber whether it stands to the right
     * @param sortKey what the question calls it, empty when it cannot be sorted
     * @param sortAddress where a click leads, empty when it cannot be sorted
     * @param sorted {@code ascending}, {@code descending} or empty
     */
    public record Heading(String title, boolean isNumber, String sortKey, String sortAddress, String sorted) {}

    /**
     * A row.
     *
     * @param key what it is known by when it is chosen; empty where rows cannot be chosen
     * @param address the page it leads to, or empty
     * @param cells one per heading
     */
    public record Row(String key, String address, List<Cell> cells) {}

    /** A column a viewer may show or hide. */
    public record Choice(String key, String title, boolean isShown) {}

    public ListPage {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
        filters = List.copyOf(filters);
        choices = List.copyOf(choices);
        actions = List.copyOf(actions);
        views = List.copyOf(views);
    }

    /** Whether rows can be chosen to do something with them. */
    public boolean isChoosable() {
        return !actions.isEmpty();
    }

    /** The headings it can be sorted by. */
    public List<Heading> sortable() {
        return headings.stream().filter(heading -> !heading.sortKey().isEmpty()).toList();
    }

    /** The number of the first row shown, from 1. */
    public long from() {
        return total == 0 ? 0 : query.offset() + 1;
    }

    /** The number of the last row shown. */
    public long to() {
        return Math.min(total, query.offset() + rows.size());
    }

    /** Whether anything narrows the list. */
    public boolean isNarrowed() {
        return !query.filters().isEmpty() || !query.text().isEmpty();
    }
}
