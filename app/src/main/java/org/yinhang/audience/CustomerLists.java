package org.yinhang.audience;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.access.DataScope;
import org.yinhang.audience.internal.Bitmaps;
import org.yinhang.audience.internal.CustomerListRepository;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.audience.Audience;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.customer.Customer;
import org.yinhang.customer.Customers;
import org.yinhang.customer.PersonalRecords;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;

/** Lists of customers somebody brings as a file or draws from an audience. Only customer numbers are kept, never the identifiers. */
@Service
public class CustomerLists {

    /** The heading of a file of customer numbers, as an export writes it. */
    private static final String NUMBERS = "customer";

    private static final int LONGEST_NAME = 60;
    private static final int AT_ONCE = 5_000;

    private final CustomerListRepository repository;
    private final PersonalRecords personal;
    private final Customers customers;
    private final Audit audit;
    private final BusinessClock clock;

    CustomerLists(
            CustomerListRepository repository,
            PersonalRecords personal,
            Customers customers,
            Audit audit,
            BusinessClock clock) {
        this.repository = repository;
        this.personal = personal;
        this.customers = customers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every list, the newest first. */
    public List<CustomerList> all() {
        return repository.all();
    }

    public Optional<CustomerList> find(String name) {
        return all().stream().filter(list -> list.name().equals(name)).findFirst();
    }

    /**
     * Puts a list in place of any of that name. One customer a line, in the first column: the bank's own identifiers, or
     * customer numbers under the heading {@code customer}. Lines that name nobody are reported, and the rest is kept.
     *
     * @throws FaultException {@code GRP-1009} without a usable name or without a single known customer, {@code GRP-1010} when a
     *     drawn list has the name
     */
    @Transactional
    public CustomerList bring(String name, List<String> lines, Viewer viewer) {
        String wanted = usable(name);
        boolean areNumbers =
                !lines.isEmpty() && cell(lines.getFirst().replace("\uFEFF", "")).equalsIgnoreCase(NUMBERS);
        int first = areNumbers ? 1 : 0;
        RoaringBitmap members = new RoaringBitmap();
        List<Integer> rejected = new ArrayList<>();
        DataScope scope = DataScope.ofCustomers(viewer);
        for (int start = first; start < lines.size(); start += AT_ONCE) {
            List<String> some = lines.subList(start, Math.min(start + AT_ONCE, lines.size())).stream()
                    .map(CustomerLists::cell)
                    .toList();
            Map<String, Integer> known = areNumbers ? numbered(some, scope) : personal.numbersOf(some, scope);
            for (int i = 0; i < some.size(); i++) {
                Integer number = known.get(some.get(i));
                if (number != null) {
                    members.add(number);
                } else if (!some.get(i).isEmpty()) {
                    rejected.add(start + i + 1);
                }
            }
        }
        if (members.isEmpty()) {
            throw refused("No line of the file names a customer.");
        }
        CustomerList list = new CustomerList(
                wanted, members.getCardinality(), rejected, ListOrigin.BROUGHT, viewer.userName(), clock.realInstant());
        put(list, members);
        audit.record(AuditNote.by(viewer, "audience.list", wanted)
                .with("%d, %d rejected".formatted(list.customers(), rejected.size())));
        return list;
    }

    /**
     * Keeps customers drawn from an audience for ever under a new name.
     *
     * @throws FaultException {@code GRP-1009} without a usable name, {@code GRP-1010} when a list has it already, {@code
     *     GRP-1011} without customers
     */
    @Transactional
    public CustomerList keep(String name, Audience members, ListOrigin origin, Viewer viewer) {
        String wanted = usable(name);
        if (members.count() == 0) {
            throw new FaultException(Fault.of(
                    "GRP-1011",
                    "There is nobody to put into the list.",
                    wanted,
                    "Loosen the condition, or ask for more."));
        }
        CustomerList list =
                new CustomerList(wanted, members.count(), List.of(), origin, viewer.userName(), clock.realInstant());
        put(list, members.toBitmap());
        audit.record(AuditNote.by(viewer, "audience.list", wanted)
                .with("%d, %s: %s".formatted(list.customers(), origin.way().key(), origin.predicate())));
        return list;
    }

    /** A file takes the place of a file; what was drawn is never replaced, and takes nobody's place. */
    private void put(CustomerList list, RoaringBitmap members) {
        if (!repository.put(list, Bitmaps.bytes(members))) {
            throw new FaultException(Fault.of(
                    "GRP-1010",
                    "There is a list of this name already.",
                    list.name(),
                    "Choose another name; a drawn list is never replaced."));
        }
    }

    private static String usable(String name) {
        String wanted = name.strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST_NAME || wanted.contains("'")) {
            throw refused("A list needs a name of at most %d characters without quotes.".formatted(LONGEST_NAME));
        }
        return wanted;
    }

    /** Takes a list away; predicates that name it say so from then on. */
    @Transactional
    public void remove(CustomerList list, Viewer viewer) {
        repository.remove(list.name());
        audit.record(AuditNote.by(viewer, "audience.list.remove", list.name()));
    }

    private Map<String, Integer> numbered(List<String> cells, DataScope scope) {
        Map<Integer, String> asked = new HashMap<>();
        cells.stream()
                .filter(cell -> cell.matches("[0-9]{1,9}"))
                .forEach(cell -> asked.put(Integer.valueOf(cell), cell));
        return customers.among(asked.keySet(), scope).stream()
                .map(Customer::number)
                .collect(Collectors.toMap(number -> asked.getOrDefault(number, ""), number -> number));
    }

    private static String cell(String line) {
        String cell = line.split("[,;\t]", 2)[0].strip();
        return cell.replace("\"", "");
    }

    private static FaultException refused(String what) {
        return new FaultException(Fault.of("GRP-1009", what, "", "Bring one customer a line, in the first column."));
    }
}
