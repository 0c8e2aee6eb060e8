package org.yinhang.shared;

import java.util.Set;

/** The signed-in member of staff, as far as every module may know. */
public interface Viewer {

    /** The number of the user. */
    long userId();

    /** The name they sign in with. */
    String userName();

    /** The name shown on the page. */
    String displayName();

    /** What they are here to do; never empty. */
    Set<Role> roles();

    /** The branch they belong to, as a path such as {@code /1/4/}. */
    String branchPath();

    /** Whether at least one of these roles is theirs. */
    default boolean hasAnyOf(Set<Role> wanted) {
        return roles().stream().anyMatch(wanted::contains);
    }
}
