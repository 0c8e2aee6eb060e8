package org.yinhang.shared;

import java.util.Map;
import java.util.Optional;

/**
 * What a person asked of a list.
 *
 * @param text free text to look for; empty for none
 * @param filters chosen value per filter key
 * @param sort key of the column to sort by; empty for the list's own order
 * @param isDescending largest first
 * @param page from 1
 * @param size rows a page, 1 to 500
 */
public record ListQuery(
        String text, Map<String, String> filters, String sort, boolean isDescending, int page, int size) {

    /** The largest page a person may ask for. */
    public static final int LARGEST = 500;

    /** The page size before a person chose another: what fits at 1440 × 900. */
    public static final int USUAL = 20;

    public ListQuery {
        filters = Map.copyOf(filters);
        page = Math.max(1, page);
        size = Math.clamp(size, 1, LARGEST);
    }

    /** The first page in the list's own order. */
    public static ListQuery first() {
        return new ListQuery("", Map.of(), "", false, 1, USUAL);
    }

    /** The chosen value of a filter, if any. */
    public Optional<String> filter(String key) {
        return Optional.ofNullable(filters.get(key)).filter(value -> !value.isBlank());
    }

    /** Rows to pass over before this page. */
    public long offset() {
        return (page - 1L) * size;
    }

    /** The same question with another page. */
    public ListQuery withPage(int other) {
        return new ListQuery(text, filters, sort, isDescending, other, size);
    }

    /** The same question with another page size. */
    public ListQuery withSize(int other) {
        return new ListQuery(text, filters, sort, isDescending, page, other);
    }
}
