package org.yinhang.opportunity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.opportunity.internal.Identification;
import org.yinhang.opportunity.internal.RuleEditionRepository;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;

/**
 * The rules that make opportunities: what ships, and versions the bank makes of it or of its own, saved by one and approved by
 * another, in force from the next run on.
 */
@Service
public class IdentificationRules {

    /** Addresses beside those of rules. */
    private static final Set<String> TAKEN = Set.of("new", "live", "dry-run");

    private static final int RUNS = 10;

    private final RuleEditionRepository repository;
    private final RuleChecks checks;
    private final Identification identification;
    private final Audit audit;
    private final BusinessClock clock;

    IdentificationRules(
            RuleEditionRepository repository,
            RuleChecks checks,
            Identification identification,
            Audit audit,
            BusinessClock clock) {
        this.repository = repository;
        this.checks = checks;
        this.identification = identification;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every rule as it stands: those that ship in their order, then the bank's own by code. */
    public List<RuleLine> all() {
        Map<String, List<RuleEdition>> editions = new LinkedHashMap<>();
        OpportunityRules.SHIPPED.rules().forEach(rule -> editions.put(rule.code(), new ArrayList<>()));
        repository.all().forEach(one -> editions.computeIfAbsent(one.rule().code(), _ -> new ArrayList<>())
                .add(one));
        OpportunityRules.SHIPPED.rules().forEach(rule -> editions.computeIfAbsent(rule.code(), _ -> new ArrayList<>())
                .add(RuleEdition.shipped(rule)));
        Map<String, RuleRun> newest = repository.newestRuns();
        return editions.entrySet().stream()
                .map(entry -> new RuleLine(
                        entry.getKey(),
                        entry.getValue(),
                        Optional.ofNullable(newest.get(entry.getKey()))
                                .map(List::of)
                                .orElse(List.of())))
                .toList();
    }

    /** The rules the next run asks, in their order. */
    public List<OpportunityRule> inForce() {
        return all().stream()
                .filter(RuleLine::isOn)
                .map(line -> line.present().rule())
                .toList();
    }

    /** One rule with what came of it lately. */
    public Optional<RuleLine> find(String code) {
        return all().stream()
                .filter(line -> line.code().equals(code))
                .findFirst()
                .map(line -> new RuleLine(code, line.editions(), repository.runs(code, RUNS)));
    }

    /** Notes what a rule came to in a run. */
    @Transactional
    public void ran(OpportunityRule rule, Identified outcome, String fault) {
        repository.ran(rule, new RuleRun(rule.version(), clock.today(), clock.realInstant(), outcome, fault));
    }

    /**
     * How many customers meet a condition, of those the viewer may see and approach; leaves no trace.
     *
     * @throws org.yinhang.core.predicate.PredicateException with what is wrong with it
     */
    public RuleSize size(String condition, Viewer viewer) {
        return checks.size(condition, viewer.branchPath());
    }

    /** What a rule would come to today, of those the viewer may see; leaves no trace. */
    public Identified dryRun(RuleDraft draft, Viewer viewer) {
        checks.check(draft);
        return identification.foresee(draft.rule(), viewer.branchPath());
    }

    /**
     * Saves the next version of a rule, for somebody else to approve.
     *
     * @param seen the newest version the person saw, 0 for the one that ships
     * @throws FaultException everything wrong with it; {@code OPP-4102} when somebody else saved one meanwhile
     */
    @Transactional
    public RuleEdition save(RuleDraft draft, int seen, Viewer viewer) {
        String code = draft.rule().code();
        RuleLine line = find(code)
                .orElseThrow(() -> new FaultException(
                        Fault.of("OPP-4101", "There is no rule of this code.", code, "Open the list of rules again.")));
        checks.check(draft);
        return add(draft, line.newest().version(), seen, viewer);
    }

    /**
     * Saves a rule of the bank's own, for somebody else to approve.
     *
     * @throws FaultException everything wrong with it; {@code OPP-4101} where the code cannot be used or is another rule's
     */
    @Transactional
    public RuleEdition add(RuleDraft draft, Viewer viewer) {
        String code = draft.rule().code();
        if (!code.matches("[a-z][a-z0-9-]{1,39}")
                || TAKEN.contains(code)
                || find(code).isPresent()) {
            throw new FaultException(Fault.of(
                    "OPP-4101",
                    "The code cannot be used, or is that of another rule.",
                    code,
                    "Use 2 to 40 small letters, digits and hyphens that no rule has."));
        }
        checks.check(draft);
        return add(draft, 0, 0, viewer);
    }

    private RuleEdition add(RuleDraft draft, int newest, int seen, Viewer viewer) {
        String code = draft.rule().code();
        RuleDraft next = new RuleDraft(
                draft.rule().withVersion(newest + 1), draft.isOn(), draft.note().strip());
        if (newest != seen || !repository.add(next, viewer.userName(), clock.realInstant())) {
            throw new FaultException(Fault.of(
                    "OPP-4102",
                    "Somebody else has saved this rule meanwhile.",
                    code,
                    "Keep what you wrote, open the rule again, and join the two."));
        }
        audit.record(AuditNote.by(viewer, "opportunity.rule.saved", code)
                .because(next.note())
                .with("version " + (newest + 1)));
        return find(code).orElseThrow().newest();
    }

    /**
     * Approves or rejects a draft; approved it is in force from the next run on.
     *
     * @throws FaultException {@code OPP-4103} for one's own, {@code OPP-4104} when it is decided already or a newer version is there
     */
    @Transactional
    public void decide(RuleEdition draft, boolean isApproved, Viewer viewer) {
        String code = draft.rule().code();
        if (draft.isMadeBy(viewer.userName())) {
            throw new FaultException(
                    Fault.of("OPP-4103", "Nobody approves their own rule.", code, "Ask a colleague of compliance."));
        }
        if (isApproved) {
            checks.check(new RuleDraft(draft.rule(), draft.isOn(), draft.note()));
        }
        RuleEdition.State state = isApproved ? RuleEdition.State.APPROVED : RuleEdition.State.REJECTED;
        if (!repository.decide(code, draft.version(), state, viewer.userName(), clock.realInstant())) {
            throw new FaultException(Fault.of(
                    "OPP-4104",
                    "This version is decided already, or there is a newer one.",
                    code,
                    "Open the rule again."));
        }
        audit.record(AuditNote.by(viewer, isApproved ? "opportunity.rule.approved" : "opportunity.rule.rejected", code)
                .with("version " + draft.version()));
    }

    /** What each version says, by code, the newest that was approved first. */
    public Map<String, List<OpportunityRule>> wordings() {
        Map<String, List<OpportunityRule>> wordings = new HashMap<>();
        all().forEach(line -> wordings.put(
                line.code(),
                line.editions().stream()
                        .sorted(Comparator.comparing((RuleEdition one) -> one.state() != RuleEdition.State.APPROVED)
                                .thenComparing(RuleEdition::version, Comparator.reverseOrder()))
                        .map(RuleEdition::rule)
                        .toList()));
        return wordings;
    }
}
