package org.yinhang.decision;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.yinhang.core.allocation.Allocation;
import org.yinhang.core.evaluation.Evaluation;
import org.yinhang.core.learning.Provenance;

/**
 * A contact plan with everything needed to explain and replay it.
 *
 * @param id names the plan: equal for equal campaign file, data and program
 * @param campaign what was asked for
 * @param asOf the instant it is for; nothing later was looked at
 * @param customers every candidate, in the order of the observations
 * @param allocation value, bound, shadow prices and use of capacity
 * @param historyRows past contacts the model learned from
 * @param historySuccesses how many of them succeeded
 * @param evaluation how well the model ranked: the candidates themselves in a replay, otherwise the newest quarter of
 *     the history, scored by a model that learned from the rest
 * @param model what the model was made from
 * @param snapshot the version of the lake's data
 */
record Plan(
        String id,
        Campaign campaign,
        Instant asOf,
        List<PlannedCustomer> customers,
        Allocation allocation,
        int historyRows,
        int historySuccesses,
        Evaluation evaluation,
        Provenance model,
        long snapshot) {

    Plan {
        customers = List.copyOf(customers);
    }

    /** Who will be approached, first to last. */
    List<PlannedCustomer> chosen() {
        return customers.stream()
                .filter(c -> c.chosen().isPresent())
                .sorted(Comparator.comparingInt(c -> c.chosen().orElseThrow().rank()))
                .toList();
    }

    /** Who will not, in the order of the observations. */
    List<PlannedCustomer> withheld() {
        return customers.stream().filter(c -> c.chosen().isEmpty()).toList();
    }
}
