package org.yinhang.opportunity.internal;

import java.util.Set;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;

/** Yinhang itself looking over the whole bank, for what no person looks at row by row. */
record SystemViewer() implements Viewer {

    @Override
    public long userId() {
        return 0;
    }

    @Override
    public String userName() {
        return "system";
    }

    @Override
    public String displayName() {
        return "system";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ANALYST);
    }

    @Override
    public String branchPath() {
        return "/";
    }
}
