package org.yinhang.shared;

import java.util.List;

/**
 * One page of a longer list.
 *
 * @param items the rows of this page, in order
 * @param total how many there are in all
 */
public record Slice<T>(List<T> items, long total) {

    public Slice {
        items = List.copyOf(items);
    }
}
