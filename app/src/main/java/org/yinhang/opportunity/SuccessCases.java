package org.yinhang.opportunity;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.compliance.DatedRules;
import org.yinhang.compliance.lint.CopyLint;
import org.yinhang.compliance.lint.LintReport;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.customer.PersonalRecords;
import org.yinhang.opportunity.internal.CallRepository;
import org.yinhang.opportunity.internal.CaseRepository;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Slice;
import org.yinhang.shared.Viewer;

/** How opportunities were won: written by who won them, approved by a colleague, shown at calls they fit, judged by what came of those. */
@Service
public class SuccessCases {

    private static final Set<OpportunityStage> WON =
            EnumSet.of(OpportunityStage.APPOINTED, OpportunityStage.APPLIED, OpportunityStage.WON);

    private static final int SHOWN_AT_A_CALL = 3;

    private final CaseRepository repository;
    private final CallRepository calls;
    private final Opportunities opportunities;
    private final PersonalRecords personal;
    private final DatedRules rules;
    private final Audit audit;
    private final BusinessClock clock;

    SuccessCases(
            CaseRepository repository,
            CallRepository calls,
            Opportunities opportunities,
            PersonalRecords personal,
            DatedRules rules,
            Audit audit,
            BusinessClock clock) {
        this.repository = repository;
        this.calls = calls;
        this.opportunities = opportunities;
        this.personal = personal;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether somebody may write how this one was won. */
    public static boolean mayBeWritten(Opportunity opportunity, Viewer viewer) {
        return WON.contains(opportunity.stage()) && viewer.hasAnyOf(Set.of(Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD));
    }

    /**
     * Keeps a case as a draft, for a colleague to approve.
     *
     * @param won found within the viewer's reach
     * @throws FaultException everything wrong with it at once: {@code OPP-9001} a part missing or too long, {@code OPP-9002} a
     *     number of a person, {@code OPP-9003} something the bank keeps of this customer; {@code OPP-9004} when it is not won
     *     or has a case
     */
    @Transactional
    public SuccessCase write(
            Opportunity won, Optional<Need> need, Optional<Objection> objection, CaseText text, Viewer viewer) {
        List<Fault> faults = new ArrayList<>(text.faults());
        if (personal.isNamedIn(won.customer(), text.whole())) {
            faults.add(Fault.of(
                    "OPP-9003",
                    "The case says something by which the customer is known.",
                    "",
                    "Leave out name, numbers and address of the customer."));
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        String reason = won.reasons().stream()
                .findFirst()
                .map(first -> first.source().key() + "." + first.code())
                .orElse("");
        Optional<Long> id = mayBeWritten(won, viewer)
                ? repository.add(
                        won.id(),
                        won.product(),
                        reason,
                        need,
                        objection,
                        text,
                        viewer.userName(),
                        clock.now().toInstant())
                : Optional.empty();
        SuccessCase written = id.flatMap(number -> find(number, viewer))
                .orElseThrow(() -> new FaultException(Fault.of(
                        "OPP-9004",
                        "This opportunity is not won, or there is a case of it already.",
                        Long.toString(won.id()),
                        "Look for it among the cases, or wait until the customer has agreed or applied.")));
        audit.record(
                AuditNote.by(viewer, "case.written", "case " + written.id()).with("opportunity " + won.id()));
        return written;
    }

    /** What was recorded of one that was won, the newest first. */
    public List<ContactRecord> contacts(Opportunity won) {
        return calls.contacts(won.id());
    }

    /** One page of those a viewer may read; by themselves drafts first, then the newest. */
    public Slice<SuccessCase> page(ListQuery query, Viewer viewer) {
        return repository.page(query, reader(viewer));
    }

    /** The case of a number, where the viewer may read it: what is not approved is for its maker and who decides. */
    public Optional<SuccessCase> find(long id, Viewer viewer) {
        return repository.find(id, reader(viewer));
    }

    private CaseReader reader(Viewer viewer) {
        return new CaseReader(
                viewer.userName(),
                viewer.hasAnyOf(Set.of(Role.COMPLIANCE)),
                viewer.hasAnyOf(Set.of(Role.BRANCH_HEAD)),
                opportunities.reach(viewer));
    }

    /** Compliance everywhere, a head of a branch in its own. */
    private boolean hasTheSay(SuccessCase one, Viewer viewer) {
        return viewer.hasAnyOf(Set.of(Role.COMPLIANCE))
                || (viewer.hasAnyOf(Set.of(Role.BRANCH_HEAD))
                        && opportunities
                                .find(one.opportunity(), opportunities.reach(viewer))
                                .isPresent());
    }

    /** Whether a viewer decides on it: never on one's own. */
    public boolean mayDecide(SuccessCase one, Viewer viewer) {
        return one.state() != ScriptVersion.State.REJECTED
                && !one.madeBy().equals(viewer.userName())
                && hasTheSay(one, viewer);
    }

    /** What came of contacts with and without each of them. */
    public Map<Long, CaseFigures> figures(List<SuccessCase> cases) {
        return repository.figures(cases.stream().map(SuccessCase::id).toList());
    }

    /** The approved ones for this product, those with one of its reasons first. */
    public List<SuccessCase> fitting(Opportunity opportunity) {
        return repository.fitting(
                opportunity.product(),
                opportunity.reasons().stream()
                        .map(reason -> reason.source().key() + "." + reason.code())
                        .toList(),
                SHOWN_AT_A_CALL);
    }

    /** What the word check of today finds in what a colleague would repeat to a customer. */
    public LintReport lint(SuccessCase one) {
        return new CopyLint(rules.inForce(clock.now().toInstant()).words())
                .check(one.text().spoken(), ContactWay.CALL.key(), Optional.empty());
    }

    /**
     * Approves a draft, sends it back, or takes an approved one down.
     *
     * @throws FaultException {@code OPP-9005} for one's own or without the say in it, {@code OPP-9006} when the word check
     *     finds something, {@code OPP-9007} without a reason, {@code OPP-9002} where the reason holds a number of a person, {@code OPP-9008} when it is
     *     decided already
     */
    @Transactional
    public void decide(SuccessCase one, boolean isApproved, String why, Viewer viewer) {
        String where = Long.toString(one.id());
        if (one.madeBy().equals(viewer.userName()) || !hasTheSay(one, viewer)) {
            throw new FaultException(Fault.of(
                    "OPP-9005",
                    "Nobody decides on their own case, nor on one of another branch.",
                    where,
                    "Ask the head of the branch or compliance."));
        }
        if (isApproved && !lint(one).isClean()) {
            throw new FaultException(Fault.of(
                    "OPP-9006",
                    "The word check finds something in the case.",
                    where,
                    "Send it back and say which words to leave out."));
        }
        if (!isApproved && why.isBlank()) {
            throw new FaultException(Fault.of("OPP-9007", "The reason is missing.", "why", "Say what should change."));
        }
        List<Fault> named = CaseText.namesSomebody("why", why);
        if (!named.isEmpty()) {
            throw new FaultException(named);
        }
        if (!repository.decide(
                one.id(),
                isApproved,
                why.strip(),
                viewer.userName(),
                clock.now().toInstant())) {
            throw new FaultException(
                    Fault.of("OPP-9008", "This case is decided already.", where, "Open the case again."));
        }
        audit.record(AuditNote.by(viewer, isApproved ? "case.approved" : "case.rejected", "case " + where)
                .because(why.strip()));
    }
}
