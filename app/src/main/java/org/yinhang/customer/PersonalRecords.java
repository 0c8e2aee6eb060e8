package org.yinhang.customer;

import java.text.Normalizer;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.access.DataScope;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.customer.internal.PersonalRepository;
import org.yinhang.ingest.PersonalStore;
import org.yinhang.lake.ingest.PersonalDataSink;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;

/** The personal data of customers: encrypted at rest, masked on pages, in the clear only for a reason that is kept. */
@Service
public class PersonalRecords implements PersonalStore {

    /** Who may ever see a value in the clear; analysts work without names. */
    public static final Set<Role> MAY_UNMASK =
            Set.of(Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.CREDIT_OPERATOR, Role.COMPLIANCE);

    private static final int SHORTEST_REASON = 4;
    private static final int LONGEST_REASON = 200;

    private final PersonalRepository repository;
    private final Customers customers;
    private final Audit audit;
    private final PlatformTransactionManager transactions;

    PersonalRecords(
            PersonalRepository repository, Customers customers, Audit audit, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.customers = customers;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Encrypts and stores; of one customer the newest comes last. Storing the same twice changes nothing. */
    public void put(Collection<PersonalFacts> batch) {
        repository.put(batch);
    }

    @Override
    public PersonalDataSink open() {
        return repository.sink(transactions);
    }

    /**
     * The customers of these bank identifiers, by identifier, where the scope covers them. Whom it does not cover is
     * missing, exactly as one who does not exist.
     */
    public Map<String, Integer> numbersOf(Collection<String> identifiers, DataScope scope) {
        Map<String, Integer> found = repository.numbersOf(identifiers);
        Set<Integer> covered = customers.among(found.values(), scope).stream()
                .map(Customer::number)
                .collect(Collectors.toSet());
        return found.entrySet().stream()
                .filter(entry -> covered.contains(entry.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Values in the clear for messages the contact policy has cleared, by customer; the contact ledger is the trace of it.
     * Never for a page, a log or a table.
     *
     * @param numbers some hundred
     */
    public Map<Integer, Map<PersonalField, String>> forDelivery(
            Collection<Integer> numbers, Set<PersonalField> fields) {
        return repository.forDelivery(numbers, fields);
    }

    /** Whether a text holds a value the bank keeps of a customer in the clear, however it is spaced. Says not which, nor what. */
    public boolean isNamedIn(int customer, String text) {
        String plain = plain(text);
        return repository.forDelivery(Set.of(customer), EnumSet.allOf(PersonalField.class)).values().stream()
                .flatMap(values -> values.values().stream())
                .map(PersonalRecords::plain)
                .anyMatch(value -> value.length() > 1 && plain.contains(value));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\-–—·]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** What is stored of a customer, every value masked. */
    public Map<PersonalField, String> masked(Customer customer) {
        return repository.masked(customer.number());
    }

    /**
     * One value in the clear. That it was shown, to whom and why, is in the audit before this returns.
     *
     * @param customer found within the viewer's scope
     * @param reason at least four characters
     * @return empty where the bank gave none
     * @throws FaultException {@code CUS-1001} without a reason, {@code CUS-1002} when the roles do not allow it
     */
    @Transactional
    public Optional<String> unmask(Customer customer, PersonalField field, String reason, Viewer viewer) {
        String why = reason.strip();
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            throw new FaultException(Fault.of(
                    "CUS-1001",
                    "A reason is needed to see personal data.",
                    "reason",
                    "State it in %d to %d characters.".formatted(SHORTEST_REASON, LONGEST_REASON)));
        }
        if (!viewer.hasAnyOf(MAY_UNMASK)) {
            throw new FaultException(Fault.of(
                    "CUS-1002",
                    "This role does not see personal data in the clear.",
                    field.key(),
                    "Ask somebody who keeps the customer."));
        }
        audit.record(AuditNote.by(viewer, "customer.unmask", "customer " + customer.number())
                .because(why)
                .with(field.key()));
        return repository.inTheClear(customer.number(), field);
    }
}
