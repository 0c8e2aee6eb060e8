package org.yinhang.audience;

import java.time.Instant;
import java.util.List;

/**
 * Customers somebody brought as a file, without its members; predicates say {@code customer in list 'name'}.
 *
 * @param name its name
 * @param customers how many it has
 * @param rejectedLines lines of the file, from 1, that name nobody the person may see
 * @param broughtBy user name of who brought it
 * @param broughtAt when
 */
public record CustomerList(
        String name, int customers, List<Integer> rejectedLines, String broughtBy, Instant broughtAt) {

    public CustomerList {
        rejectedLines = List.copyOf(rejectedLines);
    }
}
