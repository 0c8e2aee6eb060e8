package org.yinhang.customer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.access.DataScope;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.customer.Customer.Place;
import org.yinhang.customer.internal.KeeperRepository;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;

/**
 * Who keeps whom. A lead given here goes before the bank's own record until its last day, or until that record changes to the
 * same person; then it ends by itself. Givers, endings and the settling of a day wait for one another.
 */
@Service
public class Keepers {

    private static final int LONGEST_REASON = 200;

    private final KeeperRepository repository;
    private final Audit audit;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    Keepers(KeeperRepository repository, Audit audit, BusinessClock clock, ApplicationEventPublisher events) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /** Who keeps a customer the viewer may see anyway. */
    public Keeping of(int customer) {
        return repository.keeping(customer);
    }

    /** The people below the viewer's branch a customer may be given to, by code. */
    public List<Place> candidates(Viewer viewer) {
        return repository.staffBelow(viewer.branchPath());
    }

    /** Waits for whoever changes who keeps whom, and lets nobody else until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold() {
        repository.lock();
    }

    /** What is wrong with terms: {@code CUS-2001}, {@code CUS-2002}; empty for nothing. */
    public List<Fault> faultsOf(KeeperTerms terms) {
        List<Fault> faults = new ArrayList<>();
        if (terms.reason().isBlank() || terms.reason().length() > LONGEST_REASON) {
            faults.add(Fault.of(
                    "CUS-2001", "The reason is missing or too long.", "reason", "Say why in at most 200 characters."));
        }
        if (terms.lastDay().filter(day -> day.isBefore(clock.today())).isPresent()) {
            faults.add(Fault.of(
                    "CUS-2002", "It would have ended already.", "lastDay", "Give today or a later day, or none."));
        }
        return faults;
    }

    /**
     * Gives customers to somebody from today on. A new deputy takes the place of the one before; one given by
     * a handover stands before that one until it ends.
     *
     * @return how many
     * @throws FaultException with everything that is wrong: {@code CUS-2001} without a reason or with one that is too long,
     *     {@code CUS-2002} when it would have ended already, {@code CUS-2003} for somebody outside the viewer's branch,
     *     {@code CUS-2004} for customers outside it, {@code CUS-2005} for a deputy who is the lead
     */
    @Transactional
    public int give(Collection<Integer> customers, KeeperRole role, String staff, KeeperTerms terms, Viewer viewer) {
        repository.lock();
        List<Integer> wanted = customers.stream().distinct().sorted().toList();
        refuse(faults(wanted, role, staff, terms, viewer));
        if (role == KeeperRole.DEPUTY && terms.handover().isEmpty()) {
            repository.end(wanted, KeeperRole.DEPUTY, "replaced", viewer.userName(), clock.now());
        }
        repository.add(wanted, role, staff, terms, viewer.userName(), clock.now());
        repository.apply(wanted);
        audit.record(AuditNote.by(viewer, "customer.kept", subject(wanted, terms))
                .because(terms.reason())
                .with("%s %s: %d".formatted(role.key(), staff, wanted.size())));
        return wanted.size();
    }

    /**
     * Ends the part of a deputy.
     *
     * @throws FaultException {@code CUS-2004} for a customer outside the viewer's branch
     */
    @Transactional
    public void withdrawDeputy(int customer, Viewer viewer) {
        repository.lock();
        List<Integer> one = List.of(customer);
        refuse(outside(one, viewer));
        repository.end(one, KeeperRole.DEPUTY, "withdrawn", viewer.userName(), clock.now());
        repository.apply(one);
        audit.record(
                AuditNote.by(viewer, "customer.kept", "customer " + customer).with("deputy withdrawn"));
    }

    /** Takes back what a handover gave; who had it before has it again. Returns how many customers. */
    @Transactional
    public int undo(long handover, Viewer viewer) {
        repository.lock();
        List<Integer> customers = repository.undo(handover, viewer.userName(), clock.now());
        repository.apply(customers);
        return customers.size();
    }

    /**
     * Ends what is past its last day, and leads the bank's own record has caught up with; run twice, it changes nothing.
     *
     * @return how many customers it concerned
     */
    @Transactional
    public int settle() {
        repository.lock();
        LocalDate today = clock.today();
        List<KeeperRepository.Ended> expired = repository.expire(today, clock.now());
        Set<Integer> customers = new HashSet<>(repository.catchUp(clock.now()));
        Set<Long> handovers = new HashSet<>();
        for (KeeperRepository.Ended one : expired) {
            customers.add(one.customer());
            one.handover().ifPresent(handovers::add);
        }
        repository.apply(customers.stream().sorted().toList());
        if (!customers.isEmpty()) {
            audit.record(AuditNote.bySystem("customer.kept", "").with("settled " + customers.size()));
        }
        if (!handovers.isEmpty()) {
            events.publishEvent(new KeepingEnded(handovers));
        }
        return customers.size();
    }

    private List<Fault> faults(
            List<Integer> customers, KeeperRole role, String staff, KeeperTerms terms, Viewer viewer) {
        List<Fault> faults = new ArrayList<>(faultsOf(terms));
        if (!repository.isBelow(staff, viewer.branchPath())) {
            faults.add(Fault.of(
                    "CUS-2003", "There is nobody of this code in your branch.", staff, "Choose one of the list."));
        }
        faults.addAll(outside(customers, viewer));
        if (role == KeeperRole.DEPUTY && repository.leads(staff, customers)) {
            faults.add(Fault.of("CUS-2005", "The lead cannot be the deputy too.", staff, "Choose somebody else."));
        }
        return faults;
    }

    private List<Fault> outside(List<Integer> customers, Viewer viewer) {
        return repository.covered(customers, DataScope.ofCustomers(viewer)) == customers.size()
                ? List.of()
                : List.of(Fault.of(
                        "CUS-2004",
                        "Some of these customers are not of your branch.",
                        "customers",
                        "Open the list of customers again and choose."));
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
    }

    private static String subject(List<Integer> customers, KeeperTerms terms) {
        return terms.handover()
                .map(handover -> "handover " + handover)
                .orElseGet(() -> customers.size() == 1 ? "customer " + customers.getFirst() : "");
    }
}
