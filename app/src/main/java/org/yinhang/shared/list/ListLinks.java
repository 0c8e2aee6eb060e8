package org.yinhang.shared.list;

import java.util.ArrayList;
import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;
import org.yinhang.shared.ListQuery;

/**
 * The addresses a list leads to, each the present question with one thing changed.
 *
 * @param path the page of the list
 * @param query the present question
 * @param sealedText the text searched for as it may stand in an address ({@link Lists#sealed})
 */
public record ListLinks(String path, ListQuery query, String sealedText) {

    /** Says in an address that nothing narrows the list, so that it does not open with the viewer's default view. */
    public static final String ALL = "all";

    /** Sorted by a column: rising first, falling on the second click. */
    public String sortedBy(String column) {
        boolean falling = column.equals(query.sort()) && !query.isDescending();
        return address(path, withSort(column, falling), "");
    }

    /** Another page of the same list. */
    public String page(int number) {
        return address(path, query.withPage(number), "");
    }

    /** Without one filter. */
    public String without(String filter) {
        return address(path, query.withPage(1), filter);
    }

    /** Without the text looked for. */
    public String withoutText() {
        return address(
                path, new ListQuery("", query.filters(), query.sort(), query.isDescending(), 1, query.size()), "");
    }

    /** Everything in the list. */
    public String all() {
        return path + "?" + ALL;
    }

    /** The present question without text and page, as it stands after the question mark of an address. */
    public String question() {
        String address = address(
                path, new ListQuery("", query.filters(), query.sort(), query.isDescending(), 1, query.size()), "");
        return address.substring(path.length() + 1);
    }

    /** The page a saved view leads to. */
    public String view(SavedView view) {
        return path + "?" + view.question();
    }

    /** The whole list as a workbook. */
    public String workbook() {
        return new ListLinks(path + ".xlsx", query, sealedText).page(1);
    }

    /** Page numbers to offer: the first, the last, two on either side; 0 marks a gap. */
    public List<Integer> pages(long total) {
        int last = (int) Math.max(1, (total + query.size() - 1) / query.size());
        List<Integer> pages = new ArrayList<>();
        int previous = 0;
        for (int page = 1; page <= last; page++) {
            if (page == 1 || page == last || Math.abs(page - query.page()) <= 2) {
                if (page > previous + 1) {
                    pages.add(0);
                }
                pages.add(page);
                previous = page;
            }
        }
        return pages;
    }

    private ListQuery withSort(String column, boolean falling) {
        return new ListQuery(query.text(), query.filters(), column, falling, 1, query.size());
    }

    private String address(String path, ListQuery query, String leftOut) {
        UriComponentsBuilder builder = UriComponentsBuilder.fromPath(path);
        if (!query.text().isEmpty()) {
            builder.queryParam("q", "{q}");
        }
        List<String> values = new ArrayList<>();
        if (!query.text().isEmpty()) {
            values.add(sealedText);
        }
        query.filters().entrySet().stream()
                .filter(filter -> !filter.getKey().equals(leftOut))
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(filter -> {
                    builder.queryParam("f." + filter.getKey(), "{v}");
                    values.add(filter.getValue());
                });
        if (!query.sort().isEmpty()) {
            builder.queryParam("sort", "{s}");
            values.add((query.isDescending() ? "-" : "") + query.sort());
        }
        if (query.page() > 1) {
            builder.queryParam("page", query.page());
        }
        if (query.size() != ListQuery.USUAL) {
            builder.queryParam("size", query.size());
        }
        String address = builder.encode().build().expand(values.toArray()).toUriString();
        return address.equals(path) ? address + "?" + ALL : address;
    }
}
