package org.yinhang.opportunity.internal;

import java.util.Set;
import org.yinhang.access.StaffUser;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;

/** Somebody of the staff as whoever a list is made for: it reaches nobody they may not see. */
record StaffViewer(StaffUser user) implements Viewer {

    @Override
    public long userId() {
        return user.id();
    }

    @Override
    public String userName() {
        return user.userName();
    }

    @Override
    public String displayName() {
        return user.displayName();
    }

    @Override
    public Set<Role> roles() {
        return user.roles();
    }

    @Override
    public String branchPath() {
        return user.branch().path();
    }
}
