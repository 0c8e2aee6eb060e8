package org.yinhang.customer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.access.DataScope;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.customer.internal.CustomerRepository;
import org.yinhang.customer.internal.ProfileRepository;
import org.yinhang.customer.profile.CareFacts;
import org.yinhang.customer.profile.CustomerProfile;
import org.yinhang.customer.profile.ProductName;
import org.yinhang.customer.profile.TimelineEntry;
import org.yinhang.ingest.LakeReader;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Slice;
import org.yinhang.shared.Viewer;

/** The whole of one customer, read from the newest snapshot of the lake as of the business date. */
@Service
public class Profiles {

    /** Roles with an agreed purpose for the bureau summary: granting credit and checking on it. */
    public static final Set<Role> MAY_SEE_BUREAU = Set.of(Role.CREDIT_OPERATOR, Role.COMPLIANCE);

    private final LakeReader lake;
    private final CustomerRepository customers;
    private final BusinessClock clock;
    private final Audit audit;

    Profiles(LakeReader lake, CustomerRepository customers, BusinessClock clock, Audit audit) {
        this.lake = lake;
        this.customers = customers;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Everything the viewer's roles may see of a customer; that they looked is in the audit.
     *
     * @param customer found within the viewer's scope
     */
    @Transactional
    public CustomerProfile open(Customer customer, Viewer viewer) {
        boolean bureau = viewer.hasAnyOf(MAY_SEE_BUREAU);
        CustomerProfile read = lake.read(
                session -> new ProfileRepository(session, clock.today(), clock.zone()).read(customer.number(), bureau));
        audit.record(AuditNote.by(viewer, "customer.opened", "customer " + customer.number())
                .with(read.bureau().isPresent() ? "bureau" : ""));
        return named(read, DataScope.ofCustomers(viewer));
    }

    /**
     * One page of what happened with a customer, the newest first.
     *
     * @param customer found within the viewer's scope
     */
    public Slice<TimelineEntry> timeline(Customer customer, ListQuery query) {
        return lake.read(session -> new ProfileRepository(session, clock.today(), clock.zone())
                .timeline(customer.number(), query.offset(), query.size()));
    }

    /** What products are called, by code. */
    public Map<String, ProductName> products() {
        return lake.read(session -> new ProfileRepository(session, clock.today(), clock.zone()).products());
    }

    /** Adds the names of the related customers inside the scope, and of staff. */
    private CustomerProfile named(CustomerProfile read, DataScope scope) {
        List<Integer> related = read.care().relations().stream()
                .map(CareFacts.Relation::other)
                .distinct()
                .toList();
        List<String> staff = read.care().contacts().stream()
                .map(CareFacts.Contact::staff)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new CustomerProfile(
                read.snapshot(),
                read.money(),
                read.credit(),
                read.bureau(),
                read.care(),
                customers.namesWithin(related, scope),
                customers.staffNames(staff),
                read.products());
    }
}
