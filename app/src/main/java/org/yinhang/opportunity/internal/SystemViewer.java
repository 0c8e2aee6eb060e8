package org.yinhang.opportunity.internal;

import java.util.Set;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;

/**
 * Yinhang itself looking over the bank, for what no person looks at row by row.
 *
 * @param branchPath how much of it
 */
record SystemViewer(String branchPath) implements Viewer {

    /** Over the whole bank. */
    static SystemViewer ofBank() {
        return new SystemViewer("/");
    }

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
}
