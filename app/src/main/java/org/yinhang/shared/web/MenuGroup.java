package org.yinhang.shared.web;

import java.util.List;

/**
 * A place of the rail as one viewer sees it.
 *
 * @param place which
 * @param entries its pages, at least one
 */
public record MenuGroup(MenuPlace place, List<MenuEntry> entries) {

    public MenuGroup {
        entries = List.copyOf(entries);
    }

    /** Whether it shows as a heading with entries below, instead of as its only entry. */
    public boolean isHeading() {
        return place == MenuPlace.SYSTEM || entries.size() > 1;
    }

    /** Whether the page of that address belongs here. */
    public boolean contains(String path) {
        return entries.stream().anyMatch(entry -> covers(entry, path));
    }

    /** Whether the page of that address is this entry or lies below it. */
    public static boolean covers(MenuEntry entry, String path) {
        return entry.path().equals("/")
                ? path.equals("/")
                : path.equals(entry.path()) || path.startsWith(entry.path() + "/");
    }
}
