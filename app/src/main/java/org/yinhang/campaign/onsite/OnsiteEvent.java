package org.yinhang.campaign.onsite;

import java.time.Instant;
import org.yinhang.shared.Viewer;

/**
 * An event as it stands.
 *
 * @param id its number
 * @param plan what it is to be
 * @param branchName name of the branch that holds it
 * @param branchPath its place in the tree
 * @param state how far it is
 * @param walkIns guests who came without an invitation and are not known to the bank; a count, nothing about them
 * @param guests invited customers
 * @param came invited customers who signed in
 * @param interested of those who came, interested
 * @param applied of those who came, applied at once
 * @param tasksDone things of the checklist done, of nine
 * @param madeBy user name
 * @param madeAt business time
 */
public record OnsiteEvent(
        long id,
        EventPlan plan,
        String branchName,
        String branchPath,
        EventState state,
        int walkIns,
        int guests,
        int came,
        int interested,
        int applied,
        int tasksDone,
        String madeBy,
        Instant madeAt) {

    /** Whether a viewer's branch holds it, or one below theirs does: then they lead it. */
    public boolean isLedBy(Viewer viewer) {
        return branchPath.startsWith(viewer.branchPath());
    }
}
