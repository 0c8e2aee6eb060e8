package org.yinhang.compliance.web;

import java.time.Instant;
import java.util.List;
import org.yinhang.compliance.ConsentEntry;
import org.yinhang.compliance.Hold;
import org.yinhang.compliance.LedgerEntry;
import org.yinhang.compliance.Neutrality;
import org.yinhang.customer.Customer;

/**
 * One customer as the compliance desk sees them.
 *
 * @param customer who
 * @param standing the newest answer of each scope
 * @param history every answer, the newest first
 * @param neutrality whether offers may be made for this person
 * @param holds every hold, the newest first
 * @param contacts the newest rows of the contact ledger
 * @param now the business instant
 */
public record CustomerDesk(
        Customer customer,
        List<ConsentEntry> standing,
        List<ConsentEntry> history,
        Neutrality neutrality,
        List<Hold> holds,
        List<LedgerEntry> contacts,
        Instant now) {

    public CustomerDesk {
        standing = List.copyOf(standing);
        history = List.copyOf(history);
        holds = List.copyOf(holds);
        contacts = List.copyOf(contacts);
    }

    /** The holds in force. */
    public List<Hold> activeHolds() {
        return holds.stream().filter(hold -> hold.isActive(now)).toList();
    }
}
