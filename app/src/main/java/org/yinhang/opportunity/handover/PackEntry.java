package org.yinhang.opportunity.handover;

import java.util.List;
import org.yinhang.compliance.ConsentEntry;
import org.yinhang.compliance.Hold;
import org.yinhang.compliance.complaint.Complaint;
import org.yinhang.customer.Customer;
import org.yinhang.opportunity.ContactRecord;
import org.yinhang.opportunity.Opportunity;

/**
 * What whoever gets a customer must know.
 *
 * @param row who had the customer, who got them, whether it was read
 * @param customer with the name masked
 * @param contacts the newest recorded here; with notes for the receiver only
 * @param open opportunities, those with a follow-up agreed first
 * @param consents the newest answer of each scope
 * @param complaints open ones
 * @param holds those in force
 * @param isOfViewer whether the viewer is the receiver
 */
public record PackEntry(
        HandoverRow row,
        Customer customer,
        List<ContactRecord> contacts,
        List<Opportunity> open,
        List<ConsentEntry> consents,
        List<Complaint> complaints,
        List<Hold> holds,
        boolean isOfViewer) {

    public PackEntry {
        contacts = List.copyOf(contacts);
        open = List.copyOf(open);
        consents = List.copyOf(consents);
        complaints = List.copyOf(complaints);
        holds = List.copyOf(holds);
    }

    /** The opportunities with a follow-up agreed. */
    public List<Opportunity> promised() {
        return open.stream().filter(one -> one.nextAt().isPresent()).toList();
    }

    /** What the customer agreed to. */
    public List<ConsentEntry> granted() {
        return consents.stream().filter(ConsentEntry::granted).toList();
    }

    /** What the customer refused. */
    public List<ConsentEntry> refused() {
        return consents.stream().filter(one -> !one.granted()).toList();
    }

    /** Whether there is anything the receiver must not do. */
    public boolean hasLimits() {
        return customer.deceased()
                || customer.consent().profilingRefused()
                || !holds.isEmpty()
                || !complaints.isEmpty()
                || !refused().isEmpty();
    }
}
