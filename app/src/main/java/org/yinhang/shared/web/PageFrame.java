package org.yinhang.shared.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.list.Lists;

/**
 * Everything the frame of a page needs to know; a controller takes it as a parameter and hands it to its template.
 *
 * @param texts the words of the viewer's language
 * @param formats how numbers and times are written
 * @param viewer who is signed in; null on the pages for strangers
 * @param today the business date
 * @param isDateMoved whether it differs from the calendar
 * @param isDemo whether everything is simulated
 * @param path the address of the page without its query
 * @param theme {@code light} or {@code dark}
 * @param assets where our own scripts and styles lie, with their version in the path
 * @param csrf the token forms carry
 * @param menu the left rail
 * @param columns the columns the viewer chose, by list
 * @param lists what lists offer beside their rows
 */
public record PageFrame(
        Texts texts,
        Formats formats,
        @Nullable Viewer viewer,
        LocalDate today,
        boolean isDateMoved,
        boolean isDemo,
        String path,
        String theme,
        String assets,
        String csrf,
        List<MenuGroup> menu,
        Map<String, List<String>> columns,
        Lists lists) {

    public PageFrame {
        menu = List.copyOf(menu);
        columns = Map.copyOf(columns);
    }

    /** The columns the viewer chose for a list, if they did. */
    public Optional<List<String>> columnsOf(String list) {
        return Optional.ofNullable(columns.get(list));
    }

    /** The text of a message key. */
    public String t(String key, Object... arguments) {
        return texts.of(key, arguments);
    }

    /** Who is signed in, on pages only they can reach. */
    public Viewer signedIn() {
        if (viewer == null) {
            throw new IllegalStateException("no one is signed in on " + path);
        }
        return viewer;
    }

    /** The language as a page states it: {@code zh-CN} or {@code en}. */
    public String language() {
        return texts.isChinese() ? "zh-CN" : "en";
    }
}
