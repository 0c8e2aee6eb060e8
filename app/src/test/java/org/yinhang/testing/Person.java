package org.yinhang.testing;

import java.util.Set;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;

/**
 * Somebody at head office, for tests.
 *
 * @param userName the name they sign in with
 * @param roles what they are here to do
 */
public record Person(String userName, Set<Role> roles) implements Viewer {

    /** Somebody of one role. */
    public static Person of(String userName, Role role) {
        return new Person(userName, Set.of(role));
    }

    @Override
    public long userId() {
        return 1;
    }

    @Override
    public String displayName() {
        return userName;
    }

    @Override
    public String branchPath() {
        return "/";
    }
}
