package org.yinhang.insight;

import java.time.Instant;
import org.yinhang.shared.Viewer;

/**
 * A funnel kept under a name.
 *
 * @param id its number
 * @param name what its owner calls it
 * @param declaration its YAML
 * @param owner the user name of who keeps it
 * @param isShared whether those whose part of the bank its owner is in see it, too
 * @param changedAt when it was saved last
 */
public record SavedFunnel(long id, String name, String declaration, String owner, boolean isShared, Instant changedAt) {

    /** Whether it is theirs to change. */
    public boolean isOf(Viewer viewer) {
        return owner.equals(viewer.userName());
    }
}
