package org.yinhang.shared.list;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.yinhang.shared.web.PageFrame;

/**
 * A column of a list.
 *
 * @param key its name in addresses; for a sortable column the repository knows it
 * @param titleKey the message key of its heading
 * @param isNumber whether it stands to the right
 * @param isSortable whether a click on the heading sorts by it
 * @param isShownAtFirst whether it shows before the viewer chose columns
 * @param cell what to write for a row
 */
public record Column<T>(
        String key,
        String titleKey,
        boolean isNumber,
        boolean isSortable,
        boolean isShownAtFirst,
        BiFunction<T, PageFrame, Cell> cell) {

    /** A column of words, codes, states or times. */
    public static <T> Column<T> of(String key, String titleKey, BiFunction<T, PageFrame, Cell> cell) {
        return new Column<>(key, titleKey, false, false, true, cell);
    }

    /** A column whose cell needs no words of the page. */
    public static <T> Column<T> of(String key, String titleKey, Function<T, Cell> cell) {
        return of(key, titleKey, (row, page) -> cell.apply(row));
    }

    /** A column of numbers. */
    public static <T> Column<T> number(String key, String titleKey, Function<T, Cell> cell) {
        return new Column<>(key, titleKey, true, false, true, (row, page) -> cell.apply(row));
    }

    /** The same, sortable: the repository must know the key. */
    public Column<T> sortable() {
        return new Column<>(key, titleKey, isNumber, true, isShownAtFirst, cell);
    }

    /** The same, shown only when chosen. */
    public Column<T> whenChosen() {
        return new Column<>(key, titleKey, isNumber, isSortable, false, cell);
    }
}
