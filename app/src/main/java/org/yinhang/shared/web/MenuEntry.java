package org.yinhang.shared.web;

import java.util.Set;
import org.yinhang.shared.Role;

/**
 * A page in the left rail; declare it as a bean. A place with one entry shows as that entry, a place with several as a
 * group.
 *
 * @param place where in the rail
 * @param order among the entries of that place, smallest first
 * @param messageKey its name
 * @param path its address, such as {@code /system/jobs}
 * @param roles who sees it; the page itself refuses everybody else too
 */
public record MenuEntry(MenuPlace place, int order, String messageKey, String path, Set<Role> roles) {

    public MenuEntry {
        roles = Set.copyOf(roles);
    }
}
