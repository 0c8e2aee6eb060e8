package org.yinhang.compliance;

import java.time.Instant;
import java.util.List;
import org.yinhang.compliance.policy.Refusal;

/**
 * A row of the contact ledger.
 *
 * @param id counts up
 * @param touch names the touch
 * @param customer customer number
 * @param campaign its campaign
 * @param wave its wave; empty for none
 * @param channel through which channel
 * @param copy what was to be said; empty where that is not known
 * @param sender from which number or account; empty where that is not known
 * @param staff by whom; empty for a machine
 * @param cleared whether it was let go
 * @param reasons every reason why not
 * @param at the business instant
 * @param rules the rules in force
 * @param isOfBank whether another system of the bank made it
 */
public record LedgerEntry(
        long id,
        String touch,
        int customer,
        String campaign,
        String wave,
        String channel,
        String copy,
        String sender,
        String staff,
        boolean cleared,
        List<Refusal> reasons,
        Instant at,
        String rules,
        boolean isOfBank) {

    public LedgerEntry {
        reasons = List.copyOf(reasons);
    }
}
