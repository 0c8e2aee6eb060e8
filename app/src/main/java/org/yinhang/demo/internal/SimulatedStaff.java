package org.yinhang.demo.internal;

import java.util.Set;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;

/** The account managers of the simulated bank: they finish tasks, write down how they won, and hand out what was promised. */
record SimulatedStaff(Set<Role> roles, String branchPath) implements Viewer {

    static final String NAME = "simulated-manager";

    /** One of them, of the whole bank. */
    static SimulatedStaff anyOne() {
        return new SimulatedStaff(Set.of(Role.ACCOUNT_MANAGER), "");
    }

    @Override
    public long userId() {
        return 0;
    }

    @Override
    public String userName() {
        return NAME;
    }

    @Override
    public String displayName() {
        return "模拟客户经理";
    }
}
