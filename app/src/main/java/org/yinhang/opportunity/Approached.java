package org.yinhang.opportunity;

import java.util.List;
import org.yinhang.compliance.policy.Refusal;

/**
 * What became of approaching a customer.
 *
 * @param touch its name in the contact ledger
 * @param refusals every reason why it was withheld; none when it was cleared
 */
public record Approached(String touch, List<Refusal> refusals) {

    public Approached {
        refusals = List.copyOf(refusals);
    }
}
