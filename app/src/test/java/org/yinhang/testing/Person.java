package org.yinhang.testing;

import java.util.Set;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;

/**
 * Somebody for tests.
 *
 * @param userName the name they sign in with
 * @param roles what they are here to do
 * @param branchPath where they belong
 */
public record Person(String userName, Set<Role> roles, String branchPath) implements Viewer {

    /** Somebody of one role at head office. */
    public static Person of(String userName, Role role) {
        return new Person(userName, Set.of(role), "/");
    }

    /** The head of a branch. */
    public static Person headOf(String branchPath) {
        return new Person("elsewhere", Set.of(Role.BRANCH_HEAD), branchPath);
    }

    @Override
    public long userId() {
        return 1;
    }

    @Override
    public String displayName() {
        return userName;
    }
}
