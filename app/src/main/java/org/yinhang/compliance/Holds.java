package org.yinhang.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.access.DataScope;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.compliance.internal.ContactRepository;
import org.yinhang.compliance.internal.HoldRepository;
import org.yinhang.compliance.policy.HoldKind;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import org.yinhang.shared.Viewer;

/** Holds set by people and by other modules; those that follow from the bank's data stand beside them. */
@Service
public class Holds {

    private final HoldRepository repository;
    private final ContactRepository contacts;
    private final Audit audit;
    private final BusinessClock clock;

    Holds(HoldRepository repository, ContactRepository contacts, Audit audit, BusinessClock clock) {
        this.repository = repository;
        this.contacts = contacts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Holds every touch of a customer back, from this instant on.
     *
     * @param lastDay the last day it holds; empty for no end
     * @throws FaultException {@code CMP-2010} without a reason, {@code CMP-2011} when it would end in the past
     */
    @Transactional
    public Hold set(int customer, HoldKind kind, String reason, Optional<LocalDate> lastDay, Viewer viewer) {
        if (reason.isBlank()) {
            throw new FaultException(
                    Fault.of("CMP-2010", "The reason is missing.", "reason", "Say why the customer is left in peace."));
        }
        if (lastDay.isPresent() && lastDay.get().isBefore(clock.today())) {
            throw new FaultException(Fault.of(
                    "CMP-2011", "The hold would have ended already.", "lastDay", "Give today or a later day."));
        }
        Optional<Instant> end =
                lastDay.map(day -> day.plusDays(1).atStartOfDay(clock.zone()).toInstant());
        contacts.lock(List.of(customer));
        Hold hold = repository.add(
                customer, kind, reason, viewer.userName(), clock.now().toInstant(), end);
        audit.record(AuditNote.by(viewer, "hold.set", "customer " + customer)
                .because(reason)
                .with(kind.key()));
        return hold;
    }

    /**
     * Ends a hold.
     *
     * @throws FaultException {@code CMP-2010} without a reason, {@code CMP-2012} when it is ended already,
     *     {@code CMP-2013} while it belongs to an open complaint
     */
    @Transactional
    public void lift(long id, String reason, Viewer viewer) {
        if (reason.isBlank()) {
            throw new FaultException(
                    Fault.of("CMP-2010", "The reason is missing.", "reason", "Say why the hold may end."));
        }
        if (repository.isOfOpenComplaint(id)) {
            throw new FaultException(Fault.of(
                    "CMP-2013",
                    "A complaint that is not decided holds the customer.",
                    "hold " + id,
                    "Decide the complaint; that ends the hold."));
        }
        Hold hold = repository
                .lift(id, reason, viewer.userName(), clock.now().toInstant())
                .orElseThrow(() -> new FaultException(
                        Fault.of("CMP-2012", "This hold is ended already.", "hold " + id, "Look at the list again.")));
        audit.record(AuditNote.by(viewer, "hold.lifted", "customer " + hold.customer())
                .because(reason)
                .with(hold.kind().key()));
    }

    /** One page, those in force first; filters are {@code kind} and {@code state}. */
    public Slice<Hold> page(ListQuery query, DataScope scope) {
        return repository.page(query, scope, clock.now().toInstant());
    }

    /** Every hold a customer ever had, the newest first. */
    public List<Hold> of(int customer) {
        return repository.of(customer);
    }
}
