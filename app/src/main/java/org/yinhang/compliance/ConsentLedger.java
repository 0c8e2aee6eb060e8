package org.yinhang.compliance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.access.DataScope;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.compliance.internal.ConsentRepository;
import org.yinhang.compliance.internal.ContactRepository;
import org.yinhang.compliance.policy.ConsentAnswer;
import org.yinhang.compliance.policy.ConsentScope;
import org.yinhang.compliance.policy.Known;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import org.yinhang.shared.Viewer;

/** What customers said about consents, append-only; a withdrawal is as short a way as a consent. */
@Service
public class ConsentLedger {

    /** The purposes a statement may be about. */
    public static final Set<String> PURPOSES = Set.of(
            ConsentScope.MARKETING,
            ConsentScope.PROFILING,
            ConsentScope.BUREAU,
            ConsentScope.SHARING,
            ConsentScope.PROCESSING);

    private final ConsentRepository repository;
    private final ContactRepository contacts;
    private final Audit audit;
    private final BusinessClock clock;

    ConsentLedger(ConsentRepository repository, ContactRepository contacts, Audit audit, BusinessClock clock) {
        this.repository = repository;
        this.contacts = contacts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes down what a customer said; once it is written, no touch is cleared without it. A consent needs the version of its text and evidence; a withdrawal needs neither.
     *
     * @throws FaultException with everything that is missing: {@code CMP-2001} to {@code CMP-2004}
     */
    @Transactional
    public ConsentEntry record(Statement statement, Viewer viewer) {
        List<Fault> faults = new ArrayList<>();
        if (!PURPOSES.contains(statement.scope().purpose())) {
            faults.add(Fault.of("CMP-2001", "The purpose is not known.", "purpose", "Choose one of the list."));
        }
        if (statement.granted() && statement.version().isBlank()) {
            faults.add(Fault.of(
                    "CMP-2002", "The version of the text is missing.", "version", "Say which text the customer saw."));
        }
        if (statement.granted() && statement.evidence().isBlank()) {
            faults.add(Fault.of(
                    "CMP-2003", "The evidence is missing.", "evidence", "Name the form, recording or log entry."));
        }
        if (statement.scope().purpose().equals(ConsentScope.SHARING)
                && statement.scope().recipient().isBlank()) {
            faults.add(Fault.of(
                    "CMP-2004", "The partner is not named.", "recipient", "Sharing is agreed partner by partner."));
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        contacts.lock(List.of(statement.customer()));
        ConsentEntry entry = repository.add(statement, clock.now().toInstant(), clock.realInstant(), viewer.userName());
        audit.record(AuditNote.by(
                        viewer,
                        statement.granted() ? "consent.given" : "consent.withdrawn",
                        "customer " + statement.customer())
                .with(statement.scope().purpose() + " " + statement.scope().channel()));
        return entry;
    }

    /** Everything a customer ever said, the newest first. */
    public List<ConsentEntry> history(int customer) {
        return repository.history(customer);
    }

    /** One page of the ledger, the newest first; filters are {@code purpose}, {@code answer} and {@code channel}. */
    public Slice<ConsentEntry> page(ListQuery query, DataScope scope) {
        return repository.page(query, scope);
    }

    /** What a customer's answers say to a question. */
    public Known answer(int customer, ConsentScope question) {
        return ConsentAnswer.to(question, answers(customer));
    }

    /** When a customer last said no to a question, however general that was; empty where they never did. */
    public Optional<Instant> refusedAt(int customer, ConsentScope question) {
        return history(customer).stream()
                .filter(entry -> !entry.granted() && entry.scope().covers(question))
                .map(ConsentEntry::saidAt)
                .max(Comparator.naturalOrder());
    }

    /** Whether offer and price may follow from what is known about a customer; everybody else asks here. */
    public Neutrality neutralityOf(int customer) {
        return ConsentAnswer.refusedAutomation(answers(customer)) == Known.NO
                ? Neutrality.PERSONALISED
                : Neutrality.NEUTRAL;
    }

    /** Of these customers those whose offer and price may not follow from what is known about them. */
    public Set<Integer> neutral(Collection<Integer> customers) {
        Map<Integer, List<ConsentEntry>> said = repository.histories(customers);
        return customers.stream()
                .filter(customer ->
                        ConsentAnswer.refusedAutomation(answers(said.getOrDefault(customer, List.of()))) != Known.NO)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The newest answer of each scope. */
    public List<ConsentEntry> standing(int customer) {
        List<ConsentEntry> standing = new ArrayList<>();
        for (ConsentEntry entry : history(customer)) {
            Optional<ConsentEntry> newer = standing.stream()
                    .filter(other -> other.scope().equals(entry.scope()))
                    .findFirst();
            if (newer.isEmpty()) {
                standing.add(entry);
            }
        }
        return List.copyOf(standing);
    }

    private List<ConsentAnswer> answers(int customer) {
        return answers(repository.history(customer));
    }

    private static List<ConsentAnswer> answers(List<ConsentEntry> said) {
        return said.stream()
                .map(entry -> ConsentAnswer.of(entry.scope(), entry.granted(), entry.saidAt()))
                .toList();
    }
}
