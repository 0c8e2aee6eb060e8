package org.yinhang.shared.list;

import java.util.Set;
import org.yinhang.shared.Role;

/**
 * Something that can be done with the rows chosen in a list; declare it as a bean. It is posted to the list's address and
 * {@code suffix} as a question to the list ({@link org.yinhang.shared.ListQuery}): with the filter {@link #CHOSEN} for rows
 * chosen one by one, without it for everything the present filters find.
 *
 * @param list the key of the list it belongs to
 * @param order among the actions of that list, smallest first
 * @param messageKey its name
 * @param suffix what follows the list's address, such as {@code .xlsx} or {@code /assign}
 * @param roles who may do it; the address itself refuses everybody else too
 */
public record ListAction(String list, int order, String messageKey, String suffix, Set<Role> roles) {

    /** The filter that holds the keys of the rows chosen, with dots between. */
    public static final String CHOSEN = "chosen";

    public ListAction {
        roles = Set.copyOf(roles);
    }
}
