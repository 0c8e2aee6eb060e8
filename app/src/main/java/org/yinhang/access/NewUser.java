package org.yinhang.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinhang.shared.Role;

/**
 * A member of staff to be let in.
 *
 * @param userName the name to sign in with: letters, digits, dot, dash, 2 to 40 long
 * @param displayName the name shown
 * @param branchCode the code of their branch
 * @param staffCode their number in the bank's staff list, or null
 * @param roles at least one
 * @param password the first password
 * @param mustChangePassword whether it must be changed at the first sign-in
 */
public record NewUser(
        String userName,
        String displayName,
        String branchCode,
        @Nullable String staffCode,
        Set<Role> roles,
        String password,
        boolean mustChangePassword) {

    public NewUser {
        roles = Set.copyOf(roles);
    }

    @Override
    public String toString() {
        return userName + " " + roles;
    }
}
