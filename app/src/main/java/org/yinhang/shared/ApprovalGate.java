package org.yinhang.shared;

import java.util.List;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/**
 * Has a say before a version is approved. Whoever keeps versions (policies, tags, models) asks every gate; modules that know
 * more contribute theirs.
 */
public interface ApprovalGate {

    /**
     * A version that waits for approval.
     *
     * @param kind what it defines: {@code PRODUCT}, {@code TABLE}, {@code CAP}, {@code TAG} or {@code MODEL}
     * @param id of the definition
     * @param version of it
     */
    record Draft(String kind, String id, int version) {}

    /** Everything that stands against approving it; empty when nothing does. */
    List<Fault> against(Draft draft);

    /**
     * Asks all of them.
     *
     * @throws FaultException with everything that stands against it
     */
    static void ask(List<ApprovalGate> gates, Draft draft) {
        List<Fault> against =
                gates.stream().flatMap(gate -> gate.against(draft).stream()).toList();
        if (!against.isEmpty()) {
            throw new FaultException(against);
        }
    }
}
