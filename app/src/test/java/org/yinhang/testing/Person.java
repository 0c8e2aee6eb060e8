package org.yinhang.product;

import java.util.Set;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;

/**
 * Somebody at head office, for tests.
 *
 * @param userName the name they sign in with
 * @param roles what they are here to do
 */
record Desk(String userName, Set<Role> roles) implements Viewer {

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
        return "/1/";
    }
}
