package org.yinhang.opportunity.handover;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.compliance.ConsentLedger;
import org.yinhang.compliance.Holds;
import org.yinhang.compliance.complaint.Complaint;
import org.yinhang.compliance.complaint.Complaints;
import org.yinhang.customer.Customer;
import org.yinhang.customer.Customers;
import org.yinhang.opportunity.ContactRecord;
import org.yinhang.opportunity.Opportunity;
import org.yinhang.opportunity.internal.CallRepository;
import org.yinhang.opportunity.internal.OpportunityRepository;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import org.yinhang.shared.Viewer;

/**
 * The pack that goes with a handover: history, promises, consents and limits of each customer, as things stand at this moment.
 * What people wrote is opened for the receiver alone, and each look is in the audit.
 */
@Service
public class Packs {

    private static final int CONTACTS = 3;

    private final HandoverRepository repository;
    private final Customers customers;
    private final CallRepository calls;
    private final OpportunityRepository opportunities;
    private final ConsentLedger consents;
    private final Complaints complaints;
    private final Holds holds;
    private final Audit audit;
    private final BusinessClock clock;

    Packs(
            HandoverRepository repository,
            Customers customers,
            CallRepository calls,
            OpportunityRepository opportunities,
            ConsentLedger consents,
            Complaints complaints,
            Holds holds,
            Audit audit,
            BusinessClock clock) {
        this.repository = repository;
        this.customers = customers;
        this.calls = calls;
        this.opportunities = opportunities;
        this.consents = consents;
        this.complaints = complaints;
        this.holds = holds;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One page of a handover the viewer may see, customers not read about first, of them those with promises.
     *
     * @param withNotes whether what people wrote is opened for the receiver
     */
    @Transactional
    public Slice<PackEntry> page(
            Handover handover, ListQuery query, HandoverReach reach, boolean withNotes, Viewer viewer) {
        Slice<HandoverRow> rows = repository.rows(handover.id(), query, reach);
        audit.record(AuditNote.by(viewer, "handover.opened", "handover " + handover.id())
                .with("page %d, %d customers"
                        .formatted(query.page(), rows.items().size())));
        List<Integer> numbers = rows.items().stream().map(HandoverRow::customer).toList();
        List<Integer> mine = rows.items().stream()
                .filter(row -> isOf(row, reach))
                .map(HandoverRow::customer)
                .toList();
        List<Integer> others =
                numbers.stream().filter(number -> !mine.contains(number)).toList();
        Map<Integer, Customer> known = customers.among(numbers, reach.scope()).stream()
                .collect(Collectors.toMap(Customer::number, Function.identity()));
        Map<Integer, List<ContactRecord>> contacts = calls.contactsOf(mine, CONTACTS, withNotes);
        contacts.putAll(calls.contactsOf(others, CONTACTS, false));
        Map<Integer, List<Opportunity>> open = opportunities.openOfCustomers(numbers).stream()
                .sorted(Comparator.comparing(one -> one.nextAt().orElse(Instant.MAX)))
                .collect(Collectors.groupingBy(Opportunity::customer));
        Instant now = clock.now().toInstant();
        return new Slice<>(
                rows.items().stream()
                        .filter(row -> known.containsKey(row.customer()))
                        .map(row -> new PackEntry(
                                row,
                                Objects.requireNonNull(known.get(row.customer())),
                                contacts.getOrDefault(row.customer(), List.of()),
                                open.getOrDefault(row.customer(), List.of()),
                                consents.standing(row.customer()),
                                complaints.of(row.customer()).stream()
                                        .filter(Complaint::isOpen)
                                        .toList(),
                                holds.of(row.customer()).stream()
                                        .filter(hold -> hold.isActive(now))
                                        .toList(),
                                isOf(row, reach)))
                        .toList(),
                rows.total());
    }

    private static boolean isOf(HandoverRow row, HandoverReach reach) {
        return row.to().code().equals(reach.staffCode());
    }
}
