package org.yinhang.product;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.policy.CompiledTable;
import org.yinhang.core.policy.analysis.TableAnalysis;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.product.internal.PolicyRepository;
import org.yinhang.shared.ApprovalGate;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;

/** The products and policies of this bank: what Yinhang ships, and beside it what the bank has changed and approved. */
@Service
public class Policies {

    private final PolicyRepository repository;
    private final PolicyShelf shelf;
    private final Releases releases;
    private final Audit audit;
    private final BusinessClock clock;
    private final List<ApprovalGate> gates;

    Policies(
            PolicyRepository repository,
            PolicyShelf shelf,
            Releases releases,
            Audit audit,
            BusinessClock clock,
            List<ApprovalGate> gates) {
        this.repository = repository;
        this.shelf = shelf;
        this.releases = releases;
        this.audit = audit;
        this.clock = clock;
        this.gates = List.copyOf(gates);
    }

    /** Every version in force, the shipped ones first, with what funds cost by the lake. */
    public PolicyBook book() {
        return offers().book();
    }

    /** Products and policies ready to be asked, versions on trial among them. */
    public Offers offers() {
        return shelf.ready().offers();
    }

    /** Products and policies as they stood right after a release, see {@link Offers#release()}. */
    public Offers offers(long release) {
        return shelf.offers(release);
    }

    /** The names policies may use. */
    public Catalogue catalogue() {
        return shelf.ready().catalogue();
    }

    /** The fields that are computed, by identifier; all others are what a customer is asked. */
    public Set<String> tags() {
        return shelf.ready().tags().keySet();
    }

    /** The fields that need the customer's authorisation of a bureau query. */
    public Set<String> bureauFields() {
        return shelf.ready().bureau();
    }

    /** The business day in the bank's zone, for which policies are read. */
    public AsOf asOf() {
        return new AsOf(clock.today(), clock.zone());
    }

    /** Every version the bank wrote of a definition, the newest first. */
    public List<PolicyVersion> versions(PolicyVersion.Kind kind, String id) {
        return repository.versions(kind, id);
    }

    /** The versions nobody has decided on, the oldest first. */
    public List<PolicyVersion> drafts() {
        return repository.drafts();
    }

    /** A definition as a version says, 0 for the one that ships; empty where there is none. */
    public Optional<Definition> definition(PolicyVersion.Kind kind, String id, int version) {
        if (version > 0) {
            return repository.versions(kind, id).stream()
                    .filter(v -> v.version() == version)
                    .findFirst()
                    .map(v -> Definition.read(v.yaml()).withVersion(version));
        }
        return switch (kind) {
            case PRODUCT ->
                shelf.shipped().products().stream()
                        .filter(product -> product.id().equals(id))
                        .findFirst()
                        .map(Definition.OfProduct::new);
            case TABLE ->
                shelf.shipped().tables().stream()
                        .filter(table -> table.id().equals(id))
                        .findFirst()
                        .map(Definition.OfTable::new);
            case CAP ->
                shelf.shipped().caps().stream()
                        .filter(cap -> cap.id().equals(id))
                        .findFirst()
                        .map(Definition.OfCap::new);
        };
    }

    /** A table as a version says, 0 for the one that ships. */
    public Optional<PolicyTable> table(String id, int version) {
        return definition(PolicyVersion.Kind.TABLE, id, version)
                .flatMap(d ->
                        d instanceof Definition.OfTable(PolicyTable table) ? Optional.of(table) : Optional.empty());
    }

    /** The newest version the bank wrote of a definition, approved or not; 0 where it wrote none. */
    public int newest(PolicyVersion.Kind kind, String id) {
        return repository.versions(kind, id).stream()
                .mapToInt(PolicyVersion::version)
                .max()
                .orElse(0);
    }

    /**
     * Reads a definition and checks it beside all others on its first day, as if it were approved.
     *
     * @throws FaultException with everything that is wrong
     */
    public Trial check(String yaml) {
        Definition definition = Definition.read(yaml);
        int newest = newest(definition.kind(), definition.id());
        PolicyBook book = book().with(definition.withVersion(newest + 1));
        LocalDate first =
                switch (definition) {
                    case Definition.OfProduct(Product product) -> product.from();
                    case Definition.OfTable(PolicyTable table) -> table.table().from();
                    case Definition.OfCap(LenderCap cap) -> cap.cap().from();
                };
        LocalDate today = clock.today();
        LocalDate day = first.isAfter(today) ? first : today;
        Offers offers = Offers.of(book, catalogue(), clock.zone());
        offers.makeReady(day);
        return new Trial(definition, offers, day);
    }

