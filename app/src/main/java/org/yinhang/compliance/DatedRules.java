package org.yinhang.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.compliance.internal.RuleRepository;
import org.yinhang.compliance.rules.ContactRules;
import org.yinhang.compliance.rules.RuleKind;
import org.yinhang.compliance.rules.RuleTexts;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;

/** The rules by which touches are judged, each version with the day it begins, made by one and approved by another. */
@Service
public class DatedRules {

    private static final int KEPT = 64;
    private static final LocalDate DEMO_BEGINS = LocalDate.of(2020, 1, 1);
    private static final RuleTexts SHIPPED = RuleTexts.shipped();

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final RuleRepository repository;
    private final Audit audit;
    private final BusinessClock clock;
    private final Map<Map<RuleKind, Integer>, ContactRules> read = new ConcurrentHashMap<>();
    private volatile @Nullable Reading last;

    DatedRules(RuleRepository repository, Audit audit, BusinessClock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /** The rules of a day as they were last read, and when: every decision asks, the database at most once a second. */
    private record Reading(LocalDate day, ContactRules rules, long nanos) {}

    /**
     * The rules of an instant: of each set the approved version that began last, otherwise what ships. What another process
     * approved is known a second later.
     */
    public ContactRules inForce(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, clock.zone());
        Reading known = last;
        if (known != null && known.day().equals(day) && System.nanoTime() - known.nanos() < FRESH_NANOS) {
            return known.rules();
        }
        long now = System.nanoTime();
        ContactRules rules = rulesOf(day);
        last = new Reading(day, rules, now);
        return rules;
    }

    private ContactRules rulesOf(LocalDate day) {
        RuleTexts texts = textsOf(day);
        if (read.size() > KEPT) {
            read.clear();
        }
        return read.computeIfAbsent(texts.versions(), _ -> ContactRules.of(texts, clock.zone()));
    }

    /** The texts of a day. */
    public RuleTexts textsOf(LocalDate day) {
        RuleTexts texts = SHIPPED;
        for (RuleVersion version : repository.inForce(day)) {
            texts = texts.with(version.kind(), version.version(), version.yaml());
        }
        return texts;
    }

    /** The version of a set that holds on a day; empty while what ships holds. */
    public Optional<RuleVersion> standing(RuleKind kind, LocalDate day) {
        return repository.inForce(day).stream().filter(v -> v.kind() == kind).findFirst();
    }

    /** Every version of a set, the newest first. */
    public List<RuleVersion> versions(RuleKind kind) {
        return repository.versions(kind);
    }

    /** The version of that number. */
    public Optional<RuleVersion> find(RuleKind kind, int version) {
        return versions(kind).stream().filter(v -> v.version() == version).findFirst();
    }

    /** The versions nobody has decided on, the oldest first. */
    public List<RuleVersion> drafts() {
        return repository.drafts();
    }

    /**
     * Saves a draft for somebody else to approve.
     *
     * @param seen the newest version the person saw, 0 for none
     * @param note why it is written
     * @throws FaultException with everything wrong in the text; {@code CMP-3001} when somebody else saved one meanwhile,
     *     {@code CMP-3002} without a reason
     */
    @Transactional
    public RuleVersion save(RuleKind kind, String yaml, LocalDate validFrom, String note, int seen, Viewer viewer) {
        if (note.isBlank()) {
            throw new FaultException(
                    Fault.of("CMP-3002", "The reason is missing.", "note", "Say what changes and on whose decision."));
        }
        RuleTexts.check(kind, yaml);
        int newest = versions(kind).stream()
                .map(RuleVersion::version)
                .max(Comparator.naturalOrder())
                .orElse(0);
        try {
            if (newest != seen) {
                throw outrun(kind);
            }
            repository.add(kind, seen + 1, yaml, validFrom, note, viewer.userName(), clock.realInstant());
        } catch (DuplicateKeyException e) {
            throw outrun(kind);
        }
        audit.record(
                AuditNote.by(viewer, "rule.saved", kind.key()).because(note).with("version " + (seen + 1)));
        return find(kind, seen + 1).orElseThrow();
    }

    /**
     * Approves or rejects a draft; an approved one holds from its first day on, in the very next question.
     *
     * @throws FaultException {@code CMP-3003} for the maker's own draft, {@code CMP-3004} when it is decided already
     */
    @Transactional
    public void decide(RuleVersion draft, RuleVersion.State state, Viewer viewer) {
        if (draft.savedBy().equals(viewer.userName())) {
            throw new FaultException(Fault.of(
                    "CMP-3003",
                    "Nobody approves their own change.",
                    draft.kind().key(),
                    "Ask a colleague of compliance."));
        }
        if (!repository.decide(draft.kind(), draft.version(), state, viewer.userName(), clock.realInstant())) {
            throw new FaultException(Fault.of(
                    "CMP-3004", "This version is decided already.", draft.kind().key(), "Open the rules again."));
        }
        last = null;
        boolean isApproved = state == RuleVersion.State.APPROVED;
        audit.record(AuditNote.by(
                        viewer,
                        isApproved ? "rule.approved" : "rule.rejected",
                        draft.kind().key())
                .with("version " + draft.version()));
    }

    /** Registers the senders of the demo bank, once, so that a demo can show messages; nothing where somebody registered any. */
    @Transactional
    public void registerDemoSenders() {
        if (versions(RuleKind.SENDERS).isEmpty()) {
            last = null;
            repository.add(
                    RuleKind.SENDERS,
                    1,
                    RuleKind.demoSenders(),
                    DEMO_BEGINS,
                    "模拟 SIMULATED",
                    "demo",
                    clock.realInstant());
            repository.decide(RuleKind.SENDERS, 1, RuleVersion.State.APPROVED, "demo-checker", clock.realInstant());
            audit.record(
                    AuditNote.bySystem("rule.approved", RuleKind.SENDERS.key()).with("version 1, simulated"));
        }
    }

    private static FaultException outrun(RuleKind kind) {
        return new FaultException(Fault.of(
                "CMP-3001",
                "Somebody else has saved these rules meanwhile.",
                kind.key(),
                "Keep your text, open the rules again, and join the two."));
    }
}
