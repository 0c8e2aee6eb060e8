package org.yinhang.opportunity;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.compliance.DatedRules;
import org.yinhang.compliance.lint.CopyLint;
import org.yinhang.compliance.lint.LintReport;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.lake.yaml.YamlNode;
import org.yinhang.opportunity.internal.ScriptRepository;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.YinhangSettings;

/** What is said to customers: versions made by one, read by the word check, approved by another. */
@Service
public class Scripts {

    /** The scripts Yinhang ships, by code. */
    static final List<String> SHIPPED = List.of("general", "looked", "unfinished", "unused", "visit");

    private static final String SYSTEM = "system";

    private final ScriptRepository repository;
    private final DatedRules rules;
    private final Audit audit;
    private final YinhangSettings settings;
    private final BusinessClock clock;

    Scripts(ScriptRepository repository, DatedRules rules, Audit audit, YinhangSettings settings, BusinessClock clock) {
        this.repository = repository;
        this.rules = rules;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Puts the shipped scripts in as drafts, once; where everything is simulated they are approved too. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void putIn() {
        for (String code : SHIPPED) {
            if (repository.add(code, 1, shipped(code), SYSTEM, clock.realInstant()) && settings.demo()) {
                repository.decide(code, 1, ScriptVersion.State.APPROVED, "demo-checker", clock.realInstant());
                audit.record(AuditNote.bySystem("script.approved", code).with("version 1, simulated"));
            }
        }
    }

    static String shipped(String code) {
        return OpportunityRules.text("scripts/" + code + ".yaml");
    }

    /** A shipped script, to write another from. */
    public static String example() {
        return shipped("general");
    }

    /** Every version, by code, the newest first. */
    public List<ScriptVersion> all() {
        return repository.all();
    }

    /** What came of each version, by its name in the ledgers. */
    public Map<String, ScriptFigures> figures() {
        return repository.figures().stream()
                .collect(Collectors.toMap(one -> one.code() + " v" + one.version(), Function.identity()));
    }

    /** One version. */
    public Optional<ScriptVersion> find(String code, int version) {
        return repository.find(code, version);
    }

    /** The approved script for a way of approaching that fits an opportunity most closely; the first by code among equals. */
    public Optional<ScriptVersion> suggested(Opportunity opportunity, ContactWay way) {
        Set<String> reasons = opportunity.reasons().stream()
                .filter(reason -> reason.source() == OpportunityReason.Source.RULE)
                .map(OpportunityReason::code)
                .collect(Collectors.toSet());
        return repository.approved().stream()
                .filter(version -> version.script().way() == way)
                .filter(version -> version.script().fit(opportunity.product(), reasons) >= 0)
                .max(Comparator.<ScriptVersion>comparingInt(
                                version -> version.script().fit(opportunity.product(), reasons))
                        .thenComparing(ScriptVersion::code, Comparator.reverseOrder()));
    }

    /**
     * What the word check of today finds in a script.
     *
     * @param product the name of the product it speaks of
     */
    public LintReport lint(CallScript script, String product) {
        return new CopyLint(rules.inForce(clock.now().toInstant()).words())
                .check(script.whole(product), script.way().key(), Optional.empty());
    }

    /**
     * Saves a script as the next version, for somebody else to approve.
     *
     * @param seen the newest version the person saw, 0 for none
     * @throws FaultException everything wrong in the text; {@code OPP-4001} without a usable code, {@code OPP-4002} when
     *     somebody else saved one meanwhile
     */
    @Transactional
    public ScriptVersion save(String code, String yaml, int seen, Viewer viewer) {
        if (!code.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw new FaultException(Fault.of(
                    "OPP-4001", "The code cannot be used.", code, "Use 1 to 40 small letters, digits and hyphens."));
        }
        CallScript.read(YamlNode.parse(yaml, code));
        int newest = all().stream()
                .filter(version -> version.code().equals(code))
                .mapToInt(ScriptVersion::version)
                .max()
                .orElse(0);
        if (newest != seen || !repository.add(code, seen + 1, yaml, viewer.userName(), clock.realInstant())) {
            throw new FaultException(Fault.of(
                    "OPP-4002",
                    "Somebody else has saved this script meanwhile.",
                    code,
                    "Keep your text, open the script again, and join the two."));
        }
        audit.record(AuditNote.by(viewer, "script.saved", code).with("version " + (seen + 1)));
        return find(code, seen + 1).orElseThrow();
    }

    /**
     * Saves a script of a new code, for somebody else to approve.
     *
     * @throws FaultException as {@link #save}; {@code OPP-4006} when there is a script of that code
     */
    @Transactional
    public ScriptVersion add(String code, String yaml, Viewer viewer) {
        if (all().stream().anyMatch(version -> version.code().equals(code))) {
            throw new FaultException(Fault.of(
                    "OPP-4006",
                    "There is a script of this code already.",
                    code,
                    "Choose another code, or open that one and write its next version."));
        }
        return save(code, yaml, 0, viewer);
    }

    /**
     * Approves or rejects a draft.
     *
     * @throws FaultException {@code OPP-4003} for one's own, {@code OPP-4004} when it is decided already
     */
    @Transactional
    public void decide(ScriptVersion draft, boolean isApproved, Viewer viewer) {
        if (draft.madeBy().equals(viewer.userName())) {
            throw new FaultException(Fault.of(
                    "OPP-4003", "Nobody approves their own script.", draft.code(), "Ask a colleague of compliance."));
        }
        ScriptVersion.State state = isApproved ? ScriptVersion.State.APPROVED : ScriptVersion.State.REJECTED;
        if (!repository.decide(draft.code(), draft.version(), state, viewer.userName(), clock.realInstant())) {
            throw new FaultException(
                    Fault.of("OPP-4004", "This version is decided already.", draft.code(), "Open the script again."));
        }
        audit.record(AuditNote.by(viewer, isApproved ? "script.approved" : "script.rejected", draft.code())
                .with("version " + draft.version()));
    }
}
