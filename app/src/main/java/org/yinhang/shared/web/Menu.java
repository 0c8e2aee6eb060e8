package org.yinhang.shared.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yinhang.shared.Viewer;

/** The left rail, gathered from what the modules contribute. */
@Component
class Menu {

    private final List<MenuEntry> entries;

    Menu(List<MenuEntry> entries) {
        this.entries = entries.stream()
                .sorted(Comparator.comparing(MenuEntry::place).thenComparingInt(MenuEntry::order))
                .toList();
    }

    /** The rail of one viewer: only what they may open. */
    List<MenuGroup> of(Viewer viewer) {
        List<MenuGroup> groups = new ArrayList<>();
        for (MenuPlace place : MenuPlace.values()) {
            List<MenuEntry> mine = entries.stream()
                    .filter(entry -> entry.place() == place && viewer.hasAnyOf(entry.roles()))
                    .toList();
            if (!mine.isEmpty()) {
                groups.add(new MenuGroup(place, mine));
            }
        }
        return groups;
    }
}
