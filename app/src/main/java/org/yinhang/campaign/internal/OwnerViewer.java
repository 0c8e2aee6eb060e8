package org.yinhang.campaign.internal;

import java.util.Set;
import org.yinhang.access.StaffUser;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;

/** The owner of a campaign as whoever its audience is chosen for: a campaign reaches nobody its owner may not see. */
record OwnerViewer(StaffUser user) implements Viewer {

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
