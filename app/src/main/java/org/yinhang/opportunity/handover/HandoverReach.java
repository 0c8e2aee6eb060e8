package org.yinhang.opportunity.handover;

import java.util.HashMap;
import java.util.Map;
import org.yinhang.access.DataScope;
import org.yinhang.customer.CustomerReach;

/**
 * The handovers a viewer may see: a head those of their branches, a receiver those they got customers by; in both, customers
 * only while these are within reach.
 *
 * @param scope of customers
 * @param isHead whether they lead a branch
 * @param branchPath theirs
 * @param staffCode theirs in the bank's staff list; empty for none
 */
public record HandoverReach(DataScope scope, boolean isHead, String branchPath, String staffCode) {

    /** The condition over a handover {@code h}. */
    String ofHandover() {
        return "((:isHead AND h.branch_path LIKE :reachPath) OR EXISTS (SELECT FROM handover_customer r"
                + " WHERE r.handover = h.id AND r.to_staff = :reachStaff))";
    }

    /** The condition over a row {@code x} of a handover, its customer {@code c} and their branch {@code b}. */
    String ofCustomer() {
        return "((:isHead AND h.branch_path LIKE :reachPath) OR x.to_staff = :reachStaff) AND "
                + CustomerReach.within(scope);
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        parameters.put("isHead", isHead);
        parameters.put("reachPath", branchPath + "%");
        parameters.put("reachStaff", staffCode);
        return parameters;
    }
}