    /** What a table leaves open, says twice or never says. */
    public TableAnalysis analyse(PolicyTable table) {
        return TableAnalysis.of(CompiledTable.compile(table.table(), catalogue()), asOf());
    }

    /**
     * Saves a draft for somebody else to approve.
     *
     * @param seen the newest version the person saw, 0 for none
     * @throws FaultException with everything that is wrong; PRD-2001 when somebody else saved one meanwhile
     */
    @Transactional
    public PolicyVersion save(String yaml, int seen, Viewer viewer) {
        Definition definition = check(yaml).definition();
        try {
            if (newest(definition.kind(), definition.id()) != seen) {
                throw outrun(definition.id());
            }
            repository.add(definition.kind(), definition.id(), seen + 1, yaml, viewer.userName(), clock.realInstant());
        } catch (DuplicateKeyException e) {
            throw outrun(definition.id());
        }
        audit.record(AuditNote.by(viewer, "policy.save", definition.id()).with("version " + (seen + 1)));
        return repository.versions(definition.kind(), definition.id()).getFirst();
    }

    /**
     * Approves or rejects a draft; an approved one is in force on the days it names.
     *
     * @throws FaultException as {@link #approve} does
     */
    @Transactional
    public void decide(PolicyVersion draft, PolicyVersion.State state, Viewer viewer) {
        if (state == PolicyVersion.State.APPROVED) {
            approve(draft, PolicyRelease.Stage.IN_FORCE, 100, viewer);
        } else {
            settle(draft, state, viewer);
        }
    }

    /**
     * Approves a draft and says how it is used.
     *
     * @param share customers of a hundred it decides for
     * @throws FaultException PRD-2002 for the maker's own draft, PRD-2003 when it is decided already, PRD-2005 for a table
     *     with a gap, a contradiction or a row nobody reaches, and whatever a {@link ApprovalGate} has against it
     */
    @Transactional
    public void approve(PolicyVersion draft, PolicyRelease.Stage stage, int share, Viewer viewer) {
        settle(draft, PolicyVersion.State.APPROVED, viewer);
        releases.release(draft, stage, share, "", viewer);
    }

    private void settle(PolicyVersion draft, PolicyVersion.State state, Viewer viewer) {
        Releases.refuseOwn(draft, viewer);
        boolean isApproval = state == PolicyVersion.State.APPROVED;
        if (isApproval) {
            refuseFaulty(check(draft.yaml()).definition());
        }
        if (!repository.decide(draft, state, viewer.userName(), clock.realInstant())) {
            throw new FaultException(
                    Fault.of("PRD-2003", "This version is decided already.", draft.id(), "Open it again."));
        }
        if (isApproval) {
            // Nothing stays decided where a gate refuses: the transaction ends with the fault.
            ApprovalGate.ask(gates, new ApprovalGate.Draft(draft.kind().name(), draft.id(), draft.version()));
        }
        audit.record(AuditNote.by(viewer, isApproval ? "policy.approve" : "policy.reject", draft.id())
                .with("version " + draft.version()));
    }

    private void refuseFaulty(Definition definition) {
        if (!(definition instanceof Definition.OfTable(PolicyTable table))) {
            return;
        }
        List<Fault> faults = new ArrayList<>();
        analyse(table).findings().stream()
                .filter(finding -> finding.isError())
                .forEach(finding -> faults.add(Fault.of(
                        "PRD-2005",
                        "The table cannot come into force: %s.".formatted(FindingText.english(finding)),
                        table.id(),
                        "Mend the table and save it again.")));
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
    }

    private static FaultException outrun(String id) {
        return new FaultException(Fault.of(
                "PRD-2001",
                "Somebody else has saved a version meanwhile.",
                id,
                "Keep your text, open it again, and join the two."));
    }
}
