package org.yinhang.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;

/**
 * A member of staff who may sign in; a viewer also where work is done for them that they do not watch.
 *
 * @param id the user's number
 * @param userName the name they sign in with
 * @param displayName the name shown
 * @param branch where they belong
 * @param staffCode their number in the bank's own staff list, when known
 * @param roles what they are here to do
 * @param isEnabled whether they may sign in at all
 * @param lockedUntil the end of a lock after wrong passwords, if one was set
 * @param lastSignIn when they last came in, if ever
 */
public record StaffUser(
        long id,
        String userName,
        String displayName,
        Branch branch,
        Optional<String> staffCode,
        Set<Role> roles,
        boolean isEnabled,
        Optional<Instant> lockedUntil,
        Optional<Instant> lastSignIn)
        implements Viewer {

    public StaffUser {
        roles = Set.copyOf(roles);
    }

    @Override
    public long userId() {
        return id;
    }

    @Override
    public String branchPath() {
        return branch.path();
    }
}
