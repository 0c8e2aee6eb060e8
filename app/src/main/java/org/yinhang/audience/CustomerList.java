package org.yinhang.audience;

import java.time.Instant;
import java.util.List;

/**
 * Customers somebody brought as a file or drew from an audience, without its members; predicates say {@code customer in list 'name'}.
 *
 * @param name its name
 * @param customers how many it has
 * @param rejectedLines lines of the file, from 1, that name nobody the person may see
 * @param origin how it came to be
 * @param broughtBy user name of who brought or drew it
 * @param broughtAt when
 */
public record CustomerList(
        String name,
        int customers,
        List<Integer> rejectedLines,
        ListOrigin origin,
        String broughtBy,
        Instant broughtAt) {

    public CustomerList {
        rejectedLines = List.copyOf(rejectedLines);
    }
}
